"""The pages of planning, one file for each noun."""
