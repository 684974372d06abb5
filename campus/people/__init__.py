"""People of the school and their duties.

Person: comes, may change class or department, leaves (inactive, never deleted).
Duty: a role held over a scope from a day to a day; it ends, it is not deleted.
"""
