"""What is typed about special rooms, a file for each noun."""
