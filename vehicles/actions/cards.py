"""What happens to fuel cards: written, given to a vehicle, topped up, counted, stopped.

Whoever moves money holds the lock of the card's row, so that its balance is the sum of its moves.
"""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from campus.shell.words import day_in_words, money, month_in_words
from campus.storing import store
from vehicles.actions import odometer
from vehicles.models import CardMove, CardTurn, FuelCard, Vehicle

Kind = CardMove.Kind

GIVEN = gettext_noop("Given to %(vehicle)s from %(day)s on")
STOPPED = gettext_noop("Stopped on %(day)s")


def locked(card: FuelCard) -> FuelCard:
    """The card as it is now; nothing else moves on it meanwhile."""
    return FuelCard.objects.select_for_update(of=("self",)).get(pk=card.pk)


def refuse_stopped(card: FuelCard) -> None:
    if not card.is_in_use:
        raise Refused(_("The card is stopped."))


@transaction.atomic
def write_card(card: FuelCard, *, by: Person, at: datetime, **facts: Any) -> FuelCard:
    """Write a new card, or change what is said of one. Raises ValidationError."""
    kept = locked(card) if card.pk else card
    for name, value in facts.items():
        setattr(kept, name, value)
    if not kept.pk:
        kept.by, kept.at = by, at
    store(kept)
    return kept


@transaction.atomic
def give(card: FuelCard, *, to: Vehicle, starts_on: date, by: Person, at: datetime) -> CardTurn:
    """Let a vehicle have the card from a day on (一车一卡): the former turns of both end the day
    before.

    Raises Refused for a card that is stopped, or where one of the turns began no earlier.
    """
    vehicle, kept = odometer.locked(to), locked(card)
    refuse_stopped(kept)
    if starts_on < kept.opened_on:
        raise Refused(
            _("The card is in use since %(day)s.") % {"day": day_in_words(kept.opened_on)}
        )
    running = CardTurn.objects.until_further_notice().select_related("card", "vehicle")
    for turn in [*running.filter(card=kept), *running.filter(vehicle=vehicle)]:
        end_turn(turn, before=starts_on)
    given = CardTurn(card=kept, vehicle=vehicle, starts_on=starts_on, by=by)
    store(given)
    facts = {"vehicle": vehicle.plate, "day": {"day": starts_on.isoformat()}}
    note(kept, by=by, at=at, text=GIVEN, facts=facts)
    return given


def end_turn(turn: CardTurn, *, before: date) -> None:
    """End a turn the day before another begins. Raises Refused where it began no earlier."""
    if turn.starts_on >= before:
        facts = {
            "vehicle": turn.vehicle.plate, "card": turn.card, "day": day_in_words(turn.starts_on)
        }  # fmt: skip
        raise Refused(_("%(vehicle)s has had the card %(card)s since %(day)s.") % facts)
    turn.ends_on = before - timedelta(days=1)
    store(turn, only=["ends_on"])


@transaction.atomic
def stop(card: FuelCard, *, on: date, words: str, by: Person, at: datetime) -> FuelCard:
    """The card is used no more after the day `on`: lost, given back, used up. Raises Refused where
    it was stopped already or something is left on it, ValidationError."""
    kept = locked(card)
    refuse_stopped(kept)
    if kept.balance:
        raise Refused(
            _("There are %(money)s left on the card: correct its balance first.")
            % {"money": money(kept.balance)}
        )
    for turn in CardTurn.objects.until_further_notice().filter(card=kept):
        turn.ends_on = max(on, turn.starts_on)
        store(turn, only=["ends_on"])
    kept.stopped_on = on
    store(kept)
    note(kept, by=by, at=at, text=STOPPED, facts={"day": {"day": on.isoformat()}}, words=words)
    return kept


@transaction.atomic
def top_up(card: FuelCard, *, amount: Decimal, on: date, by: Person, at: datetime) -> CardMove:
    """So many yuan were put onto the card on a day. Raises Refused above what is allowed at once,
    for a card that is stopped and for a month that is reconciled, ValidationError."""
    kept = locked(card)
    refuse_stopped(kept)
    most = Decimal(settings.FUEL_TOP_UP_MOST)
    if amount > most:
        raise Refused(
            _("A card is topped up by %(most)s at most (local practice).") % {"most": money(most)}
        )
    refuse_closed(kept, on)
    return move(kept, Kind.TOP_UP, amount, counts_on=on, by=by, at=at)


@transaction.atomic
def correct(card: FuelCard, *, there: Decimal, reason: str, by: Person, at: datetime) -> CardMove:
    """The station says that so many yuan are on the card; the difference is corrected in the month
    that is open, for a reason. Raises Refused where there is none, ValidationError."""
    kept = locked(card)
    difference = there - kept.balance
    if not difference:
        raise Refused(_("The card has %(money)s in our books, too.") % {"money": money(there)})
    day = timezone.localtime(at).date()
    return move(kept, Kind.CORRECTION, difference, counts_on=day, reason=reason, by=by, at=at)


def refuse_closed(card: FuelCard, day: date) -> None:
    """Raise Refused where the month of a day is reconciled."""
    if card.is_closed(day):
        facts = {"month": month_in_words(day), "card": card}
        raise Refused(_("%(month)s of the card %(card)s is reconciled already.") % facts)


def open_day(card: FuelCard, day: date, at: datetime) -> date:
    """The day itself while its month is open, else the day of writing: what is late or put right
    counts in the month that is open."""
    return timezone.localtime(at).date() if card.is_closed(day) else day


@transaction.atomic
def move(
    card: FuelCard, kind: str, amount: Decimal, *, counts_on: date, by: Person, at: datetime,
    **facts: Any,
) -> CardMove:  # fmt: skip
    """Write the move and the balance that it leaves; `facts` are `refuel`, `quantity`, `reason`.
    Raises Refused where more would leave than there is."""
    kept = locked(card)
    kept.balance += amount
    if kept.balance < 0:
        raise Refused(left_words(kept.balance - amount))
    written = CardMove(
        card=kept, kind=kind, amount=amount, balance=kept.balance, counts_on=counts_on, by=by,
        at=at, **facts,
    )  # fmt: skip
    store(written)
    store(kept, only=["balance"])
    return written


def left_words(balance: Decimal) -> str:
    """What is left on a card that is asked for more, a sentence."""
    return _("There are only %(money)s left on the card.") % {"money": money(balance)}
