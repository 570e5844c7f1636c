"""Correct what was read, in a draft or in the book: by buttons, by typing a value, or in one line."""
