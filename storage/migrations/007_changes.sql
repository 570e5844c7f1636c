-- What the office changes after a report was read: values mended in a draft or in the book, reports deleted and
-- restored. Every change is a row with who, when, before and after; a report's own tables hold what is in force.

ALTER TABLE report ADD COLUMN deleted_at TEXT;  -- hidden since then; restored within 30 days, else taken out
DROP INDEX report_by_day;
CREATE INDEX report_by_day ON report (day DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX report_deleted ON report (deleted_at) WHERE deleted_at IS NOT NULL;

-- What staff gave and has no words of its own that could stand nowhere in the text.
ALTER TABLE target ADD COLUMN status_typed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN roles_typed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,                    -- "telegram:123"
    action TEXT NOT NULL CHECK (action IN ('edit', 'replace', 'delete', 'restore', 'undo')),
    undoes INTEGER                          -- the change that this one takes back
) STRICT;
CREATE INDEX change_by_report ON change (report_id, id);
CREATE INDEX change_by_actor ON change (actor, id);
CREATE UNIQUE INDEX change_undone_once ON change (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER change_keeps_words BEFORE UPDATE ON change
BEGIN SELECT RAISE (ABORT, 'the history is append-only'); END;

-- The values that a change put in the place of others: of the report itself (item ''), a task ('3'), a target
-- ('c2') and so on; of one field, or of the whole item (field ''). JSON; NULL where there was or is nothing.
CREATE TABLE change_edit (
    change_id INTEGER NOT NULL REFERENCES change (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    item TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (change_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The same for a draft: its text is read anew each time it is shown, and these are put over the reading.
CREATE TABLE draft_edit (
    draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    at TEXT NOT NULL,                       -- those of one moment are taken back together
    item TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (draft_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The value that a person was asked to type in a chat; the next plain words there are the answer.
CREATE TABLE question (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    owner TEXT NOT NULL,
    about TEXT NOT NULL,                    -- "d12.3 deadline"
    asked_at TEXT NOT NULL,
    PRIMARY KEY (platform, chat, owner)
) STRICT, WITHOUT ROWID;

-- Reports that one run of `sohop import` stored, so that the run can be taken back.
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL
) STRICT;
CREATE TABLE batch_report (
    batch_id INTEGER NOT NULL REFERENCES batch (id) ON DELETE CASCADE,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    PRIMARY KEY (batch_id, report_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_report_by_report ON batch_report (report_id);
