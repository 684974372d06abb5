"""The close of a semester: what is open is carried over with a reason, all else stays as it is.

Each area names in its `registry.py` what of it can be open (`name_closable`), and gives the models
that are locked with their semester the trigger of `campus.locking`.
"""
