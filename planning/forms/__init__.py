"""What is typed in planning, one file for each noun."""
