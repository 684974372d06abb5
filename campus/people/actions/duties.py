"""Duties: given, ended, held by somebody else for some days."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Duty, Person
from campus.notices.actions import tell
from campus.records.actions import note
from campus.shell.words import in_languages
from campus.storing import store

TOPIC = "duty"
GIVEN = gettext_noop("You are on duty as %(role)s from %(first)s on.")
STANDS_IN = gettext_noop("You stand in for %(name)s as %(role)s from %(first)s to %(last)s.")
ENDS = gettext_noop("Your duty as %(role)s ends on %(last)s.")
RUNS_ON = gettext_noop("Your duty as %(role)s has no last day any more.")
NOTED_GIVEN = gettext_noop("Given the duty of %(role)s from %(first)s on.")
NOTED_STAND_IN = gettext_noop("%(name)s stands in as %(role)s from %(first)s to %(last)s.")
NOTED_ENDS = gettext_noop("The duty of %(role)s ends on %(last)s.")
NOTED_RUNS_ON = gettext_noop("The duty of %(role)s has no last day any more.")


@transaction.atomic
def give_duty(duty: Duty, *, by: Person, at: datetime) -> Duty:
    """Put a person on duty, who is told. Raises ValidationError, Refused for whoever has left."""
    refuse_leavers(duty.person)
    refuse_other_kind(duty.person, duty)
    store(duty)
    note(duty.person, by=by, at=at, text=NOTED_GIVEN, facts=facts_of(duty))
    record("duty_given", by=by, at=at, about=duty.person, **facts_of(duty))
    tell_of(duty, GIVEN, by=by, at=at)
    return duty


@transaction.atomic
def set_last_day(duty: Duty, *, ends_on: date | None, by: Person, at: datetime) -> Duty:
    """Let the duty end that day, or with None run on; stand-ins stop with it, at the latest.

    Raises ValidationError for a day before its first, and for days in which the person holds the
    same duty anew.
    """
    duty = locked(duty)
    duty.ends_on = ends_on
    store(duty, only=["ends_on"])
    cut_stand_ins([duty])
    noted, told = (NOTED_ENDS, ENDS) if ends_on else (NOTED_RUNS_ON, RUNS_ON)
    note(duty.person, by=by, at=at, text=noted, facts=facts_of(duty))
    kind = "duty_ends" if ends_on else "duty_runs_on"
    record(kind, by=by, at=at, about=duty.person, **facts_of(duty))
    tell_of(duty, told, by=by, at=at)
    return duty


@transaction.atomic
def name_stand_in(
    duty: Duty, *, person: Person, first: date, last: date, by: Person, at: datetime
) -> Duty:
    """Let `person` hold the duty from `first` to `last` (替班); both are told.

    It is a duty of their own, so that their rights follow by themselves. Raises Refused where the
    days do not lie within the duty's, for its own holder and for another's stand-in.
    """
    duty = locked(duty)
    refuse_leavers(person)
    refuse_other_kind(person, duty)
    if person == duty.person:
        raise Refused(_("Nobody stands in for themselves."))
    if duty.stands_in_for_id:
        raise Refused(_("A stand-in names no further stand-in."))
    if first < duty.starts_on or (duty.ends_on and last > duty.ends_on):
        raise Refused(_("The days of a stand-in lie within those of the duty."))
    held = Duty(
        person=person, role=duty.role, department=duty.department,
        school_class=duty.school_class, place=duty.place, starts_on=first, ends_on=last,
        stands_in_for=duty,
    )  # fmt: skip
    store(held)
    facts = {**facts_of(held), "name": person.name}
    note(duty.person, by=by, at=at, text=NOTED_STAND_IN, facts=facts)
    record("duty_stand_in", by=by, at=at, about=person, **facts_of(held))
    for told in {person, duty.person} - {by}:
        text = STANDS_IN if told == person else NOTED_STAND_IN
        whose = duty.person.name if told == person else person.name
        tell_one(told, text, {**facts, "name": whose}, held, at=at)
    return held


def cut_stand_ins(duties: Iterable[Duty]) -> None:
    """Stand-ins stop when the duties they stand in for do; those that had not begun never do."""
    for duty in duties:
        if duty.ends_on is None:
            continue
        beyond = Duty.objects.filter(stands_in_for=duty, ends_on__gt=duty.ends_on)
        beyond.filter(starts_on__gt=duty.ends_on).delete()
        beyond.filter(starts_on__lte=duty.ends_on).update(ends_on=duty.ends_on)


def refuse_leavers(person: Person) -> None:
    if not person.is_active:
        raise Refused(_("Whoever has left holds no duty."))


def refuse_other_kind(person: Person, duty: Duty) -> None:
    """Pupils hold duties of pupils, and nobody else does."""
    if person.is_pupil is not duty.held_by_pupils:
        raise Refused(
            _("%(role)s is held by staff.") % {"role": duty.get_role_display()}
            if person.is_pupil
            else _("%(role)s is held by pupils.") % {"role": duty.get_role_display()}
        )


def tell_of(duty: Duty, text: str, *, by: Person, at: datetime) -> None:
    """Tell the holder, unless they have done it themselves."""
    if duty.person != by:
        tell_one(duty.person, text, facts_of(duty), duty, at=at)


def tell_one(person: Person, text: str, facts: dict[str, Any], duty: Duty, *, at: datetime) -> None:
    key = f"duty:{duty.pk}:{person.pk}:{at.isoformat()}"
    path = person.get_absolute_url()
    tell([person], key=key, topic=TOPIC, text=text, facts=facts, path=path, at=at, robots=False)


def facts_of(duty: Duty) -> dict[str, Any]:
    """Role and days, for readers of both languages."""
    return {
        "role": in_languages(duty.get_role_display()),
        "first": {"day": duty.starts_on.isoformat()},
        "last": {"day": duty.ends_on.isoformat()} if duty.ends_on else "",
    }


def locked(duty: Duty) -> Duty:
    """The duty under this transaction's lock, with its holder."""
    found = Duty.objects.select_for_update(of=("self",))
    return found.select_related("person", "department", "school_class", "place").get(pk=duty.pk)
