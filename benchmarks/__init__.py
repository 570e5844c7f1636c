"""Measures of speed and memory; never asserted in a test."""
