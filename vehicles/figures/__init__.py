"""How vehicles are used, each figure with the list that proves it."""
