"""What happens to the nouns of repairs, a file for each."""
