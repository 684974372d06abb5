"""Cleaning: areas in the care of classes, and the duty class that checks them."""
