"""The calendar over everything dated in all areas: month, week, list, and two sheets for the wall.

It holds nothing itself: each area's `agenda.dated` tells what it has.
"""
