"""The close of a semester over all areas: what is still open, the close itself, its archive."""
