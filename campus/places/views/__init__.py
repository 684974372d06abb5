"""The pages of places: finding one, one place, its labels."""
