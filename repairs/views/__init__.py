"""Pages of repairs, a file for each noun."""
