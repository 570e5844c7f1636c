-- What the office left empty: that a report says nothing of it is then the office's word, not the report's.

ALTER TABLE report ADD COLUMN organisation_emptied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN held_on_emptied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE report ADD COLUMN place_emptied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN assignee_emptied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN deadline_emptied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE target ADD COLUMN figures_emptied INTEGER NOT NULL DEFAULT 0;

-- Where the earlier texts of a report came from: one that is put back has its web address again.
CREATE TABLE earlier_address (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    digest TEXT NOT NULL,                   -- SHA-256 of the text
    address TEXT NOT NULL,
    PRIMARY KEY (report_id, digest)
) STRICT, WITHOUT ROWID;
