"""Nouns of safety, each in its file."""
