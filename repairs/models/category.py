"""What sorts of faults there are."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.tracking import tracked


class CategoryQuerySet(models.QuerySet["Category"]):
    """Categories in words."""

    def offered(self) -> "CategoryQuerySet":
        return self.filter(is_offered=True)

    def catch_all(self) -> "Category | None":
        """The one for what fits nowhere else."""
        return self.filter(code="other").first() or self.offered().last()


@tracked()
class Category(models.Model):
    """What sort of fault it is (设施类型), as the school names them.

    `code` names what comes with the portal; "other" takes what another area hands on.
    """

    code = models.CharField(max_length=24, blank=True, default="", editable=False)
    name = models.CharField(_("name"), max_length=40, unique=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    is_offered = models.BooleanField(_("offered for new tickets"), default=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category of faults")
        verbose_name_plural = _("categories of faults")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["code"], condition=~Q(code=""), name="repair_category_code_once"
            )
        ]

    def __str__(self) -> str:
        return self.name
