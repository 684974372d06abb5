"""What repairs have people reminded of: warranties that end."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, ngettext

from campus.models import Person, Role
from planning.registry import Remindable, heads, register
from repairs.models import FixedAsset


class WarrantyReminders(Remindable[FixedAsset]):
    """Warranties: of all that ends on one day the first asset stands for the others, since things
    that were bought together end together.

    They are laid every morning, not when assets are written: tables of thousands come in at once.
    """

    model = FixedAsset
    subjects = {"warranty": _("Warranties that end")}
    coming = gettext_noop("Warranty ends on %(day)s: %(title)s")
    today = gettext_noop("Warranty ends today, %(day)s: %(title)s")
    overdue = gettext_noop("Warranty ended on %(day)s: %(title)s")
    in_calendar_days = True

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        """Two months, as in the list of assets, to have things looked at, and a last week; our own
        figures. Afterwards there is nothing to be done any more."""
        return {"days_before": [60, 7], "on_the_day": False}

    def subject(self, thing: FixedAsset) -> str:
        return "warranty"

    def open_things(self, subject: str | None = None) -> QuerySet[FixedAsset]:
        near = self.near(subject, timezone.localdate())
        return FixedAsset.objects.first_of_warranties().filter(warranty_until__range=near)

    def is_open(self, thing: FixedAsset) -> bool:
        return FixedAsset.objects.first_of_warranties().filter(pk=thing.pk).exists()

    def due_on(self, thing: FixedAsset) -> date | None:
        return thing.warranty_until

    def path(self, thing: FixedAsset) -> str:
        return f"{reverse('repairs:assets')}?which=warranty"

    def responsible(self, thing: FixedAsset) -> list[Person]:
        """Whoever keeps the register, else the head."""
        return list(Person.objects.on_duty_as(Role.STOREKEEPER)) or heads()

    def title(self, thing: FixedAsset) -> str:
        """The first asset, and how many more end on the same day."""
        same = FixedAsset.objects.on_the_books().filter(warranty_until=thing.warranty_until)
        more = same.count() - 1
        if more < 1:
            return str(thing)
        words = ngettext("%(first)s and %(more)d more", "%(first)s and %(more)d more", more)
        return words % {"first": thing, "more": more}


def hand_in() -> None:
    """Let warranties be reminded of."""
    register(WarrantyReminders())
