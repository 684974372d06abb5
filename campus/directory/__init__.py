"""The school's own list of people, kept elsewhere, brought in every night (名录同步).

DirectorySync: the school's one setting: which lists are complete, how many may leave at once,
whether it is tried or done. Where the list comes from (a directory by SCIM 2.0, RFC 7644, or files
in a folder) is said by whoever runs the server.
DirectoryRun: reading → tried, or unchanged, or held (faults, too many leavers), or applying → done;
failed where the list could not be had. Each hangs on an import of rosters, which is its report:
what it does row by row, and how it is taken back.
"""
