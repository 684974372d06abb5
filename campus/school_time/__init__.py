"""School time: semesters and their weeks, days off and make-up workdays, and the hours worked.

Semester: laid once, edited, never overlapping another. SpecialDay: proposed from the state's
calendar, edited by the school. Everything that counts time counts with this one engine.
"""
