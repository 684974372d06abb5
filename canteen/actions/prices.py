"""What happens to prices: a changed one is written down with its reason."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from canteen.models import Counter, MenuItem, PriceNotice


def price_on(item: MenuItem, day: date) -> PriceNotice | None:
    """The price notice that holds on a day for the item's dish at its counter."""
    prices = PriceNotice.objects.of(item.counter, item.dish, is_small=item.is_small)
    return prices.filter(since__lte=day).first()


def note_price(item: MenuItem, *, reason: str, by: Person, at: datetime) -> PriceNotice | None:
    """Write down what the item costs and weighs where that is not what held before.

    Inside the transaction of an act. Raises Refused for another price without a reason, and where
    a later day has a price already.
    """
    # Two menus that name one dish at one counter stand behind each other.
    Counter.objects.select_for_update(of=("self",)).get(pk=item.counter_id)
    before = price_on(item, item.day)
    if before and (before.price, before.grams) == (item.price, item.grams):
        return None
    later = PriceNotice.objects.of(item.counter, item.dish, is_small=item.is_small)
    if later.filter(since__gt=item.day).exists():
        raise Refused(
            _("“%(dish)s” has another price from a later day on; change it there.")
            % {"dish": item.dish}
        )
    if before and before.since == item.day:
        return corrected(before, item, reason=reason, by=by, at=at)
    refuse_without_reason(before.price if before else None, item, reason)
    made = PriceNotice(
        counter=item.counter, dish=item.dish, is_small=item.is_small, since=item.day,
        price=item.price, grams=item.grams, reason=reason, by=by, at=at,
        previous_price=before.price if before else None,
        previous_grams=before.grams if before else None,
    )  # fmt: skip
    store(made)
    return made


def corrected(
    notice: PriceNotice, item: MenuItem, *, reason: str, by: Person, at: datetime
) -> PriceNotice:
    """The day's own notice says what was typed last; also that wants a reason."""
    refuse_without_reason(notice.price, item, reason)
    notice.price, notice.grams, notice.by, notice.at = item.price, item.grams, by, at
    notice.reason = reason or notice.reason
    store(notice)
    return notice


def refuse_without_reason(before: object, item: MenuItem, reason: str) -> None:
    """Raise Refused where the price is another one and nobody says why."""
    if before is not None and before != item.price and not reason:
        raise Refused(_("Say why the price changes."))
