-- Questions at 100,000 reports: each kind of item has words of its own, pairs of words are one word, and the body is a
-- number, so that what is rare is looked for in a short list. Reports wait to be indexed anew, a few at a time, the
-- newest first; the old index is dropped in pieces (`storage/itemindex.py`), so that no start waits for it.

CREATE VIRTUAL TABLE item_term USING fts5 (
    terms, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);

-- What was indexed of a report, packed: the index has to be told it when it is to forget a report.
CREATE TABLE item_packed (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;
INSERT OR IGNORE INTO item_waiting (report_id) SELECT id FROM report WHERE deleted_at IS NULL;

-- How many reports there are in the book: nobody has to count them each time.
CREATE TABLE tally (name TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO tally (name, count) SELECT 'reports', count(*) FROM report WHERE deleted_at IS NULL;

CREATE TRIGGER report_counted AFTER INSERT ON report WHEN new.deleted_at IS NULL
BEGIN UPDATE tally SET count = count + 1 WHERE name = 'reports'; END;
CREATE TRIGGER report_hidden AFTER UPDATE OF deleted_at ON report
WHEN (old.deleted_at IS NULL) <> (new.deleted_at IS NULL)
BEGIN UPDATE tally SET count = count + iif(new.deleted_at IS NULL, 1, -1) WHERE name = 'reports'; END;
CREATE TRIGGER report_gone AFTER DELETE ON report WHEN old.deleted_at IS NULL
BEGIN UPDATE tally SET count = count - 1 WHERE name = 'reports'; END;
