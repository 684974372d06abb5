"""Pages of safety, a file for each noun."""
