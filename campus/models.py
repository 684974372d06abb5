"""All nouns of the ground in one place, as Django expects; each is written in its own folder."""

from campus.jobs.models import Job
from campus.notices.models import Delivery, InboxEntry, Notice, Robot
from campus.people.models import Department, Duty, Person, Role, SchoolClass
from campus.places.models import Place
from campus.records.models import TimelineEntry
from campus.school_time.models import SchoolYear, Semester, SpecialDay, WorkingHours

__all__ = [
    "Delivery",
    "Department",
    "Duty",
    "InboxEntry",
    "Job",
    "Notice",
    "Person",
    "Place",
    "Robot",
    "Role",
    "SchoolClass",
    "SchoolYear",
    "Semester",
    "SpecialDay",
    "TimelineEntry",
    "WorkingHours",
]
