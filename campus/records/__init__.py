"""What a record's page tells of its past: the timeline that people read, and the row history.

TimelineEntry: written once, by a person or by the portal itself; never changed.
History: written by database triggers (django-pghistory); nobody changes it.
"""
