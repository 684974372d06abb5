"""Numbers of the dormitory."""
