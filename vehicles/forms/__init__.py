"""What is typed about vehicles, a file for each part."""
