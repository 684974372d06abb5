"""Workbooks of vehicles."""
