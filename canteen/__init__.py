"""Canteen: what is served at what price, that it is safe, and what those who eat it say."""
