"""What is typed about technicians, contractors and categories."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.submissions.forms import EditForm
from repairs.models import Category, Contractor


class TradesForm(forms.Form):
    """What a technician mends."""

    categories = forms.ModelMultipleChoiceField(
        label=_("What does this person mend?"), queryset=Category.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, *args: Any, technician: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["categories"] = list(technician.trades.values_list("category", flat=True))
        self.helper = FormHelper()
        self.helper.form_tag = False


class ContractorForm(EditForm):
    """A firm from outside."""

    class Meta:
        model = Contractor
        fields = ["name", "phone", "mends", "is_offered"]


class CategoryForm(EditForm):
    """A sort of fault, as the school calls it."""

    class Meta:
        model = Category
        fields = ["name", "position", "is_offered"]
