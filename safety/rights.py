"""Who may do what in safety; each answer carries the reason that a greyed button shows."""
