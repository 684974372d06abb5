"""What happens to vehicles, a file for each part."""
