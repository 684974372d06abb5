"""What happens in planning, one file for each noun; the only writers."""
