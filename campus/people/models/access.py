"""Who has looked at pupils' data (Regulations on Minors in Cyberspace, art. 36)."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from campus.people.models.person import Person
from campus.people.models.units import Role


class PupilAccessQuerySet(models.QuerySet["PupilAccess"]):
    """Looks in words."""

    def visible_to(self, person: Person) -> "PupilAccessQuerySet":
        """Those who answer for the portal see all; everybody else what was done with their data."""
        if person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR, Role.AUDITOR):
            return self
        return self.of(person)

    def of(self, pupil: Person) -> "PupilAccessQuerySet":
        return self.filter(pupils__contains=[pupil.pk])


class PupilAccess(models.Model):
    """Somebody has looked at a pupil's page, or taken pupils' data away as a file or on paper.

    Added to and never changed, by administrators neither. `pupils` are numbers of people, so that
    an export of the whole school is one row. `roles` are what `by` was on duty as at that moment;
    pupils are told these and no name.
    """

    class What(models.TextChoices):
        """What was done."""

        LOOK = "look", pgettext_lazy("pupil's data", "Looked at")
        FILE = "file", pgettext_lazy("pupil's data", "Taken as a file")
        PAPER = "paper", pgettext_lazy("pupil's data", "Printed")

    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))
    at = models.DateTimeField(_("at"))
    what = models.CharField(_("what"), max_length=8, choices=What)
    pupils = ArrayField(models.BigIntegerField(), verbose_name=_("pupils"))
    roles = ArrayField(models.CharField(max_length=32), default=list, blank=True)
    page = models.CharField(_("page"), max_length=500)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects = PupilAccessQuerySet.as_manager()

    class Meta:
        verbose_name = _("look at pupils' data")
        verbose_name_plural = _("looks at pupils' data")
        ordering = ["-id"]
        indexes = [
            GinIndex(fields=["pupils"], name="access_by_pupil"),
            models.Index(fields=["by", "-id"], name="access_by_person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(what__in=["look", "file", "paper"]), name="access_what_known"
            ),
            models.CheckConstraint(condition=Q(pupils__len__gt=0), name="access_is_to_somebody"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="access_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.by} · {self.get_what_display()} · {len(self.pupils)}"

    @property
    def roles_in_words(self) -> str:
        """What `by` was on duty as, without a name."""
        known = [str(Role(role).label) for role in self.roles if role in Role.values]
        return pgettext("between names", ", ").join(known)
