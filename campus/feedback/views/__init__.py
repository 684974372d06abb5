"""Pages: writing, the receipt, the wall, the list of entries, topics."""
