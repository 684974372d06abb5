"""What is typed of awards: the cycle, an application, why one is refused."""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from dormitory.models import AwardCycle, DormRoom, Occupancy

# What rooms of schools nearby apply until; our proposal for a new month.
LAST_DAY = 25


class CycleForm(EditForm):
    """The award of a month."""

    class Meta:
        model = AwardCycle
        fields = [
            "month", "apply_until", "criteria", "most_taken", "least_given", "notice_days", "bonus",
        ]  # fmt: skip
        widgets = {  # as Django wants it
            "month": DayInput(), "apply_until": DayInput(),
            "criteria": forms.Textarea(attrs={"rows": 5}),
        }  # fmt: skip
        help_texts = {  # as Django wants it
            "month": _("Any day of it."),
            "most_taken": _("0: any deduction in the month vetoes."),
            "bonus": _("Counted in the class assessment."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            Row(Column("month"), Column("apply_until")), "criteria",
            Row(Column("most_taken"), Column("least_given")),
            Row(Column("notice_days"), Column("bonus")),
        )  # fmt: skip

    def clean_month(self) -> date:
        """Its first day."""
        month: date = self.cleaned_data["month"]
        return month.replace(day=1)


def next_cycle(today: date) -> dict[str, Any]:
    """What the form for a new month begins with: this month, and what was asked last."""
    last = AwardCycle.objects.first()
    kept = ("criteria", "most_taken", "least_given", "notice_days", "bonus")
    facts = {name: getattr(last, name) for name in kept} if last else {}
    return {"month": today.replace(day=1), "apply_until": today.replace(day=LAST_DAY), **facts}


class NominateForm(PlainForm):
    """A room or somebody of it, why, and a photo."""

    cycle = forms.ModelChoiceField(
        label=_("Award of the month"), queryset=AwardCycle.objects.none(), empty_label=None
    )
    pupil = forms.ModelChoiceField(
        label=_("Who is put forward"), queryset=Person.objects.none(), required=False,
        empty_label=_("The room"),
        help_text=_("An exemplar is named to others only if the pupil consents."),
    )  # fmt: skip
    words = forms.CharField(
        label=pgettext_lazy("of a nomination", "Why"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )  # fmt: skip
    photos = AttachmentsField(label=_("Photos"), required=False)

    def __init__(
        self, *args: Any, room: DormRoom, person: Person, today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        running = AwardCycle.objects.filter(month__lte=today, apply_until__gte=today)
        stays = Occupancy.objects.visible_to(person).on(today).filter(bed__room=room)
        self.choose("cycle", running)
        self.choose("pupil", Person.objects.active().filter(pk__in=stays.values("pupil")))
        take_files_of(person, self)

    def choose(self, name: str, rows: Any) -> None:
        chosen = self.fields[name]
        assert isinstance(chosen, forms.ModelChoiceField)
        chosen.queryset = rows


class RefuseForm(PlainForm):
    """Why it is refused."""

    reason = forms.CharField(
        label=_("Reason"), max_length=300, widget=forms.Textarea(attrs={"rows": 3})
    )
