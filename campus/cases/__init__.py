"""Cases: somebody raises a thing, it moves through states, and it must be answered in time.

Case: an area's own model with its own states; number, place, people, promise and timeline are here.
Promise: running → met, or paused and running again; dropped when the case ends otherwise.
Follow: a person is told of what happens to a case; "me too" counts them among those it troubles.
An area declares a `CaseKind` in its `registry.py`; page, moves and alarms follow from it.
"""
