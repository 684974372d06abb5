"""Carrying over, closing a semester, opening it again."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _

from campus.audit.actions import record
from campus.closing.models import CarriedOver, SemesterClose
from campus.closing.registry import Closable, closables
from campus.doors import Refused
from campus.models import Person, Semester
from campus.shell.words import in_languages
from campus.storing import store

PORTION = 500


def locked(semester: Semester) -> Semester:
    """The semester, while nobody else closes it, opens it or carries over out of it."""
    found = Semester.objects.select_for_update(of=("self",)).select_related("school_year")
    return found.get(pk=semester.pk)


def close_of(semester: Semester) -> SemesterClose | None:
    """Its close, if it is closed."""
    return SemesterClose.objects.in_force().filter(semester=semester).first()


@transaction.atomic
def carry_over(
    semester: Semester, closable: Closable, pks: Iterable[int] | None, *, reason: str, by: Person,
    at: datetime,
) -> int:  # fmt: skip
    """Say why things that are open are carried over: those of `pks`, or all of the sort that nobody
    has said anything of yet. Answers with how many; raises Refused without a reason, or where the
    semester is closed already."""
    semester = locked(semester)
    refuse_closed(semester)
    if not reason.strip():
        raise Refused(_("Say why."))
    said = CarriedOver.objects.of(semester, closable.model)
    found = closable.unsettled(semester.last_day).order_by()
    if pks is None:
        wanted = found.exclude(pk__in=said.values("object_id"))
    else:
        wanted = found.filter(pk__in=list(pks))
        said.filter(object_id__in=wanted.values("pk")).delete()
    rows = [
        CarriedOver(
            semester=semester, table_name=closable.table, object_id=pk, reason=reason.strip(),
            by=by, at=at,
        )
        for pk in wanted.values_list("pk", flat=True)
    ]  # fmt: skip
    CarriedOver.objects.bulk_create(rows, batch_size=PORTION)
    return len(rows)


@transaction.atomic
def carry_over_each(
    semester: Semester, closable: Closable, by_reason: Mapping[str, Iterable[int]], *, by: Person,
    at: datetime,
) -> None:  # fmt: skip
    """Say why for many things at once, by reason. Raises Refused."""
    for reason, pks in by_reason.items():
        carry_over(semester, closable, pks, reason=reason, by=by, at=at)


def carried_counts(semester: Semester) -> list[tuple[Closable, int]]:
    """How many of each sort a closed semester handed on; one query."""
    rows = CarriedOver.objects.filter(semester=semester).order_by().values_list("table_name")
    counts = dict(rows.annotate(count=Count("pk")))
    return [(each, counts[each.table]) for each in closables() if each.table in counts]


def refuse_closed(semester: Semester) -> None:
    if close_of(semester):
        raise Refused(_("This semester is closed already."))


@transaction.atomic
def close(semester: Semester, *, by: Person, at: datetime) -> SemesterClose:
    """Close a semester that is over: whatever belongs to it and was not carried over stays as it
    is from now on.

    Raises Refused before its last day is over, once a later one is closed, or while something is
    open, also from earlier semesters, that nobody has said a reason for.
    """
    semester = locked(semester)
    refuse_closed(semester)
    if timezone.localtime(at).date() <= semester.last_day:
        raise Refused(_("The semester is not over yet."))
    later = SemesterClose.objects.in_force().filter(last_day__gt=semester.last_day)
    if later.exists():
        raise Refused(_("A later semester is closed already."))
    for closable in closables():
        settle(semester, closable)
    done = SemesterClose(semester=semester, last_day=semester.last_day, closed_by=by, closed_at=at)
    store(done)
    record(
        "semester_closed",
        by=by,
        at=at,
        about=semester,
        semester=in_languages(format_lazy("{}", semester)),
    )
    return done


def settle(semester: Semester, closable: Closable) -> None:
    """Forget the reasons of what is settled by now. Raises Refused where one is missing."""
    said = CarriedOver.objects.of(semester, closable.model)
    open_now = closable.unsettled(semester.last_day).order_by().values("pk")
    said.exclude(object_id__in=open_now).delete()
    lacking: Any = closable.unsettled(semester.last_day).exclude(
        pk__in=CarriedOver.objects.of(semester, closable.model).values("object_id")
    )
    if count := lacking.count():
        words = _("%(sort)s: %(count)s are open, and nobody has said why they are carried over.")
        raise Refused(words % {"sort": closable.label, "count": count})


@transaction.atomic
def reopen(semester: Semester, *, why: str, by: Person, at: datetime) -> SemesterClose:
    """Open a closed semester again, for a reason; only the one that was closed last. Raises
    Refused, ValidationError."""
    semester = locked(semester)
    found = SemesterClose.objects.in_force().select_for_update(of=("self",))
    last = found.order_by("-last_day").first()
    if last is None or last.semester_id != semester.pk:
        raise Refused(_("Only the semester that was closed last can be opened again."))
    last.reopened_by, last.reopened_at, last.reopened_why = by, at, why.strip()
    store(last)
    record(
        "semester_reopened", by=by, at=at, about=semester, reason=last.reopened_why,
        semester=in_languages(format_lazy("{}", semester)),
    )  # fmt: skip
    return last
