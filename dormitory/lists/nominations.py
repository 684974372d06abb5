"""The list of who is put forward for awards."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person
from dormitory import rights
from dormitory.models import AwardCycle, House, Nomination

TONES = {
    "applied": "new", "recommended": "due_soon", "notice": "under_way", "awarded": "done",
    "refused": "refused", "withdrawn": "refused",
}  # fmt: skip


class NominationFilters(ListFilters):
    """By month, house and state."""

    cycle = django_filters.ModelChoiceFilter(
        label=_("month"), queryset=AwardCycle.objects.all(), empty_label=_("All months")
    )
    house = django_filters.ModelChoiceFilter(
        field_name="room__house", label=_("house"), queryset=House.objects.select_related("place"),
        empty_label=_("All houses"),
    )  # fmt: skip
    state = django_filters.ChoiceFilter(
        field_name="status", label=_("state"), choices=Nomination.Status.choices,
        empty_label=_("All states"),
    )  # fmt: skip


def rows(person: Person, query: QueryDict) -> QuerySet[Nomination]:
    return Nomination.objects.visible_to(person).with_all()


def state_cell(nomination: Nomination) -> SafeString:
    """The state in its colour."""
    label = Nomination.Status(nomination.status).label
    return format_html('<span class="state state-{}">{}</span>', TONES[nomination.status], label)


def kind_cell(nomination: Nomination) -> str:
    """A room or an exemplar, who is named while the pupil consents."""
    if nomination.pupil_id is None:
        return pgettext("what is put forward", "Room")
    return nomination.name_for_all or pgettext("what is put forward", "Exemplar")


NOMINATIONS = ListPage(
    name="dorm-nominations",
    title=_("Nominations"),
    icon="award",
    address="dormitory:nominations",
    rows=rows,
    order=("-id",),
    filters=NominationFilters,
    sought="",
    named_by=("room",),
    columns=(
        Column(key="room", label=_("dorm room"), is_title=True),
        Column(key="room.house", label=_("house")),
        Column(key="kind", label=_("kind"), cell=kind_cell, value=kind_cell),
        Column(key="cycle", label=_("month")),
        Column(
            key="status", label=_("state"), cell=state_cell,
        ),
        Column(key="words", label=_("reasons"), on_page=False),
    ),
    may_read=rights.can_list_nominations,
    may_export=rights.can_export_stays,
    empty_title=_("Nobody is put forward yet"),
    empty_text=_("Leaders and wardens put rooms forward from the page of the room."),
)  # fmt: skip
