-- The book: reports with the place of every extracted string, drafts on their way in,
-- what came in and what has to go out, who was seen, and who changed what.
--
-- A column triple x, x_start, x_end is a span: the text and its place in the report's source
-- (code points). Text without a place was typed by staff.

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- a code never changes and is never used again
    fingerprint TEXT NOT NULL UNIQUE,       -- of the folded words: the same text again is recognised
    day TEXT NOT NULL,                      -- sorted by: held on, else published, else posted
    title TEXT, title_start INTEGER, title_end INTEGER,
    number TEXT, number_start INTEGER, number_end INTEGER,
    organisation TEXT, organisation_start INTEGER, organisation_end INTEGER,
    place TEXT, place_start INTEGER, place_end INTEGER,
    held_on TEXT, held_on_text TEXT, held_on_start INTEGER, held_on_end INTEGER,
    published TEXT, published_text TEXT, published_start INTEGER, published_end INTEGER,
    period TEXT, period_text TEXT, period_start INTEGER, period_end INTEGER,
    kind TEXT,
    posted_by TEXT NOT NULL,                -- "telegram:123"
    posted_at TEXT NOT NULL
) STRICT;
CREATE INDEX report_by_day ON report (day DESC, id DESC);

CREATE TABLE source (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE person (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL, name_start INTEGER, name_end INTEGER,
    position TEXT, position_start INTEGER, position_end INTEGER,
    roles TEXT NOT NULL,                    -- "chair speaker"
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE utterance (
    report_id INTEGER NOT NULL,
    person INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL, text_start INTEGER, text_end INTEGER,
    PRIMARY KEY (report_id, person, ordinal),
    FOREIGN KEY (report_id, person) REFERENCES person (report_id, ordinal) ON DELETE CASCADE
) STRICT;

CREATE TABLE participant (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL, text_start INTEGER, text_end INTEGER,
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL, name_start INTEGER, name_end INTEGER,
    status TEXT CHECK (status IN ('exceeded', 'met', 'near', 'behind', 'pending', 'planned')),
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure (
    report_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    measure TEXT NOT NULL CHECK (measure IN ('actual', 'plan_ratio', 'change', 'goal')),
    written TEXT NOT NULL, written_start INTEGER, written_end INTEGER,
    value TEXT, upper TEXT,                 -- decimals as text: nothing is rounded
    unit TEXT, qualifier TEXT,
    PRIMARY KEY (report_id, target, measure),
    FOREIGN KEY (report_id, target) REFERENCES target (report_id, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE target_count (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    phrase TEXT NOT NULL, phrase_start INTEGER, phrase_end INTEGER,
    stated INTEGER NOT NULL,
    status TEXT NOT NULL,
    listed INTEGER NOT NULL,
    readings TEXT NOT NULL,                 -- "2 3": the sizes that the list admits
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL, text_start INTEGER, text_end INTEGER,
    assignee TEXT, assignee_start INTEGER, assignee_end INTEGER,
    deadline_kind TEXT CHECK (deadline_kind IN ('fixed', 'recurring', 'relative')),
    deadline TEXT, deadline_start INTEGER, deadline_end INTEGER,
    last_day TEXT,
    PRIMARY KEY (report_id, ordinal)
) STRICT;

CREATE TABLE cooperation (
    report_id INTEGER NOT NULL,
    task INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL, text_start INTEGER, text_end INTEGER,
    PRIMARY KEY (report_id, task, ordinal),
    FOREIGN KEY (report_id, task) REFERENCES task (report_id, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE finding (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('strength', 'limitation', 'cause')),
    ordinal INTEGER NOT NULL,
    text TEXT NOT NULL, text_start INTEGER, text_end INTEGER,
    PRIMARY KEY (report_id, kind, ordinal)
) STRICT;

CREATE TABLE warning (
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    span TEXT, span_start INTEGER, span_end INTEGER,
    stated INTEGER,
    listed TEXT NOT NULL,
    PRIMARY KEY (report_id, ordinal)
) STRICT, WITHOUT ROWID;

-- The messages that a report was posted in: whoever edits one of them later is told that it is stored.
CREATE TABLE posted_message (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    position INTEGER NOT NULL,
    report_id INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
    PRIMARY KEY (platform, chat, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX posted_message_by_report ON posted_message (report_id);

-- Folded sources (no accents, đ as d). Contentless: the words are found here, shown from `source`.
-- rowid = day's ordinal * 2^32 + report id, so that "newest first" is the index's own order.
CREATE VIRTUAL TABLE report_words USING fts5 (body, content = '', tokenize = 'unicode61 remove_diacritics 0');

-- A text on its way in: parts are kept as they arrive, so that a restart loses none.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    thread INTEGER,
    owner TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('joining', 'collecting', 'previewed', 'refused')),
    revision INTEGER NOT NULL DEFAULT 1,    -- of its text: a preview stores only what it shows
    settle_at TEXT,                         -- when a pause counts as the end of a paste
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_open ON draft (platform, chat, owner) WHERE state <> 'previewed';
CREATE INDEX draft_by_owner ON draft (platform, chat, owner, id DESC);
CREATE INDEX draft_to_settle ON draft (platform, settle_at) WHERE settle_at IS NOT NULL;

CREATE TABLE draft_part (
    draft_id INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,              -- the message's place in its chat: a part delivered twice is one
    text TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    PRIMARY KEY (draft_id, position)
) STRICT, WITHOUT ROWID;

-- What came in, stored before the platform is told so; unique, so nothing is handled twice.
CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    update_id TEXT NOT NULL,
    payload TEXT,                           -- dropped once done: what was said is not kept twice
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done', 'failed')),
    received_at TEXT NOT NULL,
    done_at TEXT,
    UNIQUE (platform, update_id)
) STRICT;
CREATE INDEX inbox_new ON inbox (platform, id) WHERE state = 'new';

-- What has to go out, stored with the work it answers.
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'sent', 'dropped')),
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    created_at TEXT NOT NULL,
    sent_at TEXT,
    error TEXT
) STRICT;
CREATE INDEX outbox_new ON outbox (platform, id) WHERE state = 'new';

-- The numbered answers last offered in a chat, where a platform has no buttons.
CREATE TABLE offered_choice (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    owner TEXT NOT NULL,
    number INTEGER NOT NULL,
    action TEXT NOT NULL,
    PRIMARY KEY (platform, chat, owner, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE seen_user (
    platform TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    blocked_at TEXT,                        -- when they blocked the bot; cleared when they come back
    PRIMARY KEY (platform, id)
) STRICT, WITHOUT ROWID;

-- A Telegram group that became a supergroup has a new id; its old one still stands in the settings.
CREATE TABLE moved_chat (
    platform TEXT NOT NULL,
    new_chat TEXT NOT NULL,
    old_chat TEXT NOT NULL,
    moved_at TEXT NOT NULL,
    PRIMARY KEY (platform, new_chat)
) STRICT, WITHOUT ROWID;

-- Who changed what; rows are only ever added.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TRIGGER audit_keeps_rows BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is append-only'); END;
CREATE TRIGGER audit_keeps_words BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is append-only'); END;

-- Unexpected faults by the reference code that the person was given.
CREATE TABLE fault (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    reference TEXT NOT NULL,
    summary TEXT NOT NULL                   -- kind and place of the error, no content of messages
) STRICT;

-- Small facts that outlive a restart (which command menus a platform was given).
CREATE TABLE fact (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
