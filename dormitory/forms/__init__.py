"""What is typed in the dormitory."""
