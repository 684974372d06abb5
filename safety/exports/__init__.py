"""Rows for sheets, a file for each noun."""
