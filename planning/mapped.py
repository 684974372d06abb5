"""What planning keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    STAFF,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from campus.shell.words import moment_in_words
from planning.models import Attendee, Decision


def held(person: Person) -> Iterable[Rows[Held]]:
    """Meetings that the person was asked to, and what they decided the person does."""
    yield Rows(
        rows=Attendee.objects.filter(person=person),
        fields=("meeting__title", "meeting__starts_at"),
        draw=lambda attendee: Held(
            kind="meetings", label=attendee.meeting.title,
            value=moment_in_words(attendee.meeting.starts_at),
        ),
    )  # fmt: skip
    yield Rows(
        rows=Decision.objects.filter(owner=person), fields=("text", "meeting__title"),
        draw=lambda decision: Held(
            kind="meetings", label=decision.meeting.title, value=decision.text
        ),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="meetings",
            label=_("Meetings and who was there"),
            whose=STAFF,
            fields=_("Who was invited, came, spoke and decided"),
            purpose=_("So that what was agreed is done."),
            seen_by=_("Whoever was there, and the head."),
            kept=AS_RECORDS,
            models=(
                "planning.Attendee",
                "planning.Decision",
            ),
        ),
        DataKind(
            name="reminders",
            label=_("What you are reminded of"),
            whose=STAFF,
            fields=_("What is due, when you were reminded and what you pressed"),
            purpose=_("So that nothing is forgotten."),
            seen_by=_("You, and those it is escalated to."),
            kept=AS_RECORDS,
            models=(
                "planning.Reminder",
                "planning.Acknowledgement",
            ),
        ),
    )
    name_authors(
        f"planning.{name}"
        for name in (
            "Meeting",
            "ActionItem",
            "Plan",
            "PlanItem",
            "ProgressNote",
            "PlanDraft",
            "CalendarEntry",
            "Paper",
        )
    )
