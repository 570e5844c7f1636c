-- Reports that come in as links: where a text was fetched from, and the day that its page states beside it.

ALTER TABLE draft_file ADD COLUMN address TEXT;
ALTER TABLE draft_file ADD COLUMN published TEXT;

ALTER TABLE source ADD COLUMN address TEXT;     -- NULL where the text was typed, pasted or read from a file
CREATE INDEX source_by_address ON source (address) WHERE address IS NOT NULL;
