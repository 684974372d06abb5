"""The list of schedules."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person
from campus.shell.words import WEEKDAYS
from inspections import rights
from inspections.models import Checklist, Schedule

Rhythm = Schedule.Rhythm


class ScheduleFilters(ListFilters):
    """By checklist and rhythm."""

    checklist = django_filters.ModelChoiceFilter(
        label=_("checklist"), queryset=Checklist.objects.all(), empty_label=_("All checklists")
    )
    rhythm = django_filters.ChoiceFilter(
        label=_("how often"), choices=Rhythm.choices, empty_label=_("However often")
    )


def schedules_of(person: Person, query: QueryDict) -> QuerySet[Schedule]:
    seen = Schedule.objects.visible_to(person)
    return seen.select_related("checklist", "place", "planned_for")


def rhythm_in_words(schedule: Schedule) -> str:
    """When it is walked: at 07:05 and 17:50; every 2 hours from 22:00 to 06:00; in week 0."""
    facts = {
        "times": pgettext("between times", ", ").join(f"{at:%H:%M}" for at in schedule.times),
        "days": "".join(gettext(WEEKDAYS[day - 1]) for day in schedule.weekdays),
        "hours": schedule.every_hours,
        "first": f"{schedule.night_from:%H:%M}" if schedule.night_from else "",
        "last": f"{schedule.night_to:%H:%M}" if schedule.night_to else "",
        "day": schedule.month_day, "week": schedule.week_no, "before": schedule.days_before,
    }  # fmt: skip
    return str(SENTENCES[Rhythm(schedule.rhythm), bool(schedule.weekdays)] % facts)


SENTENCES = {
    (Rhythm.DAILY, False): _("Every day at %(times)s"),
    (Rhythm.DAILY, True): _("%(days)s at %(times)s"),
    (Rhythm.NIGHTLY, False): _("At night from %(first)s to %(last)s, every %(hours)s hours"),
    (Rhythm.NIGHTLY, True): _(
        "%(days)s at night from %(first)s to %(last)s, every %(hours)s hours"
    ),
    (Rhythm.WEEKLY, True): _("Every week on %(days)s"),
    (Rhythm.WEEKLY, False): _("Every week"),
    (Rhythm.MONTHLY, False): _("Every month from day %(day)s on"),
    (Rhythm.MONTHLY, True): _("Every month from day %(day)s on"),
    (Rhythm.SEMESTER, False): _("Every semester in school week %(week)s"),
    (Rhythm.SEMESTER, True): _("Every semester in school week %(week)s"),
    (Rhythm.HOLIDAY, False): _("%(before)s working days before each public holiday"),
    (Rhythm.HOLIDAY, True): _("%(before)s working days before each public holiday"),
}


def where_in_words(schedule: Schedule) -> str:
    """The place, and which of its parts."""
    parts = [schedule.get_part_use_display() or schedule.get_part_kind_display()]
    return f"{schedule.place} · {parts[0]}" if parts[0] else str(schedule.place)


def state_cell(schedule: Schedule) -> SafeString:
    if schedule.is_paused:
        return format_html('<span class="state state-due_soon">{}</span>', gettext("Paused"))
    return format_html('<span class="state state-done">{}</span>', gettext("Running"))


SCHEDULES = ListPage(
    name="inspection-schedules",
    title=_("Schedules of inspections"),
    icon="calendar-repeat",
    address="inspections:schedules",
    rows=schedules_of,
    order=("checklist", "id"),
    filters=ScheduleFilters,
    sought="",
    may_read=rights.can_read_findings,
    empty_title=_("No schedule yet"),
    empty_text=_("A schedule plans walks ahead and tells whoever walks them."),
    columns=(
        Column(key="checklist", label=_("Checklist"), is_title=True, width=24),
        Column(key="place", label=_("Where"), cell=where_in_words, value=where_in_words, width=24),
        Column(key="rhythm", label=_("When"), cell=rhythm_in_words, value=rhythm_in_words,
               width=36),
        Column(key="whose", label=_("By whom"), width=14),
        Column(key="is_paused", label=_("State"), cell=state_cell, width=10),
    ),
)  # fmt: skip
