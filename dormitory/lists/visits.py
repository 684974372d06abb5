"""The visitors' book."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters, Since, Until
from campus.lists.registry import Act, Column, ListPage
from campus.models import Person
from campus.shell.words import moment_in_words
from dormitory import rights
from dormitory.lists.nights import house_filter
from dormitory.models import Visit


class VisitFilters(ListFilters):
    """By house, who is still inside, and days."""

    house = house_filter("house")
    inside = django_filters.ChoiceFilter(
        label=_("Which"), choices=[("yes", _("Still inside"))], empty_label=_("All visits"),
        method="narrow",
    )  # fmt: skip
    since = Since(field_name="came_at", label=_("from"))
    until = Until(field_name="came_at", label=pgettext_lazy("end of a time", "until"))

    def narrow(self, found: QuerySet[Visit], name: str, value: str) -> QuerySet[Visit]:
        return found.filter(left_at=None)


def rows(person: Person, query: QueryDict) -> QuerySet[Visit]:
    return Visit.objects.visible_to(person).select_related("house__place", "by")


VISITS = ListPage(
    name="dorm-visits",
    title=_("Visitors' book"),
    icon="address-book",
    address="dormitory:visits",
    rows=rows,
    order=("-came_at", "-id"),
    filters=VisitFilters,
    sought="",
    row_path=lambda visit: "",
    columns=(
        Column(key="name", label=_("visitor"), is_title=True),
        Column(key="whom", label=_("whom or what for"), width=30),
        Column(key="house", label=_("dormitory house")),
        Column(key="came_at", label=_("came at"), sort=("came_at",), is_whole=True,
               cell=lambda visit: moment_in_words(visit.came_at)),
        Column(key="until", label=pgettext_lazy("of a visit", "until"), is_whole=True,
               cell=lambda visit: moment_in_words(visit.until) if visit.until else ""),
        Column(key="left_at", label=_("left at"), is_whole=True,
               cell=lambda visit: moment_in_words(visit.left_at) if visit.left_at else ""),
        Column(key="by", label=_("by")),
    ),
    acts=(
        Act(label=_("They have left"), icon="door-exit", address="dormitory:visits_out",
            may=rights.can_read_nights, is_hidden=True),
    ),
    may_select=lambda person, visit: visit.left_at is None,
    may_read=rights.can_read_nights,
    may_export=rights.can_read_nights,
    empty_title=_("No visitor yet"),
    empty_text=_("Whoever comes into a house from outside stands here until they leave."),
)  # fmt: skip
