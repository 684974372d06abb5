"""The visitors' book: who comes, who leaves."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from dormitory.models import House, Visit


@transaction.atomic
def let_in(
    house: House, *, name: str, whom: str, until: datetime | None, by: Person, at: datetime
) -> Visit:
    """Somebody comes. Raises Refused where the visit would be over before it begins."""
    if until and until <= at:
        raise Refused(_("A visit must end after it starts."))
    visit = Visit(house=house, name=name, whom=whom, came_at=at, until=until, by=by)
    store(visit)
    return visit


@transaction.atomic
def see_out(visits: Iterable[Visit], *, by: Person, at: datetime) -> int:
    """They leave; answers with how many had not left yet."""
    rows = Visit.objects.filter(pk__in=[visit.pk for visit in visits]).inside()
    found = list(rows.select_for_update(of=("self",)).order_by("pk"))
    for visit in found:
        visit.left_at = at
        store(visit, only=["left_at"])
    return len(found)
