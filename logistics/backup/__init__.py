"""The whole portal in one file, and back: the database, the private files, and a list of both."""


class NotPossible(Exception):
    """A backup or a restore cannot go on; the sentence tells the administrator why."""
