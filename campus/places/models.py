"""Where things are."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Place(models.Model):
    """A node of the tree of places; its code is what signs and sheets say."""

    class Kind(models.TextChoices):
        """Levels of the tree, largest first."""

        CAMPUS = "campus", _("Campus")
        BUILDING = "building", _("Building")
        FLOOR = "floor", _("Floor")
        ROOM = "room", _("Room")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    code = models.CharField(_("code"), max_length=24, unique=True)
    name = models.CharField(_("name"), max_length=60)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="parts",
        verbose_name=_("part of"),
    )  # fmt: skip

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["campus", "building", "floor", "room"]),
                name="place_kind_known",
            ),
            models.CheckConstraint(
                condition=~Q(parent=models.F("id")), name="place_not_part_of_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name
