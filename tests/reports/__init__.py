"""Tests of the reading, on reports in our own words."""
