"""Approvals, requests about data, times of keeping, the data map, the yearly audit."""
