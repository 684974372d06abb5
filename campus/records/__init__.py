"""What a record's page tells of its past: the timeline that people read, and the row history.

TimelineEntry: written once, by a person or by the portal itself; never changed.
Comment: an entry in a person's own words, with files; whoever is named in it by @ is told.
History: snapshots written by database triggers (django-pghistory); nobody changes them.
"""
