"""Pages of imports of rosters and of first passwords."""
