"""The visitors' book of a house."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.tracking import tracked
from dormitory.models.house import House
from dormitory.models.reach import warden_reach


class VisitQuerySet(models.QuerySet["Visit"]):
    """Visits in words."""

    def visible_to(self, person: Person) -> "VisitQuerySet":
        """Overseers see all, wardens those of their house."""
        reach = warden_reach(person)
        if reach.everywhere:
            return self
        return self.filter(house__place__in=reach.parts()) if reach else self.none()

    def inside(self) -> "VisitQuerySet":
        """Visitors who have not left."""
        return self.filter(left_at=None)


@tracked()
class Visit(models.Model):
    """Somebody from outside comes into a house, and leaves it (来访登记)."""

    house = models.ForeignKey(
        House, models.PROTECT, related_name="visits", verbose_name=_("dormitory house")
    )
    name = models.CharField(_("visitor"), max_length=60)
    whom = models.CharField(_("whom or what for"), max_length=100)
    came_at = models.DateTimeField(_("came at"))
    until = models.DateTimeField(_("until"), null=True, blank=True)
    left_at = models.DateTimeField(_("left at"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        ordering = ["-came_at", "-id"]
        indexes = [
            models.Index(fields=["house", "-came_at", "-id"], name="visit_in_order"),
            models.Index(fields=["house"], condition=Q(left_at=None), name="visit_inside"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gt=F("came_at")), name="visit_until_after",
                violation_error_message=_("A visit must end after it starts."),
            ),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("came_at")), name="visit_left_after",
                violation_error_message=_("Nobody leaves before they came."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"{reverse('dormitory:visits')}?house={self.house_id}"
