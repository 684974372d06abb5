"""The list of all tokens, for administrators."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.lists.filters import ListFilters
from campus.lists.registry import Column, ListPage, name_list
from campus.models import Person
from campus.shell.words import moment_in_words
from logistics.api.tokens import rights
from logistics.api.tokens.models import Token, TokenQuerySet

USABLE, REVOKED, EXPIRED = "usable", "revoked", "expired"
STATES = {
    USABLE: ("done", pgettext_lazy("of a token", "In force")),
    REVOKED: ("dropped", pgettext_lazy("of a token", "Revoked")),
    EXPIRED: ("new", pgettext_lazy("of a token", "Expired")),
}


class TokenFilters(ListFilters):
    """By whether they can still be used, and whose they are."""

    state = django_filters.ChoiceFilter(
        label=pgettext_lazy("of a token", "state"), method="in_state",
        choices=[(name, words) for name, (_tone, words) in STATES.items()],
        empty_label=_("All tokens"),
    )  # fmt: skip
    person = django_filters.CharFilter(
        label=_("number of the person"), field_name="person__number", lookup_expr="iexact"
    )

    def in_state(self, found: TokenQuerySet, name: str, state: str) -> QuerySet[Token]:
        now = timezone.now()
        if state == REVOKED:
            return found.exclude(revoked_at=None)
        if state == EXPIRED:
            return found.filter(revoked_at=None, expires_at__lte=now)
        return found.usable(now)


def rows(person: Person, query: QueryDict) -> QuerySet[Token]:
    seen = Token.objects.visible_to(person).select_related("person", "revoked_by")
    return seen.defer("person__sought", "revoked_by__sought")


def state_of(token: Token) -> str:
    """Which of the three it is now."""
    if token.is_revoked:
        return REVOKED
    return EXPIRED if token.is_expired(timezone.now()) else USABLE


def state_cell(token: Token) -> SafeString:
    tone, words = STATES[state_of(token)]
    return format_html('<span class="state state-{}">{}</span>', tone, words)


def moment_or_never(moment: Any) -> str:
    return moment_in_words(moment) if moment else str(pgettext_lazy("of a token", "never"))


def revoke_cell(token: Token) -> SafeString | str:
    """The way to revoke it, while it is in force."""
    if state_of(token) != USABLE:
        return ""
    path = f"{reverse('tokens:revoke', args=[token.pk])}?back={reverse('tokens:all')}"
    return format_html('<a href="{}">{}</a>', path, _("Revoke"))


TOKENS = ListPage(
    name="tokens",
    title=_("Tokens of programs"),
    icon="key",
    address="tokens:all",
    rows=rows,
    order=("-made_at", "-id"),
    sought="",
    filters=TokenFilters,
    row_path=lambda token: "",
    may_read=rights.can_see_all_tokens,
    may_export=rights.can_see_all_tokens,
    empty_title=_("Nobody has made a token yet"),
    empty_text=_("Staff make tokens for programs at “My account”."),
    columns=(
        Column(key="name", label=pgettext_lazy("of a token", "name"), is_title=True, width=30),
        Column(key="person", label=pgettext_lazy("of a token", "whose"), width=14),
        Column(key="state", label=pgettext_lazy("of a token", "state"), cell=state_cell,
               value=lambda token: STATES[state_of(token)][1], width=10),
        Column(key="scopes_in_words", label=_("scopes"), width=48),
        Column(key="made_at", label=_("made at"), width=18,
               cell=lambda token: moment_in_words(token.made_at)),
        Column(key="expires_at", label=_("expires at"), width=18,
               cell=lambda token: moment_in_words(token.expires_at)),
        Column(key="used_at", label=_("last used"), width=18,
               cell=lambda token: moment_or_never(token.used_at)),
        Column(key="revoke", label="", cell=revoke_cell, on_sheet=False),
    ),
)  # fmt: skip


def hand_in() -> None:
    """Let exports and saved searches find the list."""
    name_list(TOKENS)
