"""The secret address of a person's calendar."""

import hashlib

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person


def digest_of(token: str) -> str:
    """What is kept of a token: it cannot be found out from this."""
    return hashlib.sha256(token.encode()).hexdigest()


class FeedAddressQuerySet(models.QuerySet["FeedAddress"]):
    """Secret addresses in words."""

    def opened_by(self, token: str) -> "FeedAddressQuerySet":
        """The address with this token, while its person is at the school."""
        found = self.filter(digest=digest_of(token), person__is_active=True)
        return found.select_related("person")


class FeedAddress(models.Model):
    """Whoever knows the address reads the person's calendar without signing in.

    The token has 256 bits of chance; the row holds its SHA-256 alone, so that neither the database
    nor a backup gives anybody a calendar.
    """

    person = models.OneToOneField(
        Person, models.CASCADE, related_name="feed_address", verbose_name=_("person")
    )
    digest = models.CharField(
        _("digest"), max_length=64, unique=True, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    made_at = models.DateTimeField(_("made at"))

    objects = FeedAddressQuerySet.as_manager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        ordering = ["id"]

    def __str__(self) -> str:
        return str(self.person)
