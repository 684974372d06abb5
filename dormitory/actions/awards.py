"""Awards of a month: laid, applied for, recommended, approved by another, awarded after notice."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person, Role
from campus.notices.actions import tell
from campus.storing import store
from dormitory.actions.moves import wardens_of
from dormitory.actions.stays import TOPIC
from dormitory.models import AwardCycle, DormRoom, Nomination, Occupancy
from dormitory.models.award import reached_in, what_vetoes
from dormitory.models.checks import TOPIC as CHECKS
from inspections.models import Finding

Status = Nomination.Status

APPLIED = gettext_noop("Put forward for the award: %(room)s, %(month)s")
RECOMMENDED = gettext_noop("Recommended for the award, to be approved: %(room)s, %(month)s")
ON_NOTICE = gettext_noop("Your nomination stands under public notice: %(room)s, %(month)s")
AWARDED = gettext_noop("Awarded: %(room)s, %(month)s")
REFUSED = gettext_noop("Your nomination is refused: %(room)s, %(month)s")


@transaction.atomic
def write_cycle(cycle: AwardCycle, *, by: Person, at: datetime, **fields: Any) -> AwardCycle:
    """Lay the award of a month, or change what is asked of a room. Raises ValidationError."""
    kept = AwardCycle.objects.select_for_update().get(pk=cycle.pk) if cycle.pk else cycle
    for name, value in fields.items():
        setattr(kept, name, value)
    store(kept)
    return kept


@transaction.atomic
def nominate(
    cycle: AwardCycle, room: DormRoom, *, pupil: Person | None, words: str, by: Person,
    at: datetime, photos: Iterable[Upload | Attachment] = (),
) -> Nomination:  # fmt: skip
    """Put a room forward, or with `pupil` an exemplar who sleeps there; its wardens are told.

    Raises Refused before the month and after its last day of applications, and for a pupil who
    sleeps elsewhere; ValidationError for who is put forward already.
    """
    today = timezone.localtime(at).date()
    if not cycle.month <= today <= cycle.apply_until:
        raise Refused(_("Applications are taken from the first of the month to %(day)s.")
                      % {"day": f"{cycle.apply_until:%Y-%m-%d}"})  # fmt: skip
    sleepers = Occupancy.objects.on(today).filter(bed__room=room)
    if pupil and not sleepers.filter(pupil=pupil).exists():
        raise Refused(_("%(name)s does not sleep here.") % {"name": pupil})
    made = Nomination(cycle=cycle, room=room, pupil=pupil, words=words, by=by, at=at)
    store(made)
    attach(made, photos, by=by, at=at)
    tell_of(made, [each for each in wardens_of(room) if each != by], APPLIED, at=at)
    return made


def locked(nomination: Nomination, becoming: str) -> Nomination:
    """The nomination as it stands, held. Raises Refused where it cannot move on in this way."""
    rows = Nomination.objects.select_for_update(of=("self",)).with_all()
    kept = rows.get(pk=nomination.pk)
    if not kept.can_become(becoming):
        raise Refused(_("It is “%(state)s” by now.") % {"state": kept.get_status_display()})
    return kept


def veto_on(nomination: Nomination) -> str:
    """Why it must not be awarded, by what was scored in the month up to now; else nothing. Of a
    room its own scores count, of an exemplar the marks about the pupil."""
    cycle = nomination.cycle
    if nomination.pupil is None:
        place = nomination.room.place_id
        return what_vetoes(cycle, reached_in(cycle, [place]).get(place))
    marks = Finding.objects.filter(
        pupil=nomination.pupil, day__range=cycle.days, kind=Finding.Kind.MARK,
        checklist__topic=CHECKS, reported_at__isnull=False,
    )  # fmt: skip
    lost = marks.aggregate(lost=Sum("points"))["lost"] or Decimal(0)
    return what_vetoes(cycle, (lost, cycle.least_given))


def refuse_vetoed(nomination: Nomination) -> None:
    """Raise Refused with the sentence of what vetoes it."""
    if sentence := veto_on(nomination):
        raise Refused(sentence)


@transaction.atomic
def recommend(nomination: Nomination, *, by: Person, at: datetime) -> Nomination:
    """The warden stands for it; student affairs are asked to approve. Raises Refused where points
    lost veto it."""
    kept = locked(nomination, Status.RECOMMENDED)
    refuse_vetoed(kept)
    kept.status, kept.recommended_by = Status.RECOMMENDED, by
    store(kept)
    affairs = Person.objects.on_duty_as(Role.STUDENT_AFFAIRS)
    tell_of(kept, [each for each in affairs if each != by], RECOMMENDED, at=at)
    return kept


@transaction.atomic
def approve(nomination: Nomination, *, by: Person, at: datetime) -> Nomination:
    """Put it under public notice for the days of the cycle. Raises Refused for whoever has
    recommended it and where points lost veto it."""
    kept = locked(nomination, Status.NOTICE)
    if kept.recommended_by_id == by.pk:
        raise Refused(_("Whoever has recommended it does not approve it."))
    refuse_vetoed(kept)
    kept.status, kept.approved_by = Status.NOTICE, by
    kept.notice_until = timezone.localtime(at).date() + timedelta(days=kept.cycle.notice_days)
    store(kept)
    tell_of(kept, [kept.by], ON_NOTICE, at=at)
    return kept


@transaction.atomic
def award(nomination: Nomination, *, by: Person, at: datetime) -> Nomination:
    """Award it once the public notice is over; those of the room are told.

    Raises Refused before, and where points lost meanwhile veto it.
    """
    kept = locked(nomination, Status.AWARDED)
    today = timezone.localtime(at).date()
    assert kept.notice_until is not None  # as its constraint says
    if today <= kept.notice_until:
        words = _("The public notice runs until %(day)s.")
        raise Refused(words % {"day": f"{kept.notice_until:%Y-%m-%d}"})
    refuse_vetoed(kept)
    kept.status, kept.awarded_on, kept.answered_by = Status.AWARDED, today, by
    store(kept)
    stays = Occupancy.objects.on(today).filter(bed__room=kept.room)
    room_mates = Person.objects.active().filter(pk__in=stays.values("pupil"))
    told = [kept.pupil] if kept.pupil else list(room_mates)
    tell_of(kept, told, AWARDED, at=at)
    return kept


@transaction.atomic
def refuse(nomination: Nomination, *, reason: str, by: Person, at: datetime) -> Nomination:
    """Say no, and why; whoever has put it forward is told. Raises ValidationError without a
    reason."""
    kept = locked(nomination, Status.REFUSED)
    kept.status, kept.reason, kept.answered_by = Status.REFUSED, reason, by
    store(kept)
    tell_of(kept, [kept.by], REFUSED, at=at)
    return kept


@transaction.atomic
def withdraw(nomination: Nomination, *, by: Person, at: datetime) -> Nomination:
    """Take the application back."""
    kept = locked(nomination, Status.WITHDRAWN)
    kept.status, kept.answered_by = Status.WITHDRAWN, by
    store(kept)
    return kept


@transaction.atomic
def consent(nomination: Nomination, *, named: bool, by: Person, at: datetime) -> Nomination:
    """The exemplar lets the school name them, or lets it no longer; asked again it changes
    nothing. Raises Refused for everybody else."""
    kept = Nomination.objects.select_for_update(of=("self",)).get(pk=nomination.pk)
    if kept.pupil_id != by.pk:
        raise Refused(_("Only the pupil says whether they are named."))
    kept.consented_at = (kept.consented_at or at) if named else None
    store(kept, only=["consented_at"])
    return kept


def tell_of(nomination: Nomination, people: list[Person], text: str, *, at: datetime) -> None:
    """Tell people of a nomination; each sentence once, and of an exemplar the room alone."""
    month = nomination.cycle.month
    facts = {"room": str(nomination.room), "month": f"{month:%Y-%m}"}
    tell(
        people, key=f"nomination:{nomination.pk}:{nomination.status}", topic=TOPIC, text=text,
        facts=facts, path=nomination.get_absolute_url(), at=at, robots=False, mail=False,
    )  # fmt: skip
