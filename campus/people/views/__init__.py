"""One's own password, the list of people, one person, duties, rights, looks."""
