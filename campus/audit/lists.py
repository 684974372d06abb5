"""The audit log as a list."""

from datetime import datetime
from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.audit import rights
from campus.audit.actions import record
from campus.audit.registry import KINDS
from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, ListPage, dotted, name_list
from campus.models import AuditEntry, Person


def kinds() -> list[tuple[str, Any]]:
    """The kinds by their names, in the order of these."""
    return sorted(((kind.name, kind.label) for kind in KINDS.values()), key=lambda kind: kind[1])


def numbered(typed: str) -> Person | None:
    """The person with that number."""
    return Person.objects.filter(number__iexact=typed.strip()).first()


class AuditFilters(ListFilters):
    """By kind, by who did it, by whom it was done to, by day."""

    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("of an act", "kind"), choices=kinds, empty_label=_("All kinds")
    )
    by = django_filters.CharFilter(label=_("number of who did it"), method="done_by")
    whom = django_filters.CharFilter(label=_("number of whom it was done to"), method="done_to")
    since = Since(label=_("from"), field_name="at")
    until = Until(label=_("to"), field_name="at")

    def done_by(self, found: QuerySet[Any], name: str, number: str) -> QuerySet[Any]:
        person = numbered(number)
        return found.filter(by=person) if person else found.none()

    def done_to(self, found: QuerySet[Any], name: str, number: str) -> QuerySet[Any]:
        person = numbered(number)
        if person is None:
            return found.none()
        about = {"about_type__app_label": "campus", "about_type__model": "person"}
        return found.filter(about_id=person.pk, **about)


def rows(person: Person, query: QueryDict) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.visible_to(person).with_people()


def kind_words(entry: AuditEntry) -> str:
    """The kind by its name; one that is no more names itself."""
    kind = KINDS.get(entry.kind)
    return str(kind.label) if kind else entry.kind


def whom_words(entry: Any) -> str:
    """Whom it was done to: name and number, told in words and leading nowhere."""
    return dotted(entry.whose_name or "", entry.whose_number or "")


def by_words(entry: AuditEntry) -> str:
    return dotted(entry.by.name, entry.by.number) if entry.by else str(_("Nobody who is known"))


def note_taken(
    person: Person, rows: QuerySet[Any], *, at: datetime, page: str, on_paper: bool, reason: str
) -> None:
    """Who takes the log away is noted in it."""
    kind = "audit_printed" if on_paper else "audit_taken"
    record(kind, by=person, at=at, count=rows.order_by().count())


LOG = ListPage(
    name=rights.LOG,
    title=_("Audit log"),
    icon="list-search",
    address="audit:log",
    rows=rows,
    order=("-at", "-id"),
    sought="",
    filters=AuditFilters,
    may_read=rights.can_read,
    may_export=rights.can_read,
    on_export=note_taken,
    empty_text=_("Whatever is done to access and to personal data is noted here."),
    columns=(
        Column(key="sentence", label=pgettext_lazy("of an act", "what"), is_title=True, width=60),
        Column(key="kind", label=pgettext_lazy("of an act", "kind"), cell=kind_words,
               value=kind_words, width=24),
        Column(key="whom", label=_("whom it was done to"), cell=whom_words, value=whom_words,
               width=22),
        Column(key="by", label=pgettext_lazy("of an act", "by"), cell=by_words, value=by_words,
               width=22),
        Column(key="at", label=_("at"), width=20),
        Column(key="ip", label=_("network address"), is_whole=True),
    ),
)  # fmt: skip


def hand_in() -> None:
    """Let the list be found by its name."""
    name_list(LOG)
