"""What a roster would do to the school as it stands: nothing is written here.

The same roster and the same school give the same changes, so that what was shown can be compared
with what is about to be done.
"""

from campus.rosters.columns import PEOPLE
from campus.rosters.difference.change import Change, Comparing
from campus.rosters.difference.duties import compare_duties, end_leavers_duties
from campus.rosters.difference.people import compare_people, find_leavers
from campus.rosters.difference.places import compare_places
from campus.rosters.difference.units import compare_classes, compare_departments

__all__ = ["Change", "Comparing", "compare"]


def compare(work: Comparing) -> Comparing:
    """Fill in the changes and faults of `work`, in the order in which they are to be applied."""
    compare_departments(work)
    compare_classes(work)
    for kind in PEOPLE:
        compare_people(work, kind)
    for kind in PEOPLE:
        find_leavers(work, kind)
    compare_places(work)
    compare_duties(work)
    end_leavers_duties(work)
    return work
