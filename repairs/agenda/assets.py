"""Transfers and disposals that wait for the head."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Window
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from repairs.models import AssetMove
from repairs.rights import can_approve_moves


def waiting(person: Person) -> Iterable[Rows[Waiting]]:
    """All of them in one line, for whoever approves."""
    if not can_approve_moves(person):
        return []
    asked = AssetMove.objects.waiting().order_by("id")[:1]
    return [
        Rows(
            rows=asked,
            fields=("kind", "asset__number", "asset__name"),
            extra={"count": Window(Count("*"))},
            draw=waiting_moves,
        )
    ]


def waiting_moves(move: Any) -> Waiting:
    """How many wait, told by the oldest."""
    words = ngettext(
        "%(count)d transfer or disposal of an asset waits for you",
        "%(count)d transfers and disposals of assets wait for you",
        move.count,
    )
    return Waiting(
        title=words % {"count": move.count},
        path=f"{reverse('repairs:asset_moves')}?state=asked",
        icon="arrows-exchange",
        urgency=Urgency.SOON,
        detail=_("first: %(move)s") % {"move": move},
        button=pgettext("button", "Open"),
    )
