"""What is tapped and typed at a part of a place, and what puts a mark right later."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.cases.forms import Reason
from campus.models import Person
from inspections.actions.marking import Seen
from inspections.models import ChecklistItem, Finding

Kind = ChecklistItem.Kind
MOST_TIMES = 99


class MarkForm(forms.Form):
    """One line at one part, under a prefix of its own: the page is one form without script, and
    with it each line travels alone. Pupils are named by staff alone."""

    times = forms.IntegerField(min_value=0, max_value=MOST_TIMES, required=False)
    points = forms.DecimalField(max_digits=6, decimal_places=2, min_value=0, required=False)
    words = forms.CharField(max_length=500, required=False)
    pupil = forms.CharField(max_length=32, required=False)
    photos = AttachmentsField(required=False)

    def __init__(
        self, *args: Any, item: ChecklistItem, person: Person, pupils: Iterable[Person] = (),
        **kwargs: Any,
    ) -> None:  # fmt: skip
        kwargs["prefix"] = f"line-{item.pk}"
        super().__init__(*args, **kwargs)
        self.item, self.person = item, person
        self.pupils = {pupil.number: pupil for pupil in pupils}
        # Whether it was marked before, which may be taken off.
        self.is_known = False
        if person.is_pupil:
            del self.fields["pupil"]
        take_files_of(person, self)

    def clean_points(self) -> Decimal | None:
        points: Decimal | None = self.cleaned_data["points"]
        cap = self.item.cap or Decimal(0)
        if self.item.kind == Kind.SCORE and points is not None and points > cap:
            raise ValidationError(
                _("Between 0 and %(cap)s."), params={"cap": f"{cap.normalize():f}"}
            )
        return points

    def clean_pupil(self) -> Person | None:
        """A pupil by number: one of the part, or one whom the person may see."""
        number = self.cleaned_data["pupil"].strip()
        if not number:
            return None
        known = self.pupils.get(number) or self.seen_called(number)
        if known is None:
            raise ValidationError(_("You know no pupil of this number."))
        return known

    def seen_called(self, number: str) -> Person | None:
        seen = Person.objects.visible_to(self.person).active()
        return seen.filter(kind=Person.Kind.PUPIL, number=number).first()

    @property
    def seen(self) -> Seen:
        """What was said of the line."""
        typed = self.cleaned_data
        return Seen(
            times=typed["times"] or 0, points=typed["points"], words=typed["words"],
            pupil=typed.get("pupil"), photos=typed["photos"],
        )  # fmt: skip

    @property
    def says_something(self) -> bool:
        return self.is_known or not self.seen.says_nothing(self.item)

    @property
    def sentence(self) -> str:
        """What is wrong with the line."""
        return " ".join(str(each) for faults in self.errors.values() for each in faults)


def initial_of(mark: Finding | None) -> Mapping[str, Any]:
    """What a line's form begins with."""
    if mark is None:
        return {}
    return {
        "times": mark.times, "points": f"{mark.points.normalize():f}", "words": mark.words,
        "pupil": mark.pupil.number if mark.pupil else "",
    }  # fmt: skip


def points_field() -> forms.DecimalField:
    """Points that are left of a mark."""
    return forms.DecimalField(
        label=_("Points that stay"), required=False, min_value=0, max_digits=6, decimal_places=2,
        help_text=_("Empty: the mark is taken back altogether."),
    )  # fmt: skip


class Correct(forms.Form):
    """How many points a mark keeps, and why."""

    points = points_field()
    reason = forms.CharField(
        label=_("Reason"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, mark: Finding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.mark = mark
        self.helper = FormHelper()
        self.helper.form_tag = False

    def clean_points(self) -> Decimal | None:
        return within_line(self.mark, self.cleaned_data["points"])


def within_line(mark: Finding, points: Decimal | None) -> Decimal | None:
    """The points, if the mark's line allows them. Raises ValidationError."""
    most = mark.item.cap if mark.item.cap is not None else mark.item.points * mark.times
    if points is not None and points > most:
        cap = f"{most.normalize():f}" if most else "0"
        raise ValidationError(_("Between 0 and %(cap)s."), params={"cap": cap})
    return points


class Grant(Reason):
    """How many points stay though the appeal is granted, and why."""

    points = points_field()
    field_order = ["points", "words"]

    def clean_points(self) -> Decimal | None:
        """Fewer than there were, or none."""
        mark: Finding = self.case.finding  # type: ignore[attr-defined]  # an appeal's
        points = within_line(mark, self.cleaned_data["points"])
        if points is not None and points >= mark.points:
            raise ValidationError(_("Granting leaves fewer points than before."))
        return points


class AppealForm(forms.Form):
    """What somebody says against a mark."""

    words = forms.CharField(
        label=_("What is not right about it"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
        self.helper = FormHelper()
        self.helper.form_tag = False
