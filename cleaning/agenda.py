"""What cleaning tells the roof: weeks on duty in the calendar, and areas that nobody cleans."""

from datetime import date, datetime

from django.db.models import Count, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from cleaning import rights
from cleaning.models import CleaningArea, DutyWeek, classes_of

KIND = "duty"


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """The weeks on duty of the classes that are the person's own."""
    own = classes_of(person)
    if not own:
        return []
    weeks = DutyWeek.objects.filter(starts_on__lte=last, ends_on__gte=first)
    return [
        Rows(
            rows=weeks.filter(school_class__in=own),
            fields=("starts_on", "ends_on", "school_class__grade", "school_class__number"),
            draw=lambda week: Dated(
                title=_("%(class)s is on duty") % {"class": week.school_class},
                first=week.starts_on, last=week.ends_on, kind=KIND, path=week.get_absolute_url(),
            ),
        )
    ]  # fmt: skip


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """For whoever gives areas out: those in nobody's care today; for the Student Affairs Office:
    weeks of duty classes to be scored."""
    today = timezone.localtime(at).date()
    told = []
    if rights.can_keep_areas(person):
        told.append(waiting_unassigned(today))
    if rights.can_score_weeks(person):
        told.append(waiting_scores(today))
    return told


def waiting_unassigned(today: date) -> Rows[Waiting]:
    """The first of them, with how many there are."""
    found = CleaningArea.objects.unassigned(today).order_by("kind", "name")
    return Rows(
        rows=found[:1], fields=("name",), extra={"count": Window(Count("*"))},
        draw=drawn_unassigned,
    )  # fmt: skip


def drawn_unassigned(area: CleaningArea) -> Waiting:
    count: int = area.count  # type: ignore[attr-defined]  # an extra of its rows
    words = ngettext("%(count)d area in nobody's care", "%(count)d areas in nobody's care", count)
    return Waiting(
        title=words % {"count": count},
        path=f"{reverse('cleaning:areas')}?care=nobody",
        icon="bucket",
        urgency=Urgency.TODAY,
        detail=area.name,
        button=pgettext("button", "Open"),
    )


def waiting_scores(today: date) -> Rows[Waiting]:
    """Each week that is over."""
    return Rows(
        rows=DutyWeek.objects.unscored(today).order_by("-starts_on")[:3],
        fields=("starts_on", "ends_on", "school_class__grade", "school_class__number"),
        draw=lambda week: Waiting(
            title=_("Score the duty class: %(class)s") % {"class": week.school_class},
            path=week.get_absolute_url(), icon="users", urgency=Urgency.SOON, due=week.ends_on,
            button=pgettext("button", "Open"),
        ),
    )  # fmt: skip
