-- A Zalo plan counts the messages of a month, in and out; and what a chat cannot take as a file it takes as a link.

CREATE TABLE message_count (
    platform TEXT NOT NULL,
    month TEXT NOT NULL,                    -- "2026-10", in the time zone of the settings
    direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    count INTEGER NOT NULL,
    PRIMARY KEY (platform, month, direction)
) STRICT, WITHOUT ROWID;

-- Files behind links: unguessable, and gone after a while.
CREATE TABLE linked_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX linked_file_by_end ON linked_file (expires_at);
