"""Pages: weeks, classes, the rules."""
