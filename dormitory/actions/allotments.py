"""Allotments: laid from a table, by rule, or from the stays of a semester; changed, applied as a
whole, or thrown away."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.drafts.actions import (
    KEPT_DAYS,
    bytes_of,
    forget_file,
    in_file_order,
    keep_file,
    note_faults,
    put_to_work,
    refuse_under_way,
)
from campus.jobs.registry import Outcome, Progress
from campus.models import Person, Semester
from campus.notices.actions import tell
from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import Fault
from campus.storing import store
from dormitory.actions.spaces import filled, rooms_with_space
from dormitory.actions.stays import DAY, TOPIC, Wish, lay_stays, taken_beds
from dormitory.actions.table import HEADINGS, check
from dormitory.models import Allotment, AllotmentLine, Bed, DormRoom, Occupancy

READ, APPLY = "dormitory.read_allotment", "dormitory.apply_allotment"
BATCH = 500
S, Source = Allotment.State, Allotment.Source

IS_READY = gettext_noop("“%(title)s” is read and can be applied. Nothing has changed yet.")
HAS_FAULTS = gettext_noop("“%(title)s” has %(count)s faults to mend; nothing has changed.")
APPLIED = gettext_noop("“%(title)s” is applied: %(count)s pupils have a new bed.")
NEW_BED = gettext_noop("You have a new bed from %(day)s on; see your room.")
NOTHING = gettext_noop("There is nobody in it.")


# From a table


@transaction.atomic
def take_up(
    *, data: bytes, name: str, starts_on: date, ends_on: date | None, by: Person, at: datetime
) -> Allotment:
    """Store an uploaded table privately and have it read; nothing else changes."""
    found = Allotment(
        source=Source.TABLE, title=name[-200:], starts_on=starts_on, ends_on=ends_on, by=by, at=at
    )
    found.file = keep_file(data, name)
    store(found)
    return ask_for(found, READ, title=_("Read %(title)s"), by=by, at=at)


def ask_for(found: Allotment, work: str, *, title: str, by: Person, at: datetime) -> Allotment:
    """Ask for a job over the allotment; refuses while another one is under way."""
    words = title % {"title": found.title}
    put_to_work(found, work, title=words, facts={"allotment": found.pk}, by=by, at=at)
    return found


def locked(pk: int, *states: str) -> Allotment:
    """The allotment under this transaction's lock. Raises Refused where it is in no such state."""
    rows = Allotment.objects.select_for_update(of=("self",)).select_related("by", "job")
    found = rows.get(pk=pk)
    if found.state not in states:
        raise Refused(_("This allotment is applied or thrown away already."))
    return found


@transaction.atomic
def read(pk: int, progress: Progress, *, at: datetime) -> Outcome:
    """Lay the lines of a table, or note what is wrong with it."""
    found = locked(pk, S.READING)
    faults: list[Fault] = []
    try:
        lines = lines_of(found, faults)
    except Unreadable as refused:
        lines = []
        faults.append(Fault("", 0, "", refused.sentence, refused.facts))
    if not faults and not lines:
        faults.append(Fault("", 0, "", NOTHING))
    if not faults:
        AllotmentLine.objects.bulk_create(lines, batch_size=BATCH)
    note_faults(found, sorted(faults, key=in_file_order))
    facts = {"title": found.title, "count": len(faults)}
    text = HAS_FAULTS if faults else IS_READY
    return Outcome(text=text, facts=facts, path=found.get_absolute_url())


def lines_of(found: Allotment, faults: list[Fault]) -> list[AllotmentLine]:
    """The stored file held against the school; what is wrong is added to `faults`. Raises
    Unreadable, and Refused where the file is gone."""
    table = read_table(bytes_of(found), found.title, headings=HEADINGS)
    found.unread = table.unread
    checked = check(table, found)
    faults += checked.faults
    was_in = beds_now([each.pupil.pk for each in checked.placed], found.starts_on)
    return [
        AllotmentLine(
            allotment=found, pupil=each.pupil, bed_id=each.bed, was_in_id=was_in.get(each.pupil.pk)
        )
        for each in checked.placed
    ]


