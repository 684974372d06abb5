"""The portal for programs (开放接口), under /api/v1/: the pages' own lists, forms and acts in JSON.

Token: what a program acts with in its person's name; scopes take away from what that person may do.
Call: one request; with a key of its own it is done once, however often it is sent.
A new endpoint is a function in `operations/` under `service.operation`, which names its scope; new
scopes stand in `scopes.py`, the door that each opens in `tests/house/api_doors.txt`.
"""
