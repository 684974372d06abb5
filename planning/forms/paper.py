"""What is typed about papers that expire, and about their kinds."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.lists.forms import Selection
from campus.models import Person, Place
from campus.places.forms import PlaceField
from campus.shell.forms import DayInput, PlainForm
from campus.submissions.forms import EditForm
from planning.models import Paper, PaperKind
from planning.papers import HOLDERS, sort_of


def last_day(first: date, months: int) -> date:
    """The last day of so many months from `first` on: a year from 1 September ends on 31 August."""
    years, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month + 1
    return date(year, month, min(first.day, monthrange(year, month)[1])) - timedelta(days=1)


def holder_field(kind: PaperKind) -> forms.Field:
    """The field for what holds a paper of the kind: places as everywhere, all else from a list."""
    sort = sort_of(kind)
    if sort.model is Place:
        return PlaceField(label=sort.label)
    return forms.ModelChoiceField(label=sort.label, queryset=sort.offered())


class PaperForm(EditForm):
    """A paper; its end may be left to its kind where the months of validity are known."""

    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    class Meta:
        model = Paper
        fields = ["number", "issuer", "issued_on", "ends_on", "note"]
        widgets = {"issued_on": DayInput(), "ends_on": DayInput()}

    def __init__(self, *args: Any, person: Person, kind: PaperKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        take_files_of(person, self)
        if kind.months:
            self.fields["ends_on"].required = False
            self.fields["ends_on"].help_text = _(
                "Empty: %(months)s months from the day it was issued."
            ) % {"months": kind.months}
        self.helper.layout = Layout(
            Row(Column("issued_on"), Column("ends_on")),
            Row(Column("number"), Column("issuer")),
            "note",
            "attachments",
        )

    def clean(self) -> dict[str, Any]:
        """Adds the end that follows from the kind; before the paper itself is looked at."""
        typed = super().clean() or {}
        if not typed.get("ends_on") and "ends_on" not in self.errors:
            if not (self.kind.months and typed.get("issued_on")):
                self.add_error("ends_on", _("Say until when it is valid, or when it was issued."))
                return typed
            typed["ends_on"] = last_day(typed["issued_on"], self.kind.months)
        return typed

    @property
    def fields_typed(self) -> dict[str, Any]:
        """What the actions take."""
        names = ["number", "issuer", "issued_on", "ends_on", "note", "attachments"]
        return {name: self.cleaned_data[name] for name in names}


class NewPaperForm(PaperForm):
    """A paper, and who or what it belongs to."""

    def __init__(self, *args: Any, kind: PaperKind, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        self.fields = {"holder": holder_field(kind), **self.fields}
        assert self.helper.layout is not None  # written by what it builds on
        self.helper.layout.insert(0, "holder")

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for a paper that is in the list already."""
        typed = super().clean()
        holder, ends_on = typed.get("holder"), typed.get("ends_on")
        if holder and ends_on and is_known(self.kind, holder, ends_on):
            raise ValidationError(_("This paper is in the list already."))
        return typed


def is_known(kind: PaperKind, holder: Any, ends_on: date) -> bool:
    same = Paper.objects.of(holder).filter(kind=kind, ends_on=ends_on, set_aside_on=None)
    return same.exists()


class NextPaperForm(PaperForm):
    """The paper that renews another one, which is `renewed`."""

    def __init__(self, *args: Any, renewed: Paper, **kwargs: Any) -> None:
        initial = {"number": renewed.number, "issuer": renewed.issuer}
        super().__init__(*args, kind=renewed.kind, initial=initial, **kwargs)
        self.renewed = renewed

    def clean(self) -> dict[str, Any]:
        """Raises ValidationError for one that does not last longer."""
        typed = super().clean()
        ends_on = typed.get("ends_on")
        if ends_on and ends_on <= self.renewed.ends_on:
            self.add_error("ends_on", _("The next paper must end later than this one."))
        return typed


class SetAside(PlainForm):
    """Why a paper does not count any more."""

    why = forms.CharField(
        label=_("Why does it not count any more?"),
        max_length=200,
        help_text=_("Such as: has left, was sold, was written twice."),
    )


class SetSelectedAside(Selection):
    """Why the selected papers do not count any more."""

    why = forms.CharField(
        max_length=200, error_messages={"required": _("Say why they are set aside.")}
    )


class KindForm(EditForm):
    """A kind of papers; what holds them stays once there are any."""

    class Meta:
        model = PaperKind
        fields = ["name", "holder_type", "months", "role", "is_offered"]
        help_texts = {
            "months": _("Empty: its end is typed for each paper."),
            "role": _("Whoever is on duty as this keeps these papers and is reminded of them."),
        }

    holder_type = forms.ModelChoiceField(
        label=_("Held by"), queryset=ContentType.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["holder_type"]
        assert isinstance(field, forms.ModelChoiceField)
        sorts = {sort.content_type.pk: sort.label for sort in HOLDERS.values()}
        field.queryset = ContentType.objects.filter(pk__in=sorts)
        field.label_from_instance = lambda each: str(sorts[each.pk])  # type: ignore[method-assign,assignment]  # Django's way to name choices
        if self.instance.pk and self.instance.papers.exists():
            field.disabled = True
        self.helper.layout = Layout(
            "name", Row(Column("holder_type"), Column("months")), "role", "is_offered"
        )
