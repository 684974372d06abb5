"""One search over everything that a person may see: each kind of record by its declared list."""
