-- Questions at 100,000 reports: each kind of item has words of its own, pairs of words are one word, and the body is a
-- number, so that what is rare is looked for in a short list. The old index goes; reports wait to be indexed anew, a
-- few at a time, the newest first.

DROP TABLE item_words;
DELETE FROM item_indexed;
CREATE VIRTUAL TABLE item_term USING fts5 (
    terms, content = '', tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
INSERT OR IGNORE INTO item_waiting (report_id) SELECT id FROM report WHERE deleted_at IS NULL;
