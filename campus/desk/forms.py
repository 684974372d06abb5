"""What is typed to raise an enquiry."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campus.cases.forms import RaiseForm
from campus.desk.rights import can_report_for_others
from campus.models import Person


class EnquiryForm(RaiseForm):
    """One sentence, and what helps to answer it."""

    is_shared = forms.BooleanField(
        label=_("Others with the same trouble may see it and join in"), required=False
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        for_others = can_report_for_others(person)
        super().__init__(*args, person=person, for_others=for_others, **kwargs)
        self.fields["title"].label = _("What is it about?")
        self.fields["title"].help_text = _(
            "One sentence, such as: the tap beside the sports ground drips."
        )
