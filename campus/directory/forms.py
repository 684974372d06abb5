"""What is typed about the roster sync."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.models import DirectorySync
from campus.rosters.columns import BY_KIND, PEOPLE
from campus.submissions.forms import EditForm


class SyncForm(EditForm):
    """Whether, what is complete, and how many may leave at once."""

    complete = forms.MultipleChoiceField(
        label=_("Complete lists"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever is missing from a complete list has left."),
    )  # fmt: skip

    class Meta:
        model = DirectorySync
        fields = ["is_on", "is_trial", "complete", "most_leavers", "number_from"]
        help_texts = {
            "is_trial": _("The report says each night what would be done; nothing is done."),
            "most_leavers": _("Per cent of the staff or of the pupils; above, somebody decides."),
            "number_from": _("Only for a directory (SCIM): which attribute is the number."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        complete = self.fields["complete"]
        assert isinstance(complete, forms.MultipleChoiceField)
        complete.choices = [(kind, _(BY_KIND[kind].label)) for kind in PEOPLE]
        self.helper.layout = Layout(
            "is_on", "is_trial", "complete", Row(Column("most_leavers"), Column("number_from"))
        )
