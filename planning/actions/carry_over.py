"""Next year's plan, drafted from this year's."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import transaction

from campus.models import Person
from campus.school_time.festivals import festivals
from campus.storing import store
from planning.actions.drafts import cut, keep_items, semester_of
from planning.models import DraftItem, Plan, PlanDraft, PlanItem
from planning.models.doubts import DATE_TO_CHECK, YEAR_IN_TITLE
from planning.models.plan import is_whole_months

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
WEEK = timedelta(days=7)


@transaction.atomic
def carry_over(plan: Plan, *, by: Person, at: datetime) -> PlanDraft:
    """Draft the plan of the same semester one school year later.

    Whole months stay whole months, whole weeks stay weeks (52 of them later), all other days keep
    their place in the calendar. Days that only look right are marked for checking. Items dropped
    this year come along left out.
    """
    semester = plan.semester
    school_year = semester.school_year.starts_in + 1
    draft = PlanDraft(
        semester=semester_of(school_year, semester.number),
        school_year=school_year,
        semester_no=semester.number,
        department=plan.department,
        title=cut(one_year_on(plan.title), 200),
        aims=list(plan.aims.values_list("title", flat=True)),
        by=by,
        at=at,
    )
    store(draft)
    keep_items(draft, list(carried_items(plan, draft)))
    return draft


def carried_items(plan: Plan, draft: PlanDraft) -> Iterator[DraftItem]:
    """A drafted item for each of the plan's, in the plan's order."""
    items = plan.items.select_related("lead_unit").prefetch_related("support_units")
    for position, item in enumerate(items.order_by("position", "id"), 1):
        starts_on, ends_on = days_one_year_on(item.starts_on, item.ends_on)
        yield DraftItem(
            draft=draft,
            position=position,
            title=item.title,
            kind=item.kind,
            starts_on=starts_on,
            ends_on=ends_on,
            units=[item.lead_unit.name, *(unit.name for unit in item.support_units.all())],
            cohort=item.cohort,
            source=item.source,
            doubts=list(doubts_about(item, starts_on)),
            is_dropped=item.status == PlanItem.Status.DROPPED,
            carried_from=item,
        )


def one_year_on(title: str) -> str:
    """The title with each year in it raised by one."""
    return YEAR.sub(lambda year: str(int(year[0]) + 1), title)


def days_one_year_on(first: date, last: date) -> tuple[date, date]:
    """The days that stand for these a year later."""
    if is_whole_weeks(first, last) and not is_whole_months(first, last):
        return first + 52 * WEEK, last + 52 * WEEK
    return same_day_one_year_on(first), same_day_one_year_on(last, ends_month=first != last)


def is_whole_weeks(first: date, last: date) -> bool:
    """Whether the days run from a Monday to a Sunday."""
    return first.isoweekday() == 1 and last.isoweekday() == 7


def same_day_one_year_on(day: date, *, ends_month: bool = False) -> date:
    """The same day of the next year; 29 February becomes the 28th, and with `ends_month` the last
    day of a month stays the last."""
    last = monthrange(day.year + 1, day.month)[1]
    at_end = ends_month and day.day == monthrange(day.year, day.month)[1]
    return date(day.year + 1, day.month, last if at_end else min(day.day, last))


def doubts_about(item: PlanItem, starts_on: date) -> Iterator[str]:
    """What a person should look at: days shorter than a week or of a certain week, years named."""
    short = item.ends_on - item.starts_on < WEEK
    if (short or is_whole_weeks(item.starts_on, item.ends_on)) and not is_fixed(item, starts_on):
        yield DATE_TO_CHECK
    if YEAR.search(item.title):
        yield YEAR_IN_TITLE


def is_fixed(item: PlanItem, starts_on: date) -> bool:
    """Whether the day is the same festival or observance in both years, such as 9 November."""
    if item.starts_on != item.ends_on:
        return False
    return bool(names_of(item.starts_on) & names_of(starts_on))


def names_of(day: date) -> set[str]:
    return {str(name) for _day, name in festivals(day, day)}
