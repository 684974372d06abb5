"""Linked identities and joining rules, for administrators."""

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.identity import rights
from campus.identity.models import JoiningRule, LinkedIdentity, WayName
from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage, name_list
from campus.models import Person


class LinkFilters(ListFilters):
    """By the way."""

    way = django_filters.ChoiceFilter(
        label=_("way to sign in"), choices=WayName.choices, empty_label=_("Any way")
    )


def links(person: Person, query: QueryDict) -> QuerySet[LinkedIdentity]:
    return LinkedIdentity.objects.select_related("person")


def rules(person: Person, query: QueryDict) -> QuerySet[JoiningRule]:
    return JoiningRule.objects.select_related("department")


LINKS = ListPage(
    name="linked-identities",
    title=_("Linked identities"),
    icon="id-badge",
    address="identity:links",
    sought="",
    named_by=("person",),
    rows=links,
    order=("way", "id"),
    filters=LinkFilters,
    columns=(
        Column(key="person", label=_("Name"), is_title=True, width=16),
        Column(key="person.number", label=_("Number"), is_whole=True),
        Column(key="get_way_display", label=_("Way to sign in")),
        Column(key="linked_at", label=_("Linked at")),
        Column(key="used_at", label=_("Used last")),
    ),
    may_read=rights.can_rule_joining,
    empty_title=_("Nobody has come in with an identity yet"),
    empty_text=_("Whoever does is linked at the first sign-in, by the number."),
)  # fmt: skip

RULES = ListPage(
    name="joining-rules",
    title=_("Joining rules"),
    icon="user-plus",
    address="identity:rules",
    sought="",
    rows=rules,
    order=("way", "pattern"),
    columns=(
        Column(key="pattern", label=_("Numbers"), is_title=True),
        Column(key="get_way_display", label=_("Way to sign in")),
        Column(key="get_kind_display", label=_("Kind")),
        Column(key="department", label=_("Department")),
        Column(key="unit_claim", label=_("Department or class from")),
        Column(key="is_on", label=pgettext_lazy("a rule", "In force"), width=8),
    ),
    may_read=rights.can_rule_joining,
    empty_title=_("Nobody joins by themselves"),
    empty_text=_("Unknown numbers are turned away. A rule lets those that fit become people."),
)  # fmt: skip


def hand_in() -> None:
    """Let exports and saved searches find them."""
    name_list(LINKS)
    name_list(RULES)
