"""One walk, planned for a person between two days, without a schedule."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person, Place
from campus.notices.actions import tell
from campus.school_time.engine import moment_of
from campus.storing import store
from inspections.models import Checklist, Inspection
from inspections.registry import NOTICE
from planning.actions.fulfilment import note_made
from planning.models import PlanItem

# So long after its last day it may still be made up for; our own figure.
MADE_UP_FOR = timedelta(days=60)

YOURS = gettext_noop("%(checklist)s at %(place)s: you are to walk it until %(day)s")


@transaction.atomic
def plan_walk(  # noqa: PLR0913  # each is a fact of its own, named by its one caller
    *, checklist: Checklist, place: Place, planned_for: Person, starts_on: date, due_on: date,
    by: Person, at: datetime, plan_item: PlanItem | None = None,
) -> Inspection:  # fmt: skip
    """Plan a walk and tell whoever is to walk it; with a `plan_item` it is the inspection of that
    item of the work plan. Raises Refused for a checklist that is not walked any more."""
    walk = new_walk(checklist, place, planned_for=planned_for, starts_on=starts_on, due_on=due_on)
    walk.plan_item = plan_item
    store(walk)
    if planned_for != by:
        tell(
            [planned_for], key=f"{NOTICE}:planned:{walk.pk}", topic=NOTICE, text=YOURS, at=at,
            facts={
                "checklist": checklist.name, "place": place.name, "day": {"day": due_on.isoformat()}
            },
            path=walk.get_absolute_url(), robots=False,
        )  # fmt: skip
    note_made(walk, by=by, at=at)
    return walk


def new_walk(
    checklist: Checklist, place: Place, *, planned_for: Person, starts_on: date, due_on: date
) -> Inspection:
    """A walk by the version in use, not stored. Raises Refused without one."""
    if not checklist.is_offered or checklist.current is None:
        raise Refused(_("This checklist is not walked any more."))
    due = moment_of(due_on, time(23, 59))
    return Inspection(
        checklist=checklist, version=checklist.current, place=place, planned_for=planned_for,
        opens_at=moment_of(starts_on, time(0)), due_at=due, closes_at=due + MADE_UP_FOR,
    )  # fmt: skip
