"""All nouns of the ground in one place, as Django expects; each is written in its own folder."""

from campus.notices.models import Delivery, InboxEntry, Notice, Robot
from campus.people.models import Department, Duty, Person, Role, SchoolClass
from campus.places.models import Place
from campus.school_time.models import SchoolYear, Semester, SpecialDay, WorkingHours

__all__ = [
    "Delivery",
    "Department",
    "Duty",
    "InboxEntry",
    "Notice",
    "Person",
    "Place",
    "Robot",
    "Role",
    "SchoolClass",
    "SchoolYear",
    "Semester",
    "SpecialDay",
    "WorkingHours",
]
