-- What is overdue, at 100,000 reports: tasks with a last day have terms of their own (`storage/itemterms.py`), so that
-- those without need not be passed over. Reports wait to be indexed anew, a few at a time, the newest first.

INSERT OR IGNORE INTO item_waiting (report_id) SELECT id FROM report WHERE deleted_at IS NULL;
