"""From text to values: pure, synchronous, no clock, no database, no network."""
