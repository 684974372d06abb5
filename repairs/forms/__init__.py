"""What is typed in repairs, a file for each noun."""
