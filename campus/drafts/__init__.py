"""Drafts: what is laid as a whole, looked at, and applied as a whole or not at all."""
