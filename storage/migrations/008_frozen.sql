-- Answers with figures that somebody kept: word for word as they were given, whatever is changed later.
CREATE TABLE frozen (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,                      -- where the office is
    serial INTEGER NOT NULL,                -- of that day: "BC-2017-1004-01" is the first
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    asked TEXT NOT NULL,                    -- the command that was answered
    text TEXT NOT NULL,
    places TEXT NOT NULL,                   -- styled places, JSON
    UNIQUE (day, serial)
) STRICT;
CREATE TRIGGER frozen_keeps_words BEFORE UPDATE ON frozen
BEGIN SELECT RAISE (ABORT, 'what is frozen is not changed'); END;
CREATE TRIGGER frozen_is_kept BEFORE DELETE ON frozen
BEGIN SELECT RAISE (ABORT, 'what is frozen is kept'); END;
