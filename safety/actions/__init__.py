"""What happens to the nouns of safety, a file for each."""
