"""Reconciling fuel cards by month (每月对账): closed by one person, checked by another."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from campus.school_time.months import month_after
from campus.shell.words import month_in_words
from campus.storing import store
from vehicles.actions import cards
from vehicles.models import CardMonth, FuelCard
from vehicles.models.card_figures import figures_of

CLOSED = gettext_noop("%(month)s reconciled")
CHECKED = gettext_noop("%(month)s checked")


@transaction.atomic
def close(
    card: FuelCard, month: date, *, statement: Decimal, explanation: str = "", by: Person,
    at: datetime,
) -> CardMonth:  # fmt: skip
    """Reconcile a month, of which `month` is the first day, with the total of the station's
    statement; from then on nothing moves in it.

    Raises Refused for a month that is not over, reconciled already, or not the next one,
    ValidationError where the statement differs and nobody says why.
    """
    kept = cards.locked(card)
    refuse_unless_next(kept, month, timezone.localtime(at).date())
    figures = figures_of([kept], month)[kept.pk]
    closed = CardMonth(
        card=kept, month=month, statement=statement, explanation=explanation, closed_by=by,
        closed_at=at, **vars(figures),
    )  # fmt: skip
    store(closed)
    kept.closed_until = month
    store(kept, only=["closed_until"])
    note(kept, by=by, at=at, text=CLOSED, facts={"month": f"{month:%Y-%m}"}, words=explanation)
    return closed


def refuse_unless_next(card: FuelCard, month: date, today: date) -> None:
    """Months are reconciled one after the other, when they are over."""
    if card.is_closed(month):
        facts = {"month": month_in_words(month), "card": card}
        raise Refused(_("%(month)s of the card %(card)s is reconciled already.") % facts)
    if month > card.next_month:
        raise Refused(_("%(month)s comes first.") % {"month": month_in_words(card.next_month)})
    if month_after(month) > today:
        raise Refused(_("A month is reconciled when it is over."))


@transaction.atomic
def check(closed: CardMonth, *, by: Person, at: datetime) -> CardMonth:
    """A second person has looked at it. Raises Refused where somebody has already, or where it is
    the one who has closed it."""
    rows = CardMonth.objects.select_for_update(of=("self",)).select_related("card", "checked_by")
    kept: CardMonth = rows.get(pk=closed.pk)
    if kept.checked_by:
        raise Refused(_("%(person)s has checked it already.") % {"person": kept.checked_by})
    if kept.closed_by_id == by.pk:
        raise Refused(_("Another person checks than the one who has closed it."))
    kept.checked_by, kept.checked_at = by, at
    store(kept, only=["checked_by", "checked_at"])
    note(kept.card, by=by, at=at, text=CHECKED, facts={"month": f"{kept.month:%Y-%m}"})
    return kept
