"""What happens to fire equipment: hung, serviced, scrapped; its rules."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from safety.models import EquipmentRule, FireEquipment

# Years until the first service, between services, until it is scrapped (usual figures of the
# trade: powder and CO₂ five and two, water three and one; ten, twelve and six until scrapped).
USUAL: dict[str, tuple[int | None, int | None, int | None]] = {
    "powder": (5, 2, 10), "co2": (5, 2, 12), "water": (3, 1, 6), "hydrant": (1, 1, None),
    "light": (1, 1, None), "sign": (1, 1, None), "alarm": (1, 1, None), "other": (None, None, None),
}  # fmt: skip


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
    for name, value in fields.items():
        setattr(equipment, name, value)
    rule = EquipmentRule.objects.get(sort=equipment.sort)
    if equipment.next_service is None and equipment.made_on:
        equipment.next_service = rule.next_service(equipment.made_on, equipment.last_service)
    if equipment.scrap_on is None and equipment.made_on:
        equipment.scrap_on = rule.scrap_on(equipment.made_on)
    return stored(equipment)


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
    return serviced


@transaction.atomic
def scrap_all(pieces: Iterable[FireEquipment], *, on: date, by: Person, at: datetime) -> None:
    """Take them down for good."""
    refuse_future(on, at=at)
    for each in pieces:
        piece = locked(each)
        piece.scrapped_on = on
        stored(piece)


def refuse_future(on: date, *, at: datetime) -> None:
    """Raise Refused for a day to come."""
    if on > timezone.localtime(at).date():
        raise Refused(_("That is still to come."))
