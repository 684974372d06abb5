"""What is typed in safety, a file for each noun."""
