"""Dormitory: who sleeps where, how rooms are kept, and how boarders run their house themselves."""
