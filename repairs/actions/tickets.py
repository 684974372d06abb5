"""What happens to tickets beyond what happens to any case."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.models import Attachment
from campus.cases.actions import assign as put_into_hands
from campus.cases.actions import move
from campus.cases.actions.moving import MOVED
from campus.cases.actions.telling import tell_people
from campus.cases.models import RECURRENCE
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Person, Role, TimelineEntry
from campus.shell.words import in_languages
from repairs.models import Category, Contractor, Ticket

Status = Ticket.Status

MENDED = gettext_noop("Mended")
THERE = gettext_noop("On the spot")
WAITS = gettext_noop("On hold until %(day)s: %(what)s")
CONFIRMED = gettext_noop("Confirmed as mended")
BY_ITSELF = gettext_noop("Confirmed by itself: nobody objected in time")
REPORTED_AGAIN = gettext_noop("Reported again")
RATED_LOW = gettext_noop("Rated %(rating)s of 5: %(number)s %(title)s")
# The categories that most schools have, by their codes; the school renames and withdraws them.
USUAL = {
    "water": "水电",
    "light": "照明与插座",
    "furniture": "桌椅家具",
    "doors": "门窗锁具",
    "multimedia": "多媒体",
    "air": "空调暖气",
    "network": "网络通信",
    "fire": "消防设施",
    "other": "其他",
}
# From here down a rating reaches the dispatcher; our own figure.
LOW = 2


@transaction.atomic
def lay_usual_categories() -> None:
    """Add those of the usual categories that are missing; safe to repeat, and what the school has
    named so itself stays its own."""
    known = set(Category.objects.values_list("code", flat=True))
    missing = [
        Category(code=code, name=name, position=position)
        for position, (code, name) in enumerate(USUAL.items())
        if code not in known
    ]
    Category.objects.bulk_create(missing, ignore_conflicts=True)


def count_earlier(ticket: Ticket) -> None:
    """Set how many of its category were reported at its place in the half year before it."""
    same = Ticket.objects.counted().filter(place=ticket.place_id, category=ticket.category_id)
    since = ticket.raised_at - RECURRENCE
    ticket.earlier = same.filter(raised_at__gte=since, raised_at__lt=ticket.raised_at).count()


@transaction.atomic
def assign(
    ticket: Ticket, *, to: Person, by: Person, at: datetime, seen: int | None = None,
    words: str = "",
) -> TimelineEntry:  # fmt: skip
    """Send somebody to mend it, who is told and has to accept. Raises Refused."""
    return put_into_hands(
        ticket, to=to, by=by, at=at, seen=seen, words=words, status=Status.ASSIGNED
    )


@transaction.atomic
def assign_all(
    tickets: Iterable[Ticket], *, to: Person, by: Person, at: datetime
) -> list[TimelineEntry]:
    """Send one person to all of them, or to none. Raises Refused."""
    return [assign(each, to=to, by=by, at=at) for each in tickets]


def accept(ticket: Ticket, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """Say that one will come."""
    return move(ticket, Status.TAKEN_UP, by=by, at=at, seen=seen)


def begin(
    ticket: Ticket, *, by: Person, at: datetime, seen: int | None = None,
    attachments: Iterable[Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """Be on the spot and begin, with photos of how it looks, or go on after a pause; the promise
    runs again."""
    return move(
        ticket, Status.UNDER_WAY, by=by, at=at, seen=seen, text=THERE if attachments else MOVED,
        attachments=attachments, hold_for="", expected_on=None,
    )  # fmt: skip


def hold(  # noqa: PLR0913  # each is a fact of its own, named by the caller
    ticket: Ticket, *, hold_for: str, expected_on: date, words: str, by: Person, at: datetime,
    seen: int | None = None, contractor: Contractor | None = None,
) -> TimelineEntry:  # fmt: skip
    """Wait until `expected_on` for parts, a contractor or the room, and say so; the promise stands
    still. Raises Refused for a day that has passed, and for a contractor nobody has named."""
    if expected_on < timezone.localtime(at).date():
        raise Refused(_("Choose a day that is still to come."))
    contractor = contractor or ticket.contractor
    if hold_for == Ticket.HoldFor.CONTRACTOR and contractor is None:
        raise Refused(_("Say which contractor comes."))
    waits = in_languages(Ticket.HoldFor(hold_for).label)
    return move(
        ticket, Status.ON_HOLD, by=by, at=at, seen=seen, words=words, text=WAITS,
        facts={"what": waits, "day": {"day": expected_on.isoformat()}},
        hold_for=hold_for, expected_on=expected_on, contractor=contractor,
    )  # fmt: skip


def finish(  # noqa: PLR0913  # as above
    ticket: Ticket, *, words: str, damage_cause: str, by: Person, at: datetime,
    seen: int | None = None, bill: Decimal | None = None, attachments: Iterable[Attachment] = (),
) -> TimelineEntry:  # fmt: skip
    """It is mended: `words` and photos reach whoever reported it, who has the last word. `bill` is
    what a contractor asks for it, in yuan."""
    return move(
        ticket, Status.DONE, by=by, at=at, seen=seen, words=words, text=MENDED,
        attachments=attachments, done_at=at, damage_cause=damage_cause, hold_for="",
        expected_on=None, bill=bill or Decimal(0),
    )  # fmt: skip


@transaction.atomic
def confirm(
    ticket: Ticket, *, rating: int | None, words: str = "", by: Person, at: datetime,
    seen: int | None = None,
) -> TimelineEntry:  # fmt: skip
    """Whoever reported it is content, or says how much; a low rating reaches the dispatcher."""
    entry = move(
        ticket, Status.CONFIRMED, by=by, at=at, seen=seen, words=words, text=CONFIRMED,
        rating=rating,
    )  # fmt: skip
    if rating is not None and rating <= LOW:
        rated = Ticket.objects.get(pk=ticket.pk)
        tell_people(on_duty(Role.DISPATCHER), rated, RATED_LOW, by=by, at=at, rating=rating)
    return entry


@transaction.atomic
def confirm_by_itself(pk: int, *, before: datetime, at: datetime) -> bool:
    """Confirm the ticket `pk` where it was done before that moment and nobody has spoken since;
    True if it was. Safe to repeat."""
    locked = Ticket.objects.select_for_update(of=("self",), skip_locked=True)
    ticket = locked.done_before(before).filter(pk=pk).first()
    if ticket is None:
        return False
    move(ticket, Status.CONFIRMED, by=None, at=at, text=BY_ITSELF)
    return True


def reopen(
    ticket: Ticket, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It does not hold: back to the dispatcher with new promises."""
    return move(
        ticket, Status.REPORTED, by=by, at=at, seen=seen, words=words, text=REPORTED_AGAIN,
        assignee=None, done_at=None, rating=None, hold_for="", expected_on=None,
    )  # fmt: skip


def reject(
    ticket: Ticket, *, words: str, by: Person, at: datetime, seen: int | None = None
) -> TimelineEntry:
    """It is no repair, and why."""
    return move(ticket, Status.REJECTED, by=by, at=at, seen=seen, words=words)


def cancel(ticket: Ticket, *, by: Person, at: datetime, seen: int | None = None) -> TimelineEntry:
    """Whoever reported it takes it back."""
    return move(ticket, Status.CANCELLED, by=by, at=at, seen=seen)
