"""The list of stays."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage
from campus.models import Person, Place, SchoolClass
from campus.shell.words import day_in_words
from dormitory import rights
from dormitory.lists.noting import note_export, pupils_of
from dormitory.models import House, Occupancy, Side

ALL, OVER, COMING = "all", "over", "coming"


class StayFilters(ListFilters):
    """By pupil, room, house, side, class and day."""

    who = django_filters.CharFilter(label=_("name or number"), method="of_pupil")
    room = django_filters.CharFilter(label=_("code or name of the room"), method="in_room")
    house = django_filters.ModelChoiceFilter(
        field_name="bed__room__house", label=_("dormitory house"),
        queryset=House.objects.select_related("place"), empty_label=_("All houses"),
    )  # fmt: skip
    side = django_filters.ChoiceFilter(
        field_name="bed__room__side", label=_("for"), choices=Side.choices,
        empty_label=_("Boys and girls"),
    )  # fmt: skip
    school_class = django_filters.ModelChoiceFilter(
        field_name="pupil__school_class", label=_("class"), queryset=SchoolClass.objects.all(),
        empty_label=_("All classes"),
    )  # fmt: skip
    which = django_filters.ChoiceFilter(
        label=_("Which"),
        choices=[
            (ALL, _("Past and coming ones too")), (OVER, _("Past ones")),
            (COMING, _("Coming ones")),
        ],
        empty_label=_("Who sleeps there today"), method="narrow",
    )  # fmt: skip

    def of_pupil(self, found: QuerySet[Any], name: str, typed: str) -> QuerySet[Any]:
        pupils = Person.objects.filter(kind=Person.Kind.PUPIL).beginning(typed.strip())
        return found.filter(pupil__in=pupils)

    def in_room(self, found: QuerySet[Any], name: str, typed: str) -> QuerySet[Any]:
        word = typed.strip()
        rooms = Place.objects.filter(name__istartswith=word) | Place.objects.filter(
            code__istartswith=word
        )
        return found.filter(bed__room__place__in=rooms)

    def narrow(self, found: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Past or coming ones; without a choice `rows` gives those of today."""
        if value == OVER:
            return found.filter(ends_on__lt=self.today)
        return found.filter(starts_on__gt=self.today) if value == COMING else found


def rows(person: Person, query: QueryDict) -> QuerySet[Occupancy]:
    """Whom the person may see: those of today, unless the address asks for others."""
    seen = Occupancy.objects.visible_to(person)
    if query.get("which") not in {ALL, OVER, COMING}:
        seen = seen.today()
    related = ("bed__room__place", "bed__room__house__place", "pupil__school_class")
    return seen.select_related(*related)


STAYS = ListPage(
    name="dorm-stays",
    title=_("Who sleeps where"),
    icon="bed",
    address="dormitory:stays",
    rows=rows,
    order=("-starts_on", "-id"),
    filters=StayFilters,
    sought="",
    columns=(
        Column(key="pupil.name", label=pgettext_lazy("of a person", "name"), is_title=True),
        Column(key="pupil.number", label=_("number"), is_whole=True),
        Column(key="pupil.school_class", label=_("class")),
        Column(key="bed.room.house", label=_("dormitory house")),
        Column(key="bed.room", label=_("dorm room")),
        Column(key="bed.label", label=_("bed"), width=8),
        Column(
            key="starts_on", label=_("from"), sort=("starts_on",), is_whole=True,
            cell=lambda stay: day_in_words(stay.starts_on),
        ),
        Column(
            key="ends_on", label=_("to"), is_whole=True,
            cell=lambda stay: day_in_words(stay.ends_on) if stay.ends_on else "",
        ),
    ),
    may_read=rights.can_list_stays,
    may_export=rights.can_export_stays,
    on_export=note_export,
    people=pupils_of,
    empty_title=_("Nobody yet"),
    empty_text=_("Whoever has a bed stands here, as far as you may see them."),
)  # fmt: skip
