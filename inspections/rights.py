"""Who may do what in inspections; each answer carries the reason that a greyed button shows."""
