"""Nouns of inspections, each in its file."""
