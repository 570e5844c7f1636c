"""What is kept: SQLite, and nothing else knows SQL."""
