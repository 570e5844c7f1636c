-- Files that go out: each beside the message it goes with, until that is sent or given up.

CREATE TABLE outgoing_file (
    outbox_id INTEGER PRIMARY KEY REFERENCES outbox (id) ON DELETE CASCADE,
    data BLOB NOT NULL
) STRICT;
