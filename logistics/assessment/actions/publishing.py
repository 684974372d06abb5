"""A week is published: from then on it stays as it is."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person, Role
from campus.notices.actions import tell
from campus.storing import store
from logistics.assessment.models import (
    AssessmentScheme,
    AssessmentWeek,
    ClassResult,
    FrozenMark,
    LineResult,
)
from logistics.assessment.reckoning import Result
from logistics.assessment.weeks import Week, open_week

TOPIC = "assessment"
PUBLISHED = gettext_noop("The class assessment of the week of %(day)s is published")


@transaction.atomic
def publish(monday: date, *, by: Person, at: datetime) -> AssessmentWeek:
    """Reckon the week a last time and freeze its results and marks; class teachers are told.

    Raises Refused for a week that is not over, has no scheme, or is published already.
    """
    scheme = AssessmentScheme.objects.all().for_week(monday)
    if scheme is None:
        raise Refused(_("No rules are in use for this week."))
    # Whoever presses at the same time waits here.
    AssessmentScheme.objects.select_for_update().get(pk=scheme.pk)
    if AssessmentWeek.objects.filter(monday=monday).exists():
        raise Refused(_("This week is published already."))
    week = open_week(monday, scheme)
    if timezone.localtime(at).date() <= week.days[4]:
        raise Refused(_("A week is published once its school days are over."))
    frozen = AssessmentWeek(monday=monday, scheme=scheme, published_by=by, published_at=at)
    store(frozen)
    freeze_results(frozen, week.results)
    freeze_marks(frozen, week)
    tell_teachers(frozen, at=at)
    return frozen


def freeze_results(week: AssessmentWeek, results: Sequence[Result]) -> None:
    """Two statements, however many classes there are."""
    rows = ClassResult.objects.bulk_create(
        ClassResult(
            week=week, school_class=each.school_class, total=each.total, rank=each.rank,
            has_flag=each.has_flag,
        )
        for each in results
    )  # fmt: skip
    LineResult.objects.bulk_create(
        LineResult(
            result=row, source=part.source, taken=part.taken, given=part.given, score=part.score
        )
        for row, each in zip(rows, results, strict=True)
        for part in each.parts
    )


def freeze_marks(frozen: AssessmentWeek, week: Week) -> None:
    """Every look that counted, so that each point goes on leading to its record."""
    FrozenMark.objects.bulk_create(
        (
            FrozenMark(
                week=frozen, source=source, school_class_id=mark.school_class, day=mark.day,
                taken=mark.taken, given=mark.given, of=mark.of, words=mark.words[:200],
                kind=mark.kind, record=mark.record, path=mark.path[:200],
            )
            for source, marks in week.marks.items()
            for mark in marks
        ),
        batch_size=2000,
    )  # fmt: skip


def tell_teachers(week: AssessmentWeek, *, at: datetime) -> None:
    """Class teachers hear that there is something to read."""
    teachers = list(Person.objects.on_duty_as(Role.CLASS_TEACHER))
    if teachers:
        tell(
            teachers, key=f"{TOPIC}:{week.monday}", topic=TOPIC, text=PUBLISHED,
            facts={"day": {"day": week.monday.isoformat()}},
            path=reverse("assessment:week", args=[week.monday.isoformat()]), at=at,
        )  # fmt: skip
