"""Whom people have let in."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person
from campus.tracking import tracked


class ConsentQuerySet(models.QuerySet["Consent"]):
    """Consents in words."""

    def held(self) -> "ConsentQuerySet":
        """Those that were given and not taken back."""
        return self.filter(taken_back_at=None)


def new_subject() -> str:
    """A name that says nothing."""
    return uuid4().hex


@tracked(leave_out=["subject"])
class Consent(models.Model):
    """A person and an app. `subject` is whom the app knows (pairwise: another app knows another
    one); it stays when the consent is taken back and given again."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("person"))
    client = models.ForeignKey(
        "allauth_idp_oidc.Client", models.CASCADE, related_name="+", verbose_name=_("app")
    )
    subject = models.CharField(_("subject"), max_length=32, unique=True, default=new_subject)
    scopes = ArrayField(models.CharField(max_length=20), default=list, verbose_name=_("is told"))
    given_at = models.DateTimeField(_("given at"))
    taken_back_at = models.DateTimeField(_("taken back at"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["-given_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "client"], name="consent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person} · {self.client.name}"
