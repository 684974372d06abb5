"""What happens to trades of technicians, to contractors and to categories."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from campus.models import Person
from campus.storing import store
from repairs.models import Category, Contractor, Trade


@transaction.atomic
def set_trades(person: Person, *, categories: Iterable[Category], by: Person, at: datetime) -> None:
    """Let the person mend these categories, and no others."""
    wanted = {category.pk for category in categories}
    held = Trade.objects.select_for_update().filter(person=person)
    held.exclude(category__in=wanted).delete()
    known = set(held.values_list("category", flat=True))
    for category in sorted(wanted - known):
        Trade.objects.get_or_create(person=person, category_id=category)


@transaction.atomic
def keep_contractor(contractor: Contractor, *, by: Person, at: datetime) -> Contractor:
    """Store a contractor, new or changed. Raises ValidationError."""
    store(contractor)
    return contractor


@transaction.atomic
def keep_category(category: Category, *, by: Person, at: datetime) -> Category:
    """Store a category, new or changed; the last one that is offered stays so.

    Raises ValidationError.
    """
    store(category)
    return category
