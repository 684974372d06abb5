"""What is typed in inspections, a file for each noun."""
