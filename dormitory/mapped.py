"""What dormitory keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    PUPILS,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from campus.shell.words import day_in_words, moment_in_words
from dormitory.models import Absence, BedMove, LeaderTurn, LeaveSlip, Nomination, Occupancy


def held(person: Person) -> Iterable[Rows[Held]]:
    """Beds, leave, nights, turns and honours of a pupil, told to that pupil."""
    yield Rows(
        rows=Occupancy.objects.filter(pupil=person),
        fields=("bed__room__place__full_name", "bed__label", "starts_on", "ends_on"),
        draw=lambda stay: Held(
            kind="beds", label=f"{stay.bed.room.place.full_name} {stay.bed.label}",
            value=span(stay.starts_on, stay.ends_on),
        ),
    )  # fmt: skip
    yield Rows(
        rows=LeaveSlip.objects.filter(pupil=person), fields=("reason", "starts_at", "ends_at"),
        draw=lambda slip: Held(
            kind="nights", label=slip.get_reason_display(),
            value=f"{moment_in_words(slip.starts_at)} – {moment_in_words(slip.ends_at)}",
        ),
    )  # fmt: skip
    yield Rows(
        rows=Absence.objects.filter(pupil=person), fields=("status", "night"),
        draw=lambda absence: Held(
            kind="nights", label=absence.get_status_display(), value=day_in_words(absence.night)
        ),
    )  # fmt: skip
    yield Rows(
        rows=Nomination.objects.filter(pupil=person), fields=("cycle__month", "status"),
        draw=lambda named: Held(
            kind="leaders", label=named.get_status_display(),
            value=f"{named.cycle.month:%Y-%m}",
        ),
    )  # fmt: skip
    yield Rows(
        rows=LeaderTurn.objects.filter(leader=person), fields=("week",),
        draw=lambda turn: Held(
            kind="leaders", label=_("A week of looking after a floor"),
            value=day_in_words(turn.week),
        ),
    )  # fmt: skip
    yield Rows(
        rows=BedMove.objects.filter(Q(pupil=person) | Q(other=person)), fields=("on", "status"),
        draw=lambda move: Held(
            kind="beds", label=f"{_('Another bed')} · {move.get_status_display()}",
            value=day_in_words(move.on),
        ),
    )  # fmt: skip


def span(first: date, last: date | None) -> str:
    return f"{day_in_words(first)} – {day_in_words(last) if last else ''}".strip()


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="beds",
            label=_("Beds"),
            whose=PUPILS,
            fields=_("Which bed from when to when, moves asked for"),
            purpose=_("To know who sleeps where."),
            seen_by=_("The pupil, dorm wardens, the class teacher, Student Affairs."),
            kept=AS_RECORDS,
            models=(
                "dormitory.Occupancy",
                "dormitory.AllotmentLine",
                "dormitory.BedMove",
            ),
        ),
        DataKind(
            name="nights",
            label=_("Nights"),
            whose=PUPILS,
            fields=_("Leave slips with their days, nights somebody was missing or late"),
            purpose=_("So that nobody is missed unseen; the reason is one of four words."),
            seen_by=_("The pupil, dorm wardens, the class teacher, Student Affairs, the head."),
            kept=_(
                "Eighteen months unless the school says otherwise; the counts of each night stay."
            ),
            models=(
                "dormitory.LeaveSlip",
                "dormitory.Absence",
            ),
        ),
        DataKind(
            name="leaders",
            label=_("Dorm leaders and awards"),
            whose=PUPILS,
            fields=_("Who leads a room or a floor, who was nominated"),
            purpose=_("To honour those who do it."),
            seen_by=_("Everybody sees the room, staff the name."),
            kept=AS_RECORDS,
            models=(
                "dormitory.Nomination",
                "dormitory.LeaderTurn",
            ),
        ),
    )
    name_authors(
        f"dormitory.{name}"
        for name in (
            "Allotment",
            "RoomCount",
            "Visit",
        )
    )
