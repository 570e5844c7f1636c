-- Files that go out: each beside the message it goes with, until that is sent or given up; and what calendar
-- files said of a task last, so that one that says something else counts on (SEQUENCE).

CREATE TABLE outgoing_file (
    outbox_id INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE calendar_event (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    task INTEGER NOT NULL,                  -- the task's ordinal, also of one that is no more
    day TEXT NOT NULL,
    digest TEXT NOT NULL,                   -- of all that the event said
    sequence INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    PRIMARY KEY (report_id, task)
) STRICT, WITHOUT ROWID;
