"""The pages of special rooms, a file for each noun."""
