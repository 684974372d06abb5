"""Tools that set the portal up, run it, check it and test it; the portal imports nothing from here."""
