"""What an administrator sees of the running portal: its log, its figures, and its health."""
