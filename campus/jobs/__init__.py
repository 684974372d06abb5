"""Long work: whatever takes longer than two seconds runs in Celery and shows how far it is.

Job: waits until a worker has done it → done, with a file or a page to open; or failed, with a
sentence. A killed worker leaves it waiting, and the next worker does it from the start.
"""
