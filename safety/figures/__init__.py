"""Numbers of safety, each with the address of the list that proves it; a file for each part."""
