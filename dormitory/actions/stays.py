"""What happens to stays: pupils get beds, keep them, leave them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.storing import store
from dormitory.models import Bed, Occupancy

TOPIC = "dormitory"
BATCH = 500
DAY = timedelta(days=1)
AT_ONCE = gettext_noop("Somebody has just given one of these beds away; look once more.")
MOVED_IN = gettext_noop("From %(day)s on you sleep in %(bed)s.")


@dataclass(frozen=True)
class Wish:
    """A pupil sleeps in a bed until `last`, or with None as long as it goes; without a bed the
    pupil leaves. Both are numbers of rows."""

    pupil: int
    bed: int | None
    last: date | None = None


@transaction.atomic
def settle(
    bed: Bed, *, pupil: Person, starts_on: date, ends_on: date | None, by: Person, at: datetime
) -> Occupancy:
    """Give a pupil a bed, who is told. Raises Refused for whoever has left, and where the bed or
    the pupil is taken; ValidationError for whoever is no pupil and for days out of order."""
    pupil = Person.objects.select_for_update(of=("self",)).get(pk=pupil.pk)
    if not pupil.is_active:
        raise Refused(_("%(name)s has left the school.") % {"name": pupil})
    bed = locked_beds([bed.pk])[bed.pk]
    stays = Occupancy.objects.between(starts_on, ends_on)
    if stays.filter(bed=bed).exists():
        raise Refused(_("Somebody else sleeps in this bed in these days."))
    if stays.filter(pupil=pupil).exists():
        raise Refused(_("This pupil has another bed in these days."))
    stay = Occupancy(bed=bed, pupil=pupil, starts_on=starts_on, ends_on=ends_on)
    store(stay)
    tell_of(stay, by=by, at=at)
    return stay


def tell_of(stay: Occupancy, *, by: Person, at: datetime) -> None:
    """Tell the pupil of a new bed."""
    facts = {"day": {"day": stay.starts_on.isoformat()}, "bed": str(stay.bed)}
    tell(
        [stay.pupil], key=f"stay:{stay.pk}", topic=TOPIC, text=MOVED_IN, facts=facts,
        path=stay.get_absolute_url(), at=at, robots=False, mail=False,
    )  # fmt: skip


@transaction.atomic
def end_stay(stay: Occupancy, *, ends_on: date, by: Person, at: datetime) -> Occupancy:
    """Let a stay end with a day. Raises ValidationError for a day before its first, and Refused
    where the bed or the pupil is taken by then."""
    rows = Occupancy.objects.select_for_update(of=("self", "bed")).select_related("pupil", "bed")
    stay = rows.get(pk=stay.pk)
    others = Occupancy.objects.between(stay.starts_on, ends_on).exclude(pk=stay.pk)
    if others.filter(Q(bed=stay.bed) | Q(pupil=stay.pupil)).exists():
        raise Refused(_("Somebody else sleeps in this bed in these days."))
    stay.ends_on = ends_on
    store(stay, only=["ends_on"])
    return stay


@transaction.atomic
def end_stays_of_leavers(*, at: datetime) -> int:
    """Whoever has left the school sleeps nowhere: their stays end with their last day, those that
    had not begun never do. Answers with how many there were; safe to repeat."""
    today = timezone.localtime(at).date()
    found = Occupancy.objects.between(today, None).filter(pupil__is_active=False)
    stays = list(found.select_related("pupil").select_for_update(of=("self",)).order_by("pk"))
    never = [stay for stay in stays if stay.starts_on > (stay.pupil.left_on or today)]
    Occupancy.objects.filter(pk__in=[stay.pk for stay in never]).delete()
    ended = [stay for stay in stays if stay not in never]
    for stay in ended:
        stay.ends_on = min(stay.pupil.left_on or today, today)
    ended = [stay for stay in ended if stay.ends_on != today]
    Occupancy.objects.bulk_update(ended, ["ends_on"], batch_size=BATCH)
    return len(ended) + len(never)


@transaction.atomic
def lay_stays(wishes: Sequence[Wish], *, first: date) -> int:
    """From `first` on all pupils sleep where they are wished to; answers with how many stays are
    new.

    Who has the bed already keeps it; other stays of theirs end the day before, and those that
    would begin later never do. Raises Refused where somebody who is not among them has one of the
    beds.
    """
    beds = locked_beds([wish.bed for wish in wishes if wish.bed])
    refuse_taken(wishes, first=first)
    held = stays_of([wish.pupil for wish in wishes], since=first - DAY)
    never, ended, kept, new = [], [], [], []
    for wish in wishes:
        own = [stay for stay in held[wish.pupil] if stay.bed_id == wish.bed]
        others = [stay for stay in held[wish.pupil] if stay.bed_id != wish.bed or stay != own[0]]
        never += [stay for stay in others if stay.starts_on >= first]
        ended += [stay for stay in others if stay.starts_on < first]
        if own:
            kept.append(prolonged(own[0], first, wish.last))
        elif wish.bed:
            new.append(
                Occupancy(
                    bed=beds[wish.bed], pupil_id=wish.pupil, starts_on=first, ends_on=wish.last
                )
            )
    try:
        with transaction.atomic():
            write(never, [shortened(stay, first) for stay in ended], kept, new)
    except IntegrityError as error:
        raise Refused(_(AT_ONCE)) from error
    return len(new)


def write(
    never: list[Occupancy], ended: list[Occupancy], kept: list[Occupancy], new: list[Occupancy]
) -> None:
    """First what makes beds free, then what takes them."""
    Occupancy.objects.filter(pk__in=[stay.pk for stay in never]).delete()
    Occupancy.objects.bulk_update(ended, ["ends_on"], batch_size=BATCH)
    Occupancy.objects.bulk_update(kept, ["starts_on", "ends_on"], batch_size=BATCH)
    Occupancy.objects.bulk_create(new, batch_size=BATCH)


def shortened(stay: Occupancy, first: date) -> Occupancy:
    """The stay, over by the day before `first`."""
    before = first - DAY
    stay.ends_on = before if stay.ends_on is None else min(stay.ends_on, before)
    return stay


def prolonged(stay: Occupancy, first: date, last: date | None) -> Occupancy:
    """The stay, from `first` at the latest until `last`."""
    stay.starts_on, stay.ends_on = min(stay.starts_on, first), last
    return stay


def locked_beds(numbers: Iterable[int]) -> dict[int, Bed]:
    """The beds under this transaction's lock, always in one order: two people who give away the
    same beds wait, and neither for ever."""
    beds = Bed.objects.filter(pk__in=list(numbers)).select_for_update(of=("self",))
    return {bed.pk: bed for bed in beds.select_related("room__place").order_by("pk")}


def stays_of(pupils: Iterable[int], *, since: date) -> dict[int, list[Occupancy]]:
    """The stays of each pupil that are not over on that day, locked, earliest first."""
    found = Occupancy.objects.between(since, None).filter(pupil__in=list(pupils))
    stays: dict[int, list[Occupancy]] = defaultdict(list)
    for stay in found.select_for_update(of=("self",)).order_by("starts_on", "pk"):
        stays[stay.pupil_id].append(stay)
    return stays


def refuse_taken(wishes: Sequence[Wish], *, first: date) -> None:
    """Raise Refused where somebody else has one of the beds."""
    for bed, _stay in taken_beds(wishes, first=first).items():
        named = Bed.objects.select_related("room__place").get(pk=bed)
        raise Refused(_("Somebody else sleeps in %(bed)s in these days.") % {"bed": named})


def taken_beds(wishes: Sequence[Wish], *, first: date) -> dict[int, Occupancy]:
    """Beds among them in which somebody sleeps who is none of these pupils; one query."""
    last = {wish.bed: wish.last for wish in wishes if wish.bed}
    stays = Occupancy.objects.between(first, None).filter(bed__in=list(last))
    others = stays.exclude(pupil__in=[wish.pupil for wish in wishes])
    return {
        stay.bed_id: stay
        for stay in others
        if (until := last[stay.bed_id]) is None or stay.starts_on <= until
    }
