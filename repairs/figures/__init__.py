"""How repairs do, by semester and month, each figure with the list that proves it."""
