"""What vehicles use and cost, each figure with the list that proves it."""
