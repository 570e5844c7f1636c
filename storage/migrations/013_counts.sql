-- How many targets have a status, as reports state it, is found like any item. Reports that state it are indexed anew.

INSERT OR IGNORE INTO item_waiting (report_id)
SELECT id FROM report WHERE deleted_at IS NULL AND id IN (SELECT report_id FROM target_count);
