"""What is typed to register a hazard, and to bring it to its end."""

from datetime import timedelta
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.attachments.forms import AttachmentsField
from campus.cases.asking import MoveForm
from campus.cases.forms import RaiseForm, Reason
from campus.models import Department, Person
from campus.people.picking import PersonField
from planning.forms.entry import DayField
from safety.models import Domain, Hazard, MajorCriterion
from safety.rights import can_direct_hazards

# A general hazard is rectified within a week; our own figure.
USUAL_DAYS = 7
LINES = {"rows": 3}


class Register(RaiseForm):
    """What is dangerous, where, and a photo; officers also say how it came to be known."""

    domain = forms.ChoiceField(label=_("Category"), choices=Domain.choices, initial=Domain.OTHER)
    source = forms.ChoiceField(
        label=_("Source"), choices=Hazard.Source.choices, initial=Hazard.Source.PATROL
    )

    def __init__(self, *args: Any, person: Person, needs_place: bool = True, **kwargs: Any) -> None:
        is_officer = bool(can_direct_hazards(person))
        super().__init__(*args, person=person, for_others=is_officer, **kwargs)
        self.fields["title"].help_text = _("Such as: the exit of the stairwell is locked.")
        self.fields["place"].required = needs_place
        if not is_officer:
            del self.fields["source"]
        rest = ["source", "reporter"] if is_officer else []
        self.helper.layout = Layout(
            "place", Row(Column("domain"), Column("priority")), "title", "attachments",
            "description", *rest,
        )  # fmt: skip


class Grade(MoveForm):
    """How grave it is, and by which criterion."""

    domain = forms.ChoiceField(label=_("Category"), choices=Domain.choices)
    level = forms.ChoiceField(
        label=_("How grave is it?"), choices=Hazard.Level.choices, widget=forms.RadioSelect
    )
    criterion = forms.ModelChoiceField(
        label=_("By which criterion is it a major one?"),
        queryset=MajorCriterion.objects.offered(),
        required=False,
        empty_label=_("None of these"),
        help_text=_("Any single one makes it a major hazard, of which the head is told at once."),
    )
    grounds = forms.CharField(
        label=_("Grounds"), max_length=300, required=False,
        help_text=_("For a major one that no criterion names: what makes it one."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert isinstance(self.case, Hazard)
        self.initial = {
            **self.initial,
            "domain": self.case.domain, "level": self.case.level or Hazard.Level.GENERAL,
            "criterion": self.case.criterion_id, "grounds": self.case.grounds,
        }  # fmt: skip
        field = self.fields["criterion"]
        assert isinstance(field, forms.ModelChoiceField)
        field.label_from_instance = lambda each: f"{each.get_domain_display()}：{each.text}"  # type: ignore[method-assign,assignment]  # Django's way to name choices

    def clean(self) -> dict[str, Any]:
        """A major one is so for a reason; a general one has no criterion."""
        typed = super().clean() or {}
        if typed.get("level") != Hazard.Level.MAJOR:
            typed["criterion"] = None
        elif not (typed.get("criterion") or typed.get("grounds")):
            self.add_error("criterion", _("Say what makes it a major one."))
        return typed


class Order(MoveForm):
    """The five commitments, and how people are kept safe until then."""

    owner = PersonField(label=_("Responsible for rectification"))
    department = forms.ModelChoiceField(
        label=_("Responsible department"), queryset=Department.objects.all(), required=False,
        empty_label=_("That of whoever is responsible"),
    )  # fmt: skip
    rectify_by = DayField(label=_("Rectify by"))
    measures = forms.CharField(
        label=_("Measures"), max_length=2000, required=False, widget=forms.Textarea(attrs=LINES)
    )
    budget = forms.DecimalField(
        label=_("Budget in yuan"), min_value=0, max_digits=11, decimal_places=2, required=False,
        help_text=_("0 where it costs nothing."),
    )  # fmt: skip
    contingency = forms.CharField(
        label=_("Contingency"), max_length=2000, required=False,
        widget=forms.Textarea(attrs=LINES),
        help_text=_("What is done if something happens before it is rectified."),
    )  # fmt: skip
    isolation = forms.CharField(
        label=_("Kept safe meanwhile by"), max_length=300, required=False,
        help_text=_("Where it cannot be rectified at once: cordon, sign, out of use."),
    )  # fmt: skip

    NEEDED = ("measures", "budget", "contingency", "isolation")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hazard = self.case
        assert isinstance(hazard, Hazard)
        usual = timezone.localdate() + timedelta(days=USUAL_DAYS)
        self.initial = {
            **self.initial,
            "owner": hazard.owner, "department": hazard.department_id, "rectify_by": usual,
            "measures": hazard.measures, "budget": hazard.budget,
            "contingency": hazard.contingency, "isolation": hazard.isolation,
        }  # fmt: skip
        for name in self.NEEDED:
            self.fields[name].required = hazard.is_major
        self.helper.layout = Layout(
            "seen", Row(Column("owner"), Column("department")),
            Row(Column("rectify_by"), Column("budget")), "measures", "contingency", "isolation",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Adds the department of whoever is responsible."""
        typed = super().clean() or {}
        if not typed.get("department") and typed.get("owner"):
            typed["department"] = typed["owner"].department
        return typed


class Isolate(MoveForm):
    """How people are kept safe meanwhile, with a photo of it."""

    isolation = forms.CharField(
        label=_("Kept safe meanwhile by"), max_length=300,
        help_text=_("Cordon, sign, out of use."),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["isolation"] = self.case.isolation  # type: ignore[attr-defined]  # a hazard


class ReportUpward(Reason):
    """To whom, how and when; and how people are kept safe until an answer comes."""

    upward_to = forms.CharField(label=_("To which authority"), max_length=80)
    upward_how = forms.CharField(
        label=_("How"), max_length=80, help_text=_("Such as: in writing, number of the letter.")
    )
    upward_on = DayField(label=pgettext_lazy("a day", "On"))
    isolation = forms.CharField(label=_("Kept safe meanwhile by"), max_length=300)
    field_order = ["upward_to", "upward_how", "upward_on", "isolation", "words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["isolation"] = self.case.isolation  # type: ignore[attr-defined]  # a hazard
        self.initial["upward_on"] = timezone.localdate()

    def clean_upward_on(self) -> Any:
        day = self.cleaned_data["upward_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("That is still to come."))
        return day


class CloseOut(MoveForm):
    """What the verification found, with a photo of it."""

    verdict = forms.CharField(
        label=_("Result of the verification"), max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)


class NewDay(Reason):
    """Another day, and why."""

    day = DayField(label=_("Rectify by"))
    field_order = ["day", "words"]


class Remark(MoveForm):
    """What the register says beside it."""

    remark = forms.CharField(label=_("Remark"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["remark"] = self.case.remark  # type: ignore[attr-defined]  # a hazard
