"""What is typed about the criteria of major hazards."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row

from campus.submissions.forms import EditForm
from safety.models import MajorCriterion


class CriterionForm(EditForm):
    """One circumstance, in the school's words."""

    class Meta:
        model = MajorCriterion
        fields = ["domain", "text", "source", "position", "is_offered"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "domain", "text", Row(Column("source"), Column("position")), "is_offered"
        )
