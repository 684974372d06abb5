"""What vehicles use between full tanks, reckoned from the records, and explained where it stands
out."""

from collections.abc import Iterable
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from statistics import median

from django.db import transaction
from django.db.models import Q, Sum
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from campus.storing import store
from vehicles.models import RefuelRecord, TankInterval, Vehicle

# Off the median of the vehicle's own last intervals by more than so many per cent is far off;
# fewer intervals than LEAST say nothing. Our own figures, told on the page.
OFF_PERCENT, LAST, LEAST = 25, 10, 3
# A record that is written, cancelled or put right changes the interval that it ends and the next
# one, and what is usual for the LAST after these.
TOUCHED = LAST + 2
CENT = Decimal("0.01")
EXPLAINED = gettext_noop("Consumption explained")


def reckon(vehicle: Vehicle, *, since: datetime) -> None:
    """Reckon anew what a record of the locked vehicle at the moment `since` can have changed.

    An interval runs from one full tank to the next; what was filled in between, and at its end, was
    used on its kilometres. Without kilometres, or from litres to kilowatt-hours, there is none.
    """
    full = RefuelRecord.objects.full().filter(vehicle=vehicle).select_related("reading")
    former = full.filter(at__lt=since).order_by("-at", "-id").first()
    ends = list(full.filter(at__gte=since).order_by("at", "id")[:TOUCHED])
    known = {each.refuel_id: each for each in TankInterval.objects.filter(refuel__in=ends)}
    before = TankInterval.objects.before(vehicle, since).values_list("per_100", flat=True)
    usual = list(before[:LAST])[::-1]
    for end in ends:
        interval = measured(known.get(end.pk) or TankInterval(refuel=end), former, end)
        if interval is not None:
            judge(interval, usual)
            store(interval)
            usual = [*usual, interval.per_100][-LAST:]
        elif end.pk in known:
            known[end.pk].delete()
        former = end


def measured(
    interval: TankInterval, former: RefuelRecord | None, end: RefuelRecord
) -> TankInterval | None:
    """The interval from one full tank to the next with its figures; None where there is none."""
    if former is None or former.unit != end.unit:
        return None
    assert former.reading  # a live record has one; the database sees to it
    assert end.reading
    km = end.reading.km - former.reading.km
    if km <= 0:
        return None
    after = Q(at__gt=former.at) | Q(at=former.at, id__gt=former.pk)
    until = Q(at__lt=end.at) | Q(at=end.at, id__lte=end.pk)
    filled = RefuelRecord.objects.live().filter(after, until, vehicle=end.vehicle_id)
    interval.vehicle_id, interval.at, interval.unit = end.vehicle_id, end.at, end.unit
    interval.km, interval.quantity = km, filled.aggregate(filled=Sum("quantity"))["filled"]
    interval.per_100 = (interval.quantity * 100 / km).quantize(CENT, ROUND_HALF_UP)
    return interval


def judge(interval: TankInterval, earlier: Iterable[Decimal]) -> None:
    """Say what was usual before it, and whether it is far off; what was explained stays so."""
    known = list(earlier)
    interval.usual = median(known).quantize(CENT, ROUND_HALF_UP) if len(known) >= LEAST else None
    interval.is_outlier = interval.usual is not None and is_far_off(
        interval.per_100, interval.usual
    )


def is_far_off(value: Decimal, usual: Decimal) -> bool:
    return abs(value - usual) * 100 > usual * OFF_PERCENT


@transaction.atomic
def explain(interval: TankInterval, *, words: str, by: Person, at: datetime) -> TankInterval:
    """Say why so much or so little was used. Raises Refused where nothing stands out or somebody
    has said so already, ValidationError without words."""
    rows = TankInterval.objects.select_for_update(of=("self",)).select_related("refuel")
    kept: TankInterval = rows.get(pk=interval.pk)
    if not kept.is_outlier:
        raise Refused(_("What was used here does not stand out."))
    if kept.explained_at:
        raise Refused(_("%(person)s has explained it already.") % {"person": kept.explained_by})
    kept.explanation, kept.explained_by, kept.explained_at = words, by, at
    store(kept)
    note(kept.refuel, by=by, at=at, text=EXPLAINED, words=words)
    return kept
