"""The list of moves."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person
from campus.shell.words import day_in_words
from dormitory import rights
from dormitory.lists.noting import note_export, pupils_of
from dormitory.models import BedMove

TONES = {"asked": "due_soon", "approved": "done", "declined": "refused", "withdrawn": "refused"}


class MoveFilters(ListFilters):
    """By state."""

    state = django_filters.ChoiceFilter(
        field_name="status", label=_("state"), choices=BedMove.Status.choices,
        empty_label=_("All states"),
    )  # fmt: skip


def rows(person: Person, query: QueryDict) -> QuerySet[BedMove]:
    seen = BedMove.objects.visible_to(person)
    return seen.select_related(
        "pupil__school_class", "other", "from_bed__room__place", "to_bed__room__place", "asked_by"
    )


def state_cell(move: BedMove) -> SafeString:
    """The state in its colour."""
    label = BedMove.Status(move.status).label
    return format_html('<span class="state state-{}">{}</span>', TONES[move.status], label)


MOVES = ListPage(
    name="dorm-moves",
    title=_("Moves and swaps"),
    icon="arrows-exchange",
    address="dormitory:moves",
    rows=rows,
    order=("-id",),
    filters=MoveFilters,
    sought="",
    columns=(
        Column(key="pupil", label=_("pupil"), is_title=True),
        Column(key="pupil.school_class", label=_("class")),
        Column(key="from_bed", label=_("out of bed")),
        Column(key="to_bed", label=_("into bed")),
        Column(key="other", label=_("swaps with")),
        Column(key="on", label=_("on"), cell=lambda move: day_in_words(move.on), is_whole=True),
        Column(
            key="status", label=_("state"), cell=state_cell,
        ),
        Column(key="asked_by", label=_("asked by")),
    ),
    may_read=rights.can_list_stays,
    may_export=rights.can_export_stays,
    on_export=note_export,
    people=pupils_of,
    empty_title=_("No move yet"),
    empty_text=_("What pupils and wardens have asked for stands here."),
)  # fmt: skip
