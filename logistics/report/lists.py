"""The list of notes for the report."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Column, Hit, ListPage, name_list
from campus.models import Person, Semester
from campus.shell.words import moment_in_words
from logistics.report import rights
from logistics.report.models import ReportNote
from logistics.report.parts import choices, part_label


class NoteFilters(ListFilters):
    """By semester, part and days."""

    semester = django_filters.ModelChoiceFilter(
        label=_("semester"), queryset=Semester.objects.select_related("school_year"),
        empty_label=_("All semesters"),
    )  # fmt: skip
    key = django_filters.ChoiceFilter(label=_("about"), choices=choices, empty_label=_("All parts"))
    since = Since(field_name="at", label=_("from"))
    until = Until(field_name="at", label=_("until"))


def notes_of(person: Person, query: QueryDict) -> QuerySet[ReportNote]:
    return ReportNote.objects.visible_to(person).select_related("by", "semester__school_year")


def about(note: ReportNote) -> str:
    return part_label(note.key)


NOTES = ListPage(
    name="report-notes",
    title=_("Notes for the report"),
    icon="note",
    address="report:notes",
    rows=notes_of,
    order=("-at", "-id"),
    filters=NoteFilters,
    named_by=("by",),
    hit=Hit(fields=("text", "at"), brief=lambda note: moment_in_words(note.at)),
    may_read=rights.can_read,
    may_export=rights.can_read,
    empty_title=_("No note yet"),
    empty_text=_("What is worth telling at the semester's end is noted while it is fresh."),
    columns=(
        Column(
            key="text", label=_("What is to be told"), is_title=True, width=60,
            cell=str, value=lambda note: note.text,
        ),
        Column(key="key", label=_("About"), cell=about, value=about, width=16),
        Column(key="semester", label=_("Semester"), width=20),
        Column(key="by", label=_("By"), width=12, is_whole=True),
        Column(
            key="at", label=_("Written"), sort=("at", "id"), width=18,
            cell=lambda note: moment_in_words(note.at),
        ),
    ),
)  # fmt: skip


def hand_in() -> None:
    """Let the list be exported and searched for."""
    name_list(NOTES)
