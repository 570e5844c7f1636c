-- Questions in plain words: every item of every report by its folded words, by whose it is and by its properties, so
-- that a question is one look into one index. All of it is made of the reports and can be made anew.

-- words: of a task, a target, a finding, a person, a title; unit: who has to do it; body: whose report it is;
-- keys: properties as words of their own ("sbehind", "p2017q3", "d20171003").
-- rowid = day, report, kind and place in the report, so that "newest first" is the index's own order.
CREATE VIRTUAL TABLE item_words USING fts5 (
    words, unit, body, keys, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

-- What was indexed of a report, packed: the index has to be told it when it is to forget a report.
CREATE TABLE item_indexed (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    packed BLOB NOT NULL
) STRICT;

-- Words of the items, and two words side by side: what a misspelt word may have meant, and which words go together.
CREATE TABLE item_word (word TEXT PRIMARY KEY, length INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX item_word_by_length ON item_word (length, word);
CREATE TABLE item_pair (pair TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- Names of bodies, units and people, each once ("unit phong kinh te"), and their words. rowid = id.
CREATE TABLE item_name (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
CREATE VIRTUAL TABLE item_name_words USING fts5 (
    kind, name, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

-- Reports that wait to be indexed: all that were stored before, and whatever is stored past the program.
CREATE TABLE item_waiting (report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE) STRICT;
INSERT INTO item_waiting (report_id) SELECT id FROM report WHERE deleted_at IS NULL;

-- What somebody asked last in a chat, as it was understood: "còn quý II?" is asked of that.
CREATE TABLE asked (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    owner TEXT NOT NULL,
    words TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (platform, chat, owner)
) STRICT, WITHOUT ROWID;
CREATE INDEX asked_by_age ON asked (at);

-- Questions as they were understood, so that a button can ask for another page of a long one.
CREATE TABLE reading (id INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE, at TEXT NOT NULL) STRICT;
CREATE INDEX reading_by_age ON reading (at);
