"""What is typed in the cleaning area."""