def beds_now(pupils: Collection[int], on: date) -> dict[int, int]:
    """In which bed each pupil sleeps before a day; one query."""
    stays = Occupancy.objects.on(on - DAY).filter(pupil__in=pupils)
    return dict(stays.values_list("pupil", "bed"))


# By rule


@transaction.atomic
def lay_by_rule(
    rooms: Iterable[DormRoom], pupils: Iterable[Person], *, title: str, starts_on: date,
    ends_on: date | None, by: Person, at: datetime,
) -> Allotment:  # fmt: skip
    """Lay beds of the rooms for the pupils who have none in these days, class by class.

    A pupil's side is the one of the rooms where all are of one; else that of the last room where
    the pupil slept. Pupils who slept on another side than all of these rooms, and those of whom
    nothing is known, stay without a bed. Raises Refused where there is nobody.
    """
    chosen, boarders = list(rooms), list(pupils)
    numbers = [pupil.pk for pupil in boarders]
    having = set(
        Occupancy.objects.between(starts_on, ends_on)
        .filter(pupil__in=numbers).values_list("pupil", flat=True)
    )  # fmt: skip
    waiting = [pupil for pupil in boarders if pupil.pk not in having]
    if not waiting:
        raise Refused(_("All of these pupils have a bed in these days."))
    space = rooms_with_space(chosen, first=starts_on, last=ends_on, leaving=[])
    given = filled(space, by_side(waiting, {room.side for room in chosen}))
    found = Allotment(
        source=Source.RULE, state=S.READY, title=title[:200], starts_on=starts_on,
        ends_on=ends_on, by=by, at=at,
    )  # fmt: skip
    store(found)
    AllotmentLine.objects.bulk_create(
        (AllotmentLine(allotment=found, pupil=each, bed_id=given.get(each.pk)) for each in waiting),
        batch_size=BATCH,
    )
    return found


def by_side(pupils: Iterable[Person], sides: set[str]) -> dict[str, list[Person]]:
    """The pupils by the side on which they are to sleep; those of whom it is not known are left
    out."""
    known = last_sides([pupil.pk for pupil in pupils])
    lone = next(iter(sides)) if len(sides) == 1 else ""
    found: dict[str, list[Person]] = {side: [] for side in sorted(sides)}
    for pupil in pupils:
        side = known.get(pupil.pk) or lone
        if side in found:
            found[side].append(pupil)
    return found


def last_sides(pupils: Collection[int]) -> dict[int, str]:
    """The side of the room where each pupil slept last; one query."""
    stays = Occupancy.objects.filter(pupil__in=pupils).order_by("starts_on", "pk")
    return dict(stays.values_list("pupil", "bed__room__side"))


# From the stays of a semester


@transaction.atomic
def carry_on(
    semester: Semester, *, leaving: Collection[int], by: Person, at: datetime
) -> Allotment:
    """Lay the next semester from who sleeps where on the day before it: all keep their beds but
    those who have left the school and the grades `leaving`. Raises Refused where nobody does."""
    kept = DormRoom.objects.kept_by(by)
    stays = Occupancy.objects.on(semester.first_day - DAY).filter(bed__room__in=kept)
    found = Allotment(
        source=Source.CARRY, state=S.READY, title=str(semester), starts_on=semester.first_day,
        ends_on=semester.last_day, facts={"leaving": sorted(leaving)}, by=by, at=at,
    )  # fmt: skip
    store(found)
    lines = [
        AllotmentLine(
            allotment=found, pupil=stay.pupil, was_in_id=stay.bed_id,
            bed_id=stay.bed_id if stays_on(stay.pupil, leaving) else None,
        )
        for stay in stays.in_order()
    ]  # fmt: skip
    if not lines:
        raise Refused(_("Nobody sleeps there on the day before the semester."))
    AllotmentLine.objects.bulk_create(lines, batch_size=BATCH)
    return found


