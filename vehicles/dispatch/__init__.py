"""What whoever dispatches looks at: who and what is free, what can be shared, the board."""
