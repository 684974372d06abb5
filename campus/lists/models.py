"""Searches that people have named."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.people.models import Person, Role


class Sharing(models.TextChoices):
    """Who sees a saved search besides its owner."""

    NOBODY = "nobody", _("Only me")
    ROLE = "role", _("Whoever holds a role")
    EVERYBODY = "everybody", _("Everybody")


def shown_to_choices() -> list[tuple[str, Any]]:
    """Nobody else, everybody, or the holders of a role."""
    ends = [(Sharing.NOBODY.value, Sharing.NOBODY.label)]
    return [*ends, (Sharing.EVERYBODY.value, Sharing.EVERYBODY.label), *Role.choices]


class SavedViewQuerySet(models.QuerySet["SavedView"]):
    """Saved searches in words."""

    def of_list(self, name: str) -> "SavedViewQuerySet":
        return self.filter(list_name=name)

    def visible_to(self, person: Person) -> "SavedViewQuerySet":
        """One's own, and those shared with everybody or with a role that one holds today."""
        held = [duty.role for duty in person.duties_today]
        shared = Q(sharing=Sharing.EVERYBODY) | Q(sharing=Sharing.ROLE, role__in=held)
        return self.filter(Q(person=person) | shared)


class SavedView(models.Model):
    """The query of a list under a name of one's own; what it finds depends on who looks."""

    person = models.ForeignKey(
        Person, models.CASCADE, related_name="saved_views", verbose_name=_("person")
    )
    list_name = models.CharField(max_length=40)
    name = models.CharField(_("name"), max_length=40)
    query = models.CharField(max_length=1000)
    sharing = models.CharField(
        _("shown to"), max_length=12, choices=Sharing, default=Sharing.NOBODY
    )
    role = models.CharField(_("role"), max_length=32, choices=Role, blank=True)

    objects = SavedViewQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved search")
        verbose_name_plural = _("saved searches")
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["person", "list_name", "name"],
                name="saved_view_once_per_name",
                violation_error_message=_("You have saved a search under this name already."),
            ),
            models.CheckConstraint(
                condition=Q(sharing__in=["nobody", "role", "everybody"]),
                name="saved_view_sharing_known",
            ),
            models.CheckConstraint(
                condition=Q(role="") | Q(role__in=Role.values), name="saved_view_role_known"
            ),
            models.CheckConstraint(
                condition=Q(sharing="role") & ~Q(role="") | ~Q(sharing="role") & Q(role=""),
                name="saved_view_shared_with_a_role",
                violation_error_message=_("Choose the role that it is shown to."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
