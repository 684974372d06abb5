"""Tools that set up, run, check and test the portal, which imports nothing from here."""
