"""What is typed about vehicles."""
