"""The weekly letter: the reader's tiles, what last week brought, and the lists behind them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from campus.measures import Measure
from campus.models import Person
from campus.notices.channels import office
from logistics.dashboard.arranging import chosen_keys, in_order
from logistics.dashboard.readings import Board
from logistics.dashboard.scope import Scope
from logistics.dashboard.tiles import NONE, Tile, in_words, tile


@dataclass(frozen=True)
class Line:
    """A tile, and what last week came to; a dash where it did not exist."""

    tile: Tile
    last_week: str
    path: str


def writer(board: Board, scope: Scope) -> Callable[[Person, str], EmailMessage]:
    """What writes a letter to somebody in a language, from numbers that were counted once."""
    return lambda person, language: letter(person, language, board, scope)


def letter(person: Person, language: str, board: Board, scope: Scope) -> EmailMessage:
    """The letter as text, with the same as a table beside it."""
    with override(language):
        lines = [line(each, board, scope, person) for each in
                 in_order(person, chosen_keys(person))]  # fmt: skip
        context = {
            "person": person, "lines": lines, "scope": scope, "at": board.at,
            "office": office(), "site": settings.SITE_URL,
            "path": f"{settings.SITE_URL}{reverse('dashboard:dashboard')}",
            "letter_path": f"{settings.SITE_URL}{reverse('dashboard:letter')}",
        }  # fmt: skip
        subject = _("How the semester stands, %(week)s") % {
            "week": scope.week_words or scope.semester
        }
        sent = EmailMultiAlternatives(
            subject, render_to_string("dashboard/letter.txt", context), to=[person.email]
        )
        sent.attach_alternative(render_to_string("dashboard/letter.html", context), "text/html")
    return sent


def line(measure: Measure, board: Board, scope: Scope, person: Person) -> Line:
    drawn = tile(measure, board.readings[measure.key], scope, person)
    over = [
        found
        for week, found in zip(scope.weeks, board.readings[measure.key].weeks, strict=True)
        if week.last < scope.today
    ]
    return Line(
        drawn, in_words(measure, over[-1]) if over else NONE,
        f"{settings.SITE_URL}{drawn.path}" if drawn.path else "",
    )  # fmt: skip