def stays_on(pupil: Person, leaving: Collection[int]) -> bool:
    grade = pupil.school_class.grade if pupil.school_class else None
    return pupil.is_active and grade not in leaving


# Changed, applied, thrown away


@transaction.atomic
def place_line(line: AllotmentLine, *, bed: Bed | None, by: Person, at: datetime) -> AllotmentLine:
    """Give a pupil of an allotment another bed, or none. Raises Refused where somebody has it."""
    found = locked(line.allotment_id, S.READY)
    if bed:
        if AllotmentLine.objects.filter(allotment=found, bed=bed).exclude(pk=line.pk).exists():
            raise Refused(_("Another pupil of the allotment has this bed."))
        own = AllotmentLine.objects.filter(allotment=found).values_list("pupil", flat=True)
        wishes = [Wish(pupil, bed.pk, found.ends_on) for pupil in own]
        if taken_beds(wishes, first=found.starts_on):
            raise Refused(_("Somebody else sleeps in this bed in these days."))
    line.bed = bed
    store(line, only=["bed"])
    return line


@transaction.atomic
def take_out(line: AllotmentLine, *, by: Person, at: datetime) -> None:
    """Leave a pupil out of an allotment: nothing changes for this one."""
    locked(line.allotment_id, S.READY)
    line.delete()


@transaction.atomic
def ask_to_apply(found: Allotment, *, by: Person, at: datetime) -> Allotment:
    """Have an allotment applied. Raises Refused where it is not ready."""
    found = locked(found.pk, S.READY)
    return ask_for(found, APPLY, title=_("Apply %(title)s"), by=by, at=at)


@transaction.atomic
def apply(pk: int, progress: Progress, *, by: Person, at: datetime) -> Outcome:
    """Let all sleep where the allotment says, or nobody. Raises Refused where one of them has left
    the school or a bed is taken by now."""
    found = locked(pk, S.READY)
    lines = list(found.lines.select_related("pupil"))
    gone = next((line.pupil for line in lines if line.bed_id and not line.pupil.is_active), None)
    if gone:
        raise Refused(_("%(name)s has left the school.") % {"name": gone})
    wishes = [
        Wish(line.pupil_id, line.bed_id, found.ends_on)
        for line in lines
        if line.bed_id or found.carries_on
    ]
    count = lay_stays(wishes, first=found.starts_on)
    forget_file(found)
    found.state, found.applied_by, found.applied_at = S.APPLIED, by, at
    store(found)
    tell_moved([line.pupil for line in lines if line.bed_id and line.bed_id != line.was_in_id],
               found, at=at)  # fmt: skip
    facts = {"title": found.title, "count": count}
    return Outcome(text=APPLIED, facts=facts, path=found.get_absolute_url())


def tell_moved(pupils: list[Person], found: Allotment, *, at: datetime) -> None:
    """One notice for all who have a new bed."""
    facts = {"day": {"day": found.starts_on.isoformat()}}
    tell(
        pupils, key=f"allotment:{found.pk}", topic=TOPIC, text=NEW_BED, facts=facts,
        path=reverse("dormitory:my_room"), at=at, robots=False, mail=False,
    )  # fmt: skip


@transaction.atomic
def throw_away(found: Allotment, *, by: Person, at: datetime) -> Allotment:
    """Give up an allotment that was not applied; its file is deleted."""
    found = locked(found.pk, S.READING, S.FAULTY, S.READY)
    refuse_under_way(found)
    return let_go(found)


def let_go(found: Allotment) -> Allotment:
    forget_file(found)
    found.lines.all().delete()
    found.state = S.LET_GO
    store(found)
    return found


@transaction.atomic
def let_go_of_old(*, at: datetime) -> int:
    """Throw away what nobody has applied within a week; answers with how many."""
    old = Allotment.objects.left_lying(at - timedelta(days=KEPT_DAYS))
    found = list(old.select_for_update(skip_locked=True))
    for each in found:
        let_go(each)
    return len(found)
