"""Checklists walked at places: who looked at what, when, and what was found."""
