"""What is typed to record an incident, and to draw lessons from it."""

from datetime import datetime
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.cases.forms import RaiseForm, Reason
from campus.models import Person
from campus.shell.forms import moment_field, refuse_future
from safety.models import Domain, Incident


class Record(RaiseForm):
    """What has happened, when, where, and how many were hurt; nobody is named."""

    happened_at = moment_field(_("When did it happen?"))
    level = forms.ChoiceField(
        label=_("How grave is it?"), choices=Incident.Level.choices, initial=Incident.Level.MINOR
    )
    domain = forms.ChoiceField(label=_("Category"), choices=Domain.choices, initial=Domain.OTHER)
    hurt_pupils = forms.IntegerField(label=_("Hurt pupils"), min_value=0, max_value=9999, initial=0)
    hurt_staff = forms.IntegerField(label=_("Hurt staff"), min_value=0, max_value=9999, initial=0)
    is_simulated = forms.BooleanField(
        label=_("Only simulated, for training"), required=False,
        help_text=_("Its title will say so, and no figure counts it."),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, person=person, for_others=False, **kwargs)
        del self.fields["priority"]
        self.fields["happened_at"].initial = timezone.localtime().replace(second=0, microsecond=0)
        self.fields["title"].help_text = _("Such as: a pupil slipped on the wet stairs.")
        self.fields["title"].max_length = 110  # type: ignore[attr-defined]  # room for “simulated”
        self.fields["description"].help_text = _("What happened, without anybody's name.")
        self.helper.layout = Layout(
            Row(Column("happened_at"), Column("place")),
            Row(Column("level"), Column("domain")), "title", "description",
            Row(Column("hurt_pupils"), Column("hurt_staff")), "attachments", "is_simulated",
        )  # fmt: skip

    def clean_happened_at(self) -> datetime:
        return refuse_future(self.cleaned_data["happened_at"])


class Notify(Reason):
    """To whom and how it was reported, and when."""

    notified_at = moment_field(_("When was it reported?"))
    field_order = ["notified_at", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("To whom, and how")
        self.initial["notified_at"] = timezone.localtime().replace(second=0, microsecond=0)

    def clean_notified_at(self) -> datetime:
        return refuse_future(self.cleaned_data["notified_at"])


class Lessons(Reason):
    """What is learned from it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("What is learned from it, and what changes")
