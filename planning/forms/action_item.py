"""What is typed to give somebody something to do, and to follow it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.cases.asking import MoveForm
from campus.cases.forms import Reason
from campus.models import Person
from campus.people.picking import PersonField
from planning.forms.entry import DayField


class NewAction(forms.Form):
    """Who does what by when."""

    title = forms.CharField(
        label=_("What is to be done?"), max_length=120, help_text=_("One sentence.")
    )
    owner = PersonField(label=_("Person responsible"))
    due_on = DayField(
        label=_("To be done by"), help_text=_("By the end of office hours of that day.")
    )
    description = forms.CharField(
        label=_("More about it"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            "title", Row(Column("owner"), Column("due_on")), "description", "attachments"
        )


class AgreeOnDay(MoveForm):
    """By which day it is to be done."""

    day = DayField(label=_("To be done by"))
    words = forms.CharField(
        label=_("In a few words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class NewDay(Reason):
    """Another day, and why."""

    day = DayField(label=_("To be done by"))
    field_order = ["day", "words"]
