"""One person: corrected, ended, taken back."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.account.actions import end_devices
from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Duty, Person
from campus.people.actions.duties import cut_stand_ins
from campus.people.names import pinyin_of
from campus.records.actions import note
from campus.shell.words import in_languages
from campus.storing import store

LEFT = gettext_noop("Left the school on %(day)s.")
BACK = gettext_noop("Is back at the school.")
EDITED = ("name", "department", "school_class", "phone", "email")


@transaction.atomic
def change_person(person: Person, *, by: Person, at: datetime, **fields: Any) -> Person:
    """Give the person other values of EDITED; the name brings its pinyin.

    Number and kind stay: records hang on them. Raises ValidationError.
    """
    person = locked(person)
    other = [name for name in EDITED if getattr(person, name) != fields[name]]
    for name in other:
        setattr(person, name, fields[name])
    person.pinyin = pinyin_of(person.name)
    store(person, only=[*EDITED, "pinyin"])
    if other:
        record("person_corrected", by=by, at=at, about=person, fields=labels_of(other))
    return person


def labels_of(fields: list[str]) -> dict[str, dict[str, str]]:
    """The fields by their names, for readers of any language."""
    labels = [field.verbose_name for field in Person._meta.fields if field.name in fields]
    return in_languages(format_lazy("{}" + ", {}" * (len(labels) - 1), *labels))


@transaction.atomic
def end_person(person: Person, *, on: date, by: Person, at: datetime) -> Person:
    """The person leaves with the day `on`, as with a roster: running duties end that day, and
    whoever stands in for them stops, too. Duties that would begin later are ended as never begun.

    Raises Refused for oneself and for whoever has left.
    """
    person = locked(person)
    if person == by:
        raise Refused(_("Nobody ends themselves: ask another administrator."))
    if not person.is_active:
        raise Refused(_("They have left already."))
    end_duties(list(person.duties.not_over(on).select_for_update(of=("self",))), on)
    person.is_active, person.left_on = False, on
    store(person, only=["is_active", "left_on"])
    end_devices(person)
    facts: dict[str, Any] = {"day": {"day": on.isoformat()}}
    note(person, by=by, at=at, text=LEFT, facts=facts)
    record("person_ended", by=by, at=at, about=person, **facts)
    return person


def end_duties(duties: list[Duty], on: date) -> None:
    """Duties end that day; one that would begin later lasts for its first day alone, on which
    nobody signs in any more."""
    for duty in duties:
        duty.ends_on = max(on, duty.starts_on)
    Duty.objects.bulk_update(duties, ["ends_on"])
    cut_stand_ins(duties)


@transaction.atomic
def take_person_back(person: Person, *, by: Person, at: datetime) -> Person:
    """Whoever has left is here again; duties are given anew. Raises Refused."""
    person = locked(person)
    if person.is_active:
        raise Refused(_("They are here."))
    person.is_active, person.left_on = True, None
    store(person, only=["is_active", "left_on"])
    note(person, by=by, at=at, text=BACK)
    record("person_back", by=by, at=at, about=person)
    return person


def locked(person: Person) -> Person:
    """The person under this transaction's lock."""
    return Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
