"""The fields of people and duties, laid from what an import keeps of them: forwards and back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from campus.models import Duty, Person, Place
from campus.people.names import pinyin_of
from campus.rosters.snapshot import School
from campus.rosters.terms import duty_key

OLD, NEW = 0, 1
PERSON_FIELDS = [
    "name", "pinyin", "department", "school_class", "phone", "email", "is_active", "left_on",
]  # fmt: skip
BATCH = 500


def set_fields(
    person: Person, fields: Mapping[str, Sequence[Any]], which: int, school: School
) -> None:
    """Give the person the old or the new values; a new name brings its pinyin."""
    for key, pair in fields.items():
        value = pair[which]
        if key == "department":
            person.department_id = school.departments[value] if value else None
        elif key == "school_class":
            person.school_class_id = school.classes[value] if value else None
        elif key == "left_on":
            person.left_on = day_of(value)
        else:
            setattr(person, key, value)
    person.pinyin = pinyin_of(person.name)


def set_place(
    sites: Mapping[str, Place], code: str, fields: Mapping[str, Sequence[Any]], which: int,
    school: School,
) -> None:  # fmt: skip
    """Give a place the old or the new values; its whole is looked up among `sites` by code."""
    place = sites[code]
    for key, pair in fields.items():
        value = pair[which]
        if key == "parent":
            place.parent = sites[value] if value else None
        elif key == "manager":
            place.manager = school.people[value] if value else None
        elif key in ("starts_on", "ends_on"):
            setattr(place, key, day_of(value))
        else:
            setattr(place, key, "" if value is None and key != "capacity" else value)


def day_of(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def duties_by_key(school: School) -> dict[str, Duty]:
    """All duties by what stands for them among the changes."""
    return {
        duty_key(number, school.scope_of(duty), duty.starts_on): duty
        for number, duties in school.duties.items()
        for duty in duties
    }
