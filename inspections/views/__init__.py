"""Pages of inspections, a file for each noun."""
