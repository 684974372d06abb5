"""What makes a hazard a major one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked


class Domain(models.TextChoices):
    """Fields of safety: the eight of the state's guideline on major hazards, and two more."""

    FIRE = "fire", pgettext_lazy("field of safety", "Fire")
    BUILDING = "building", pgettext_lazy("field of safety", "School buildings")
    FOOD = "food", pgettext_lazy("field of safety", "Food")
    LABORATORY = "laboratory", pgettext_lazy("field of safety", "Laboratories")
    TRAFFIC = "traffic", pgettext_lazy("field of safety", "School buses and traffic")
    CROWD = "crowd", pgettext_lazy("field of safety", "Crowds and stampedes")
    EQUIPMENT = "equipment", pgettext_lazy("field of safety", "Special equipment")
    UTILITIES = "utilities", pgettext_lazy("field of safety", "Water, power, gas, heating")
    SECURITY = "security", pgettext_lazy("field of safety", "Security")
    OTHER = "other", pgettext_lazy("field of safety", "Other")


DOMAIN_VALUES = [
    "fire", "building", "food", "laboratory", "traffic", "crowd", "equipment", "utilities",
    "security", "other",
]  # fmt: skip


class MajorCriterionQuerySet(models.QuerySet["MajorCriterion"]):
    """Criteria in words."""

    def visible_to(self, person: Person) -> "MajorCriterionQuerySet":
        """The staff's."""
        return self.none() if person.is_pupil else self

    def offered(self) -> "MajorCriterionQuerySet":
        return self.filter(is_offered=True)


@tracked()
class MajorCriterion(models.Model):
    """One circumstance that by itself makes a hazard a major one (重大隐患直接判定).

    `code` names those that come with the portal; the school words, adds and withdraws them.
    """

    code = models.CharField(max_length=24, blank=True, default="", editable=False)
    domain = models.CharField(_("field"), max_length=12, choices=Domain)
    text = models.CharField(_("circumstance"), max_length=300)
    source = models.CharField(_("source"), max_length=120, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_offered = models.BooleanField(_("offered when hazards are graded"), default=True)

    objects = MajorCriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("criterion of major hazards")
        verbose_name_plural = _("criteria of major hazards")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="major_criterion_code_once"
            ),
            models.CheckConstraint(
                condition=Q(domain__in=DOMAIN_VALUES), name="major_criterion_domain_known"
            ),
        ]

    def __str__(self) -> str:
        return self.text
