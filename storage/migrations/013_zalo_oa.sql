-- Zalo Official Account: who may be written to counts from the last thing that they did, and what it costs too; its
-- buttons come back as words, so what they mean is remembered here for the person that they were offered to.

CREATE TABLE contact (
    platform TEXT NOT NULL,
    person TEXT NOT NULL,
    last_at TEXT,                           -- the last thing that they did here; NULL where they only left
    left_at TEXT,                           -- when they said that they want nothing more
    PRIMARY KEY (platform, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE offered_button (
    platform TEXT NOT NULL,
    token TEXT NOT NULL,
    chat TEXT NOT NULL,
    owner TEXT NOT NULL,
    action TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (platform, token),
    UNIQUE (platform, chat, owner, action)
) STRICT, WITHOUT ROWID;
CREATE INDEX offered_button_by_age ON offered_button (at);

-- The messages of a month by what they cost.
CREATE TABLE priced_message (
    platform TEXT NOT NULL,
    month TEXT NOT NULL,
    price TEXT NOT NULL CHECK (price IN ('free', 'billed', 'refused')),
    count INTEGER NOT NULL,
    PRIMARY KEY (platform, month, price)
) STRICT, WITHOUT ROWID;
