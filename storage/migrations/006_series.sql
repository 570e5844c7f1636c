-- The same target in other reports: what is compared of each target's name, by the body that its report is from.
-- All of it is made of the reports and can be made anew; only what staff joined and parted stands here alone.

-- A body by what is compared of its name; `words` is '' where a report names none.
CREATE TABLE body (
    id INTEGER PRIMARY KEY,
    words TEXT NOT NULL UNIQUE,
    bare TEXT NOT NULL                      -- without accents
) STRICT;
CREATE INDEX body_by_bare ON body (bare);

-- Whose report it is, of which period; a report without a row waits in `series_waiting`.
CREATE TABLE body_report (
    report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
    body INTEGER NOT NULL REFERENCES body (id),
    day TEXT NOT NULL,                      -- as in `report`: sorted by
    part TEXT NOT NULL,                     -- of the period: "Q3", "9M", "10", "" for a whole year or none
    year INTEGER                            -- of the period, which is the plan's; NULL where there is none
) STRICT;
CREATE INDEX body_report_by_day ON body_report (body, day DESC, report_id DESC);
CREATE INDEX body_report_by_period ON body_report (part, year DESC, day DESC) WHERE year IS NOT NULL;
CREATE INDEX body_report_of_period ON body_report (body, part, year DESC, day DESC) WHERE year IS NOT NULL;

-- A name of one body's targets. `root` is the series that it was joined to, NULL where it stands for itself.
CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    body INTEGER NOT NULL REFERENCES body (id),
    words TEXT NOT NULL,
    bare TEXT NOT NULL,                     -- without accents
    part INTEGER NOT NULL DEFAULT 0,        -- over 0 where staff parted targets of one name
    odd INTEGER NOT NULL,                   -- 1 where a word may be misspelt
    settled INTEGER NOT NULL DEFAULT 0,     -- 1 where staff joined or parted it: left as it is
    root INTEGER REFERENCES series (id),
    UNIQUE (body, words, part)
) STRICT;
CREATE INDEX series_by_bare ON series (bare, body);
CREATE INDEX series_by_root ON series (root);
CREATE INDEX series_odd ON series (body) WHERE odd = 1;

-- The words of a series and of its body, to be looked for. rowid = series id.
CREATE VIRTUAL TABLE series_words USING fts5 (
    name, body, content = '', tokenize = 'unicode61 remove_diacritics 0'
);

-- A target in its series. `own` is its name's series, `series` the one it is shown in.
CREATE TABLE series_item (
    report_id INTEGER NOT NULL,
    target INTEGER NOT NULL,
    own INTEGER NOT NULL REFERENCES series (id),
    series INTEGER NOT NULL REFERENCES series (id),
    day TEXT NOT NULL,
    PRIMARY KEY (report_id, target),
    FOREIGN KEY (report_id, target) REFERENCES target (report_id, ordinal) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX series_item_by_day ON series_item (series, day DESC, report_id DESC);
CREATE INDEX series_item_by_own ON series_item (own);

-- Reports whose targets wait for their series: all that were stored before, and whatever is changed.
CREATE TABLE series_waiting (report_id INTEGER PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE) STRICT;
INSERT INTO series_waiting (report_id) SELECT id FROM report;

CREATE TRIGGER target_waits AFTER INSERT ON target
BEGIN INSERT OR IGNORE INTO series_waiting (report_id) VALUES (new.report_id); END;
CREATE TRIGGER target_renamed AFTER UPDATE OF name ON target
BEGIN INSERT OR IGNORE INTO series_waiting (report_id) VALUES (new.report_id); END;
CREATE TRIGGER report_redated AFTER UPDATE OF day, period, organisation ON report
BEGIN INSERT OR IGNORE INTO series_waiting (report_id) VALUES (new.id); END;
CREATE TRIGGER report_waits AFTER INSERT ON report
BEGIN INSERT INTO series_waiting (report_id) VALUES (new.id); END;

-- Pictures that were drawn, by what is in them; the oldest go.
CREATE TABLE picture (
    key TEXT PRIMARY KEY,
    png BLOB NOT NULL,
    drawn_at TEXT NOT NULL
) STRICT;
CREATE INDEX picture_by_age ON picture (drawn_at);
