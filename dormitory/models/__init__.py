"""Nouns of the area."""
