"""What happens to fire equipment: hung, serviced, scrapped; its rules."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, Place, Role
from campus.storing import store
from inspections.actions.schedules import write_schedule
from inspections.models import Checklist, Inspection, Schedule
from planning.actions.reminders import plan_all_reminders
from safety.models import EquipmentRule, FireEquipment
from safety.models.equipment import ROUND

# Years until the first service, between services, until it is scrapped (usual figures of the
# trade: powder and CO₂ five and two, water three and one; ten, twelve and six until scrapped).
USUAL: dict[str, tuple[int | None, int | None, int | None]] = {
    "powder": (5, 2, 10), "co2": (5, 2, 12), "water": (3, 1, 6), "hydrant": (1, 1, None),
    "light": (1, 1, None), "sign": (1, 1, None), "alarm": (1, 1, None), "other": (None, None, None),
}  # fmt: skip


# The round is walked from the first of a month on, and leaves its last days to make up for what
# was missed; our own figures for "every month".
ROUND_DAY, ROUND_DAYS = 1, 20


@transaction.atomic
def lay_usual_rules() -> None:
    """Add the rules that are missing; safe to repeat, and what the school has changed stays."""
    known = set(EquipmentRule.objects.values_list("sort", flat=True))
    EquipmentRule.objects.bulk_create(
        (
            EquipmentRule(
                sort=sort, first_service_years=first, service_years=again, scrap_years=scrap
            )
            for sort, (first, again, scrap) in USUAL.items()
            if sort not in known
        ),
        ignore_conflicts=True,
    )


@transaction.atomic
def write_rule(rule: EquipmentRule, *, by: Person, at: datetime, **years: Any) -> EquipmentRule:
    """Change the years of a sort; equipment written or serviced from now on follows them."""
    rule = EquipmentRule.objects.select_for_update().get(pk=rule.pk)
    for name, value in years.items():
        setattr(rule, name, value)
    store(rule)
    return rule


@transaction.atomic
def write_equipment(
    equipment: FireEquipment, *, by: Person, at: datetime, **fields: Any
) -> FireEquipment:
    """Hang a piece, or correct it: days that are left empty follow from the rule of its sort.

    Raises ValidationError.
    """
    if equipment.pk:
        equipment = locked(equipment)
    before = equipment.sort
    for name, value in fields.items():
        setattr(equipment, name, value)
    rule = EquipmentRule.objects.get(sort=equipment.sort)
    if equipment.next_service is None and equipment.made_on:
        equipment.next_service = rule.next_service(equipment.made_on, equipment.last_service)
    if equipment.scrap_on is None and equipment.made_on:
        equipment.scrap_on = rule.scrap_on(equipment.made_on)
    stored(equipment)
    remind_of({before, equipment.sort}, at=at)
    return equipment


def remind_of(sorts: Iterable[str], *, at: datetime) -> None:
    """Lay the reminders of sorts of which a piece has changed."""
    plan_all_reminders(EquipmentRule.objects.filter(sort__in=set(sorts)), at=at)


def locked(equipment: FireEquipment) -> FireEquipment:
    return FireEquipment.objects.select_for_update(of=("self",)).get(pk=equipment.pk)


def stored(equipment: FireEquipment) -> FireEquipment:
    ends = [day for day in (equipment.next_service, equipment.scrap_on) if day]
    equipment.due_on = min(ends) if ends and equipment.scrapped_on is None else None
    store(equipment)
    return equipment


@transaction.atomic
def service_all(
    pieces: Iterable[FireEquipment], *, on: date, by: Person, at: datetime
) -> list[FireEquipment]:
    """Note that they were serviced: the next service follows from the rules of their sorts."""
    refuse_future(on, at=at)
    rules = {rule.sort: rule for rule in EquipmentRule.objects.all()}
    serviced = []
    for each in pieces:
        piece = locked(each)
        piece.last_service = on
        piece.next_service = rules[piece.sort].next_service(piece.made_on, on)
        serviced.append(stored(piece))
    remind_of((piece.sort for piece in serviced), at=at)
    return serviced


@transaction.atomic
def scrap_all(pieces: Iterable[FireEquipment], *, on: date, by: Person, at: datetime) -> None:
    """Take them down for good."""
    refuse_future(on, at=at)
    scrapped = [locked(each) for each in pieces]
    for piece in scrapped:
        piece.scrapped_on = on
        stored(piece)
    remind_of((piece.sort for piece in scrapped), at=at)


# The monthly round


@transaction.atomic
def note_round(walk: Inspection, *, by: Person, at: datetime) -> None:
    """All that hangs where the monthly round was walked is looked at: one statement, however many
    pieces there are. Called as each walk is finished; a walk of another checklist changes nothing,
    and one that comes in late hides no newer one."""
    if walk.checklist.code != ROUND:
        return
    day = timezone.localtime(at).date()
    older = Q(checked_on=None) | Q(checked_on__lte=day)
    FireEquipment.objects.at(walk.place).filter(older).update(checked_on=day, last_check=walk)


@transaction.atomic
def lay_round(*, by: Person, at: datetime) -> Schedule:
    """Have every place where equipment hangs walked once a month: the round's schedule is written,
    or the one there is takes the places that it lacks. Raises Refused where none is lacking, or the
    checklist was withdrawn."""
    places = list(
        Place.objects.filter(pk__in=FireEquipment.objects.without_round().values("place"))
        .defer("sought")
        .order_by("code")
    )
    if not places:
        raise Refused(_("Every place where equipment hangs is in the round already."))
    checklist = Checklist.objects.offered().select_related("current").filter(code=ROUND).first()
    if checklist is None:
        raise Refused(_("The checklist of the monthly round is not walked any more."))
    running = Schedule.objects.running(timezone.localtime(at).date()).filter(checklist=checklist)
    known = running.order_by("id").first()
    if known:
        return write_schedule(known, places=[*known.places.all(), *places], by=by, at=at)
    first, *others = places
    return write_schedule(
        Schedule(), places=others, by=by, at=at, checklist=checklist, place=first,
        role=Role.SAFETY_OFFICER, rhythm=Schedule.Rhythm.MONTHLY, month_day=ROUND_DAY,
        lasts_days=ROUND_DAYS, starts_on=timezone.localtime(at).date(),
    )  # fmt: skip


def refuse_future(on: date, *, at: datetime) -> None:
    """Raise Refused for a day to come."""
    if on > timezone.localtime(at).date():
        raise Refused(_("That is still to come."))
