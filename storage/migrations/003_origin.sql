-- A forwarded message, or one that staff took by answering it, was first sent earlier: that day counts as the day of
-- publication of a text that names none.

ALTER TABLE draft_part ADD COLUMN first_sent_at TEXT;
