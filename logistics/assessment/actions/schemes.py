"""Rules are drafted, tried out and put in use."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person, Semester
from campus.storing import store
from logistics.areas import mark_sources
from logistics.assessment.models import AssessmentScheme, AssessmentWeek, SchemeLine

# What is proposed where a school has no rules yet: every source alike, out of a hundred points.
HUNDRED = Decimal(100)


@transaction.atomic
def draft(semester: Semester | None, *, by: Person, at: datetime) -> AssessmentScheme:
    """The semester's draft: the one there is, else a copy of the version in use, else a proposal.

    It starts with the next Monday. Raises Refused where no semester is laid.
    """
    if semester is None:
        raise Refused(_("No semester is laid yet."))
    Semester.objects.select_for_update().get(pk=semester.pk)
    versions = AssessmentScheme.objects.filter(semester=semester)
    if found := versions.filter(in_use_at=None).first():
        return found
    latest = versions.order_by("-number").first() or AssessmentScheme.objects.in_use().first()
    today = timezone.localtime(at).date()
    made = AssessmentScheme(
        semester=semester, number=versions.count() + 1, made_by=by, made_at=at,
        starts_on=max(today, semester.first_day) + days_to_monday(max(today, semester.first_day)),
    )  # fmt: skip
    if latest:
        made.flags, made.flag_from = latest.flags, latest.flag_from
    store(made)
    for line in lines_like(latest):
        line.scheme = made
        store(line)
    return made


def days_to_monday(day: date) -> timedelta:
    """How long it is to the next Monday, which may be the day itself."""
    return timedelta(days=-day.weekday() % 7)


def lines_like(scheme: AssessmentScheme | None) -> list[SchemeLine]:
    """Copies of a scheme's lines; without one every source shares a hundred points."""
    if scheme is None:
        return proposed()
    lines = list(scheme.lines.all())
    for line in lines:
        line.pk, line._state.adding = None, True
    return lines


def proposed() -> list[SchemeLine]:
    """A line for each source there is, the hundred points shared out evenly."""
    sources = mark_sources()
    share = (HUNDRED / len(sources)).quantize(Decimal(1)) if sources else HUNDRED
    return [
        SchemeLine(source=each.key, full=share, position=position)
        for position, each in enumerate(sources, 1)
    ]


@transaction.atomic
def keep_draft(
    scheme: AssessmentScheme, lines: Iterable[SchemeLine], *, by: Person, at: datetime
) -> AssessmentScheme:
    """Keep the draft's figures and lines as they were typed. Raises Refused for what is in use,
    ValidationError."""
    held = AssessmentScheme.objects.select_for_update().get(pk=scheme.pk)
    if not held.is_draft:
        raise Refused(_("This version is in use and stays as it is; draft a new one."))
    store(scheme)
    SchemeLine.objects.filter(scheme=scheme).delete()
    for position, line in enumerate(lines, 1):
        line.pk, line.scheme, line.position = None, scheme, position
        line._state.adding = True
        store(line)
    return scheme


@transaction.atomic
def put_in_use(scheme: AssessmentScheme, *, by: Person, at: datetime) -> AssessmentScheme:
    """Let weeks from its Monday on be reckoned by the draft, which is frozen from now on.

    Raises Refused where it has no line, is in use already, or would change a published week.
    """
    held = AssessmentScheme.objects.select_for_update().get(pk=scheme.pk)
    if not held.is_draft:
        raise Refused(_("This version is in use already."))
    if not held.lines.exists():
        raise Refused(_("A scheme needs at least one source."))
    if AssessmentWeek.objects.filter(monday__gte=held.starts_on).exists():
        raise Refused(_("Weeks from that Monday on are published already. Choose a later one."))
    held.in_use_at = at
    store(held)
    return held


@transaction.atomic
def lay_usual(semester: Semester, starts_on: date, *, by: Person, at: datetime) -> AssessmentScheme:
    """Draft the proposal for a semester and put it in use from a Monday on."""
    made = draft(semester, by=by, at=at)
    made.starts_on = starts_on
    store(made)
    return put_in_use(made, by=by, at=at)
