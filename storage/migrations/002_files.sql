-- Files that staff post: which file a draft was read from, and what whoever stores it should know of the reading.

CREATE TABLE draft_file (
    draft_id INTEGER PRIMARY KEY REFERENCES draft (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    by_ocr INTEGER NOT NULL,                -- 1 where it was read off a picture
    unread_pages INTEGER NOT NULL           -- pages that are pictures and were not read
) STRICT;
