"""Hazards until they are closed, norms, drills, education, duty and fire equipment."""
