"""What is typed about who joins by themselves."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django.utils.translation import gettext_lazy as _

from campus.identity.models import JoiningRule
from campus.submissions.forms import EditForm


class RuleForm(EditForm):
    """A rule: by which way, which numbers, and what becomes of them."""

    class Meta:
        model = JoiningRule
        fields = [
            "way", "pattern", "kind", "name_claim", "unit_claim", "department", "is_on",
        ]  # fmt: skip
        help_texts = {
            "pattern": _("Such as 2026* for all numbers that begin with 2026."),
            "name_claim": _("The claim or attribute in which the service tells the name."),
            "unit_claim": _(
                "The one that tells a department by its name, or a class such as 高一(3)班. Pupils "
                "whose class is not found do not join. May be empty."
            ),
            "department": _("For staff of whom none is told."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("way"), Column("pattern")), Row(Column("kind"), Column("department")),
            Row(Column("name_claim"), Column("unit_claim")), "is_on",
        )  # fmt: skip
