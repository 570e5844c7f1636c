"""Links that staff post: fetched from public addresses alone, opened like files."""
