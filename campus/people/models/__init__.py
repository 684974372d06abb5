"""People, what they belong to, the duties they hold; who has looked at pupils' data."""

from campus.people.models.access import PupilAccess
from campus.people.models.optional import Optional, OptionalField, PupilExtra
from campus.people.models.person import Duty, DutyQuerySet, Person, PersonQuerySet
from campus.people.models.units import Department, Role, SchoolClass

__all__ = [
    "Department",
    "Duty",
    "DutyQuerySet",
    "Optional",
    "OptionalField",
    "Person",
    "PersonQuerySet",
    "PupilAccess",
    "PupilExtra",
    "Role",
    "SchoolClass",
]
