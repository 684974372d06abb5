"""Tokens of people."""

from datetime import datetime

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person, Role
from campus.tracking import tracked
from logistics.api.scopes import SCOPES, in_words

PREFIX = "cs"


class TokenQuerySet(models.QuerySet["Token"]):
    """Tokens in words."""

    def visible_to(self, person: Person) -> "TokenQuerySet":
        """One's own; administrators see all there are, but never a secret."""
        if person.on_duty_as(Role.ADMINISTRATOR):
            return self
        return self.filter(person=person)

    def usable(self, at: datetime) -> "TokenQuerySet":
        """Neither revoked nor past their day."""
        return self.filter(revoked_at=None, expires_at__gt=at)


@tracked(leave_out=["digest", "used_at"])
class Token(models.Model):
    """What a program acts with in the name of a person."""

    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("of a token", "whose")
    )
    name = models.CharField(pgettext_lazy("of a token", "name"), max_length=60)
    scopes = ArrayField(models.CharField(max_length=40), verbose_name=_("scopes"))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    # The last characters of the secret.
    hint = models.CharField(max_length=8, editable=False)
    made_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("expires at"))
    used_at = models.DateTimeField(_("last used"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)
    revoked_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("revoked by"),
    )  # fmt: skip

    objects = TokenQuerySet.as_manager()

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("tokens")
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["person", "-made_at"], name="token_of_person")]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("made_at")), name="token_expires_after_it_was_made"
            ),
            models.CheckConstraint(
                condition=Q(scopes__len__gt=0), name="token_has_a_scope",
                violation_error_message=_("Choose what the token is for."),
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="token_revoked_by_somebody",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Raises ValidationError for scopes that there are not."""
        if set(self.scopes) - set(SCOPES):
            raise ValidationError({"scopes": _("There is no such scope.")})

    @cached_property
    def _allowed(self) -> frozenset[str]:
        return frozenset(self.scopes)

    def allows(self, scope: str) -> bool:
        return scope in self._allowed

    @property
    def is_revoked(self) -> bool:
        return self.revoked_at is not None

    def is_expired(self, at: datetime) -> bool:
        return self.expires_at <= at

    def is_usable(self, at: datetime) -> bool:
        return not self.is_revoked and not self.is_expired(at)

    @property
    def scopes_in_words(self) -> str:
        """ "Repairs: read、Repairs: write"."""
        return "、".join(map(in_words, self.scopes))
