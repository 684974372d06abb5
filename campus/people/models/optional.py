"""What the portal keeps of pupils only where the school has switched it on; off by default.

Birth dates are not among it: whether somebody is under 14 is all that the law's rules hang on.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.people.models.person import Person
from campus.tracking import tracked


class Optional(models.TextChoices):
    """The fields there are."""

    GUARDIAN_PHONE = "guardian_phone", _("Phone of a guardian")
    GUARDIAN_CONSENT = "guardian_consent", _("Under 14, and the guardian's consent")


class OptionalFieldQuerySet(models.QuerySet["OptionalField"]):
    """Switches in words."""

    def keys_on(self) -> set[str]:
        """Which fields are on."""
        return set(self.filter(is_on=True).values_list("key", flat=True))


@tracked()
class OptionalField(models.Model):
    """The switch of one optional field: who has turned it last, when and why."""

    key = models.CharField(_("field"), max_length=20, choices=Optional, unique=True)
    is_on = models.BooleanField(_("switched on"), default=False)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))

    objects = OptionalFieldQuerySet.as_manager()

    class Meta:
        verbose_name = _("optional field")
        verbose_name_plural = _("optional fields")
        ordering = ["key"]
        constraints = [
            models.CheckConstraint(
                condition=Q(key__in=["guardian_phone", "guardian_consent"]),
                name="optional_field_known",
            )
        ]

    def __str__(self) -> str:
        return self.get_key_display()


class PupilExtra(models.Model):
    """The optional fields of one pupil; no history is kept of them, so that erased is erased.

    The guardian's phone lies sealed (`campus.account.sealing`).
    """

    person = models.OneToOneField(Person, models.PROTECT, related_name="extra")
    guardian_phone = models.CharField(max_length=300, blank=True)
    is_under_14 = models.BooleanField(_("under 14"), default=False)
    consent_on = models.DateField(_("guardian's consent of"), null=True, blank=True)

    class Meta:
        verbose_name = _("optional data of a pupil")
        verbose_name_plural = _("optional data of pupils")

    def __str__(self) -> str:
        return str(self.person)
