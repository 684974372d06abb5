"""Numbers of inspections for dashboard and report, each with the list that proves it."""

from datetime import date, time, timedelta
from urllib.parse import urlencode

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.figures import Figure
from campus.models import Person, Semester
from campus.school_time.engine import moment_of
from inspections.models import Coverage, Finding, Inspection, Sight
from inspections.models.coverage import STANDING

Status = Inspection.Status


def figures(person: Person, first: date, last: date, today: date) -> list[Figure]:
    """Kept of planned walks between two days, places seen in time, findings and those still open;
    over what the person may see. Three queries."""
    return [
        *kept_of_planned(person, first, last),
        covered(person, today),
        *found(person, first, last),
    ]


def of_semester(person: Person, semester: Semester, today: date) -> list[Figure]:
    """The figures of a semester, as far as it has come."""
    return figures(person, semester.first_day, min(semester.last_day, today), today)


def path_to(page: str, **query: str | int) -> str:
    """The list that proves a number."""
    return f"{reverse(f'inspections:{page}')}?{urlencode(query)}"


def kept_of_planned(person: Person, first: date, last: date) -> list[Figure]:
    """Of the walks that were due, how many were done in time, done late, missed."""
    due = Inspection.objects.visible_to(person).filter(
        due_at__gte=moment_of(first, time.min),
        due_at__lt=moment_of(last + timedelta(days=1), time.min),
    )
    done = Q(status__in=Inspection.DONE)
    counted = due.order_by().aggregate(
        planned=Count("pk", filter=~Q(status=Status.CANCELLED)),
        kept=Count("pk", filter=done & Q(finished_at__lte=F("due_at"))),
        late=Count("pk", filter=done & Q(finished_at__gt=F("due_at"))),
        missed=Count("pk", filter=Q(status=Status.MISSED)),
    )
    days = {"since": first.isoformat(), "until": last.isoformat()}
    labels = {
        "kept": _("Walks done in time"), "late": _("Walks done late"), "missed": _("Walks missed")
    }  # fmt: skip
    return [
        Figure(
            name=f"inspections.{state}", label=label, value=counted[state],
            whole=counted["planned"], path=path_to("inspections", state=state, **days),
            icon="clipboard-check",
        )
        for state, label in labels.items()
    ]  # fmt: skip


def covered(person: Person, today: date) -> Figure:
    """Of the places that schedules want seen, how many were seen in time."""
    rows = Coverage.objects.visible_to(person).expected().order_by()
    in_time = STANDING[Sight.SEEN](today) | STANDING[Sight.SOON](today)
    counted = rows.aggregate(whole=Count("pk"), value=Count("pk", filter=in_time))
    return Figure(
        name="inspections.covered", label=_("Places seen in time"), value=counted["value"],
        whole=counted["whole"], path=path_to("coverage_list", sight="in_time"), icon="map-2",
    )  # fmt: skip


def found(person: Person, first: date, last: date) -> list[Figure]:
    """How much was found between two days, and how much of it nobody has taken up."""
    rows = (
        Finding.objects.visible_to(person)
        .reported()
        .filter(
            reported_at__gte=moment_of(first, time.min),
            reported_at__lt=moment_of(last + timedelta(days=1), time.min),
        )
    )
    days = {"since": first.isoformat(), "until": last.isoformat()}
    whole, still_open = rows.count(), rows.open().count()
    return [
        Figure(
            name="inspections.found", label=_("Findings"), value=whole,
            path=path_to("findings", **days), icon="alert-triangle",
        ),
        Figure(
            name="inspections.open", label=_("Findings not continued yet"), value=still_open,
            whole=whole, path=path_to("findings", state="open", **days), icon="alert-triangle",
        ),
    ]  # fmt: skip


def by_month(person: Person, semester: Semester, today: date) -> list[tuple[date, list[Figure]]]:
    """Kept of planned walks, month by month of a semester, as far as it has come."""
    months = []
    day = semester.first_day
    while day <= min(semester.last_day, today):
        after = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
        last = min(after - timedelta(days=1), semester.last_day)
        months.append((day.replace(day=1), kept_of_planned(person, day, last)))
        day = after
    return months
