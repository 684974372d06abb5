"""The pages of the vehicles, a file for each part."""
