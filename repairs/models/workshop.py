"""Who mends: what technicians are good at, and firms from outside."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.tracking import tracked
from repairs.models.category import Category


@tracked()
class Trade(models.Model):
    """A category of faults that a technician mends; proposals prefer whoever has the trade."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="trades", verbose_name=_("technician")
    )
    category = models.ForeignKey(
        Category, models.CASCADE, related_name="trades", verbose_name=_("category")
    )

    class Meta:
        verbose_name = _("trade")
        verbose_name_plural = _("trades")
        constraints = [
            models.UniqueConstraint(fields=["person", "category"], name="trade_once_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.category}"


@tracked()
class Contractor(models.Model):
    """A firm from outside that mends what the school cannot (外修单位)."""

    name = models.CharField(_("name"), max_length=80, unique=True)
    phone = models.CharField(_("phone"), max_length=32, blank=True)
    mends = models.CharField(
        _("what it mends"), max_length=120, blank=True, help_text=_("Such as: lifts, fire alarm.")
    )
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("contractor")
        verbose_name_plural = _("contractors")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
