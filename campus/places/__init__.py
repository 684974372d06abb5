"""Places of the school, one tree: campus › building › floor › room.

Place: named once, used by every area, taken out of use and never deleted.
"""
