"""The work plan of a semester, the calendar's own entries, and reminders for all that is due.

Plan: drafted from a text, adopted, imported again when the text changes.
PlanItem: planned → under way → done; or postponed, or dropped, both with a reason.
CalendarEntry: written, moved, deleted. Reminder: planned → sent, or cancelled when all is done.
"""
