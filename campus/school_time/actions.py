"""What happens to the school time: semesters laid, days entered, hours set."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction
from django.utils.translation import gettext as _

from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Person, SchoolYear, Semester, SpecialDay, WorkingHours
from campus.school_time.calendar import proposed_semesters
from campus.school_time.state import state_days
from campus.shell.words import in_languages
from campus.storing import store


@transaction.atomic
def lay_school_year(starts_in: int) -> SchoolYear:
    """The school year that begins in August of `starts_in`, with both semesters on proposed days.

    Semesters that exist are left as they are. Raises ValidationError where proposed days fall
    into a semester that was laid differently.
    """
    year, _made = SchoolYear.objects.get_or_create(starts_in=starts_in)
    laid = set(year.semesters.values_list("number", flat=True))
    for days in proposed_semesters(starts_in):
        if days.number not in laid:
            keep_semester(
                Semester(),
                starts_in=starts_in,
                number=days.number,
                first_day=days.first_day,
                last_day=days.last_day,
                week_one=days.week_one,
            )
    return year


@transaction.atomic
def keep_semester(
    semester: Semester,
    *,
    starts_in: int,
    number: int,
    first_day: date,
    last_day: date,
    week_one: date,
) -> Semester:
    """Lay a new semester, or move the days of one; its school year is made where it is absent.

    Raises ValidationError where another semester covers some of its days.
    """
    if semester.pk:
        semester = Semester.objects.select_for_update().get(pk=semester.pk)
    semester.school_year, _made = SchoolYear.objects.get_or_create(starts_in=starts_in)
    semester.number = number
    semester.first_day, semester.last_day, semester.week_one = first_day, last_day, week_one
    store(semester)
    return semester


@transaction.atomic
def keep_special_day(special: SpecialDay, *, day: date, kind: str, name: str) -> SpecialDay:
    """Enter a day that is not worked like its weekday, or change one."""
    if special.pk:
        special = SpecialDay.objects.select_for_update().get(pk=special.pk)
    special.day, special.kind, special.name = day, kind, name
    store(special)
    return special


@transaction.atomic
def delete_special_day(special: SpecialDay) -> None:
    """Take a special day back: the state's calendar, else the weekday, holds for it again."""
    SpecialDay.objects.filter(pk=special.pk).delete()


@transaction.atomic
def take_over_state_days(year: int) -> int:
    """Enter the days that the state declares for `year`, except those the school has entered.

    Answers with how many were new; raises Refused where there is nothing left to take over.
    """
    declared = state_days(year)
    before = SpecialDay.objects.of_year(year).count()
    SpecialDay.objects.bulk_create(
        (
            SpecialDay(day=found.day, kind=kind_of(is_worked=found.is_worked), name=found.name)
            for found in declared
        ),
        ignore_conflicts=True,
    )
    new = SpecialDay.objects.of_year(year).count() - before
    if not new:
        raise Refused(_("All of the state's days of %(year)s are entered.") % {"year": year})
    return new


def kind_of(*, is_worked: bool) -> str:
    return SpecialDay.Kind.MAKEUP if is_worked else SpecialDay.Kind.OFF


@transaction.atomic
def set_hours(
    kind: str, rows: Iterable[tuple[int, time, time]], *, by: Person, at: datetime
) -> None:
    """Put a week of hours in place of the ones of that kind; none at all restores the shipped ones.

    `rows` are ISO weekday, opening, closing. Raises ValidationError where hours overlap.
    """
    WorkingHours.objects.select_for_update().filter(kind=kind).delete()
    for weekday, opens, closes in rows:
        span = WorkingHours(kind=kind, weekday=weekday, opens=opens, closes=closes)
        store(span)
    label = WorkingHours.Kind(kind).label
    record("hours_set", by=by, at=at, hours=in_languages(label))
