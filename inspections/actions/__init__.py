"""What happens to the nouns of inspections, a file for each."""
