"""What is typed to raise an enquiry."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.cases.models import Case
from campus.desk.rights import can_report_for_others
from campus.models import Person
from campus.places.forms import PlaceField


class EnquiryForm(forms.Form):
    """One sentence, and what helps to answer it."""

    title = forms.CharField(
        label=_("What is it about?"),
        max_length=120,
        help_text=_("One sentence, such as: the tap beside the sports ground drips."),
    )
    place = PlaceField(
        label=_("Place"), required=False, help_text=_("The code on the sign, or the name.")
    )
    description = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)
    priority = forms.ChoiceField(
        label=_("How soon?"), choices=Case.Priority.choices, initial=Case.Priority.NORMAL
    )
    is_shared = forms.BooleanField(
        label=_("Others with the same trouble may see it and join in"), required=False
    )
    reporter = forms.CharField(
        label=_("For whom"),
        required=False,
        max_length=32,
        help_text=_("The number of whoever called. Empty: for yourself."),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        take_files_of(person, self)
        if not can_report_for_others(person):
            del self.fields["reporter"]
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_reporter(self) -> Person:
        number = self.cleaned_data["reporter"].strip()
        if not number:
            return self.person
        found = Person.objects.active().filter(number=number).first()
        if found is None:
            raise forms.ValidationError(_("Nobody has this number."))
        return found
