-- What the last calendar file said of each task: calendars take a newer event for news by its sequence alone.
-- A few early books have the table already: it stood in 005 for an hour.

CREATE TABLE IF NOT EXISTS calendar_event (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    task INTEGER NOT NULL,                  -- the task's ordinal, also of one that is no more
    day TEXT NOT NULL,
    digest TEXT NOT NULL,                   -- of all that the event said
    sequence INTEGER NOT NULL,
    cancelled INTEGER NOT NULL,
    PRIMARY KEY (report_id, task)
) STRICT, WITHOUT ROWID;
