"""Calls that may come once more."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RepeatedCall(models.Model):
    """One call that has brought something about, under the key that its program gave it."""

    # Whose keys these are: of a token or of a device, as `Caller.holder` names them.
    holder = models.CharField(max_length=40)
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(_("at"))
    status = models.PositiveSmallIntegerField(default=0)
    location = models.CharField(max_length=300, blank=True)
    body = models.TextField(blank=True)

    class Meta:
        verbose_name = _("call that may be repeated")
        verbose_name_plural = _("calls that may be repeated")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["at"], name="repeated_call_by_age")]
        constraints = [models.UniqueConstraint(fields=["holder", "key"], name="repeated_call_once")]

    def __str__(self) -> str:
        return f"{self.holder} · {self.key}"
