"""What is typed about projects: what they are, stages, money, milestones, risks, acceptances."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Attachment, Person, Place
from campus.people.picking import PersonField
from campus.shell.forms import DayInput, PlainForm, refuse_future_day
from campus.submissions.forms import EditForm
from inspections.models import Inspection
from rooms.actions.money import too_much
from rooms.models import (
    Acceptance,
    BudgetLine,
    Milestone,
    ProjectStage,
    Risk,
    RoomProject,
    Spending,
)

MOST_PLACES, MOST_STAGES, LONGEST_STAGE = 40, 20, 40
# The address of a walk, as it is copied from the browser.
WALK = re.compile(r"/inspections/(\d{1,18})/")


class PlacesField(forms.CharField):
    """Places by their codes, parted by blanks, commas or lines; cleans to a list of places."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 2}))
        super().__init__(max_length=2000, **kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, str) or value is None:
            return value
        return "\n".join(place.code for place in value)

    def clean(self, value: Any) -> list[Place]:
        """Each place once. Raises ValidationError for codes that there are not."""
        typed = [each for each in re.split(r"[\s,，、;；]+", super().clean(value)) if each]
        codes = list(dict.fromkeys(each.upper() for each in typed))
        if len(codes) > MOST_PLACES:
            raise ValidationError(gettext("At most %(most)d places.") % {"most": MOST_PLACES})
        known = {place.code.upper(): place for place in Place.objects.filter(code__in=codes)}
        unknown = [code for code in codes if code not in known]
        if unknown:
            words = gettext("No place has the code %(codes)s.")
            raise ValidationError(words % {"codes": "、".join(unknown[:6])})
        return [known[code] for code in codes]


class StageNames(forms.CharField):
    """Names of stages, one a line; cleans to a list."""

    def clean(self, value: Any) -> list[str]:
        """Raises ValidationError for too many, and for one that is too long."""
        lines = [line.strip() for line in (super().clean(value) or "").splitlines()]
        names = [line for line in lines if line]
        if len(names) > MOST_STAGES:
            raise ValidationError(gettext("At most %(most)d lines.") % {"most": MOST_STAGES})
        if any(len(name) > LONGEST_STAGE for name in names):
            most = {"most": LONGEST_STAGE}
            raise ValidationError(gettext("A stage has at most %(most)d characters.") % most)
        return names


class ProjectForm(EditForm):
    """What a project is and where; who leads it, where one may name them; a new one also by which
    stages it goes."""

    places = PlacesField(
        label=_("Rooms concerned"), help_text=_("Codes of places, one a line or parted by commas.")
    )
    leader = PersonField(label=pgettext_lazy("project", "Leader"))
    stages = StageNames(
        label=_("Stages"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 7}), help_text=_("One a line; empty: the usual ones."),
    )  # fmt: skip

    class Meta:
        model = RoomProject
        fields = ["title", "kind", "leader", "aim"]
        widgets = {"aim": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, names_leader: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        leader = [Column("leader")] if names_leader else []
        if not names_leader:
            del self.fields["leader"]
        new = ["stages"]
        if self.instance.pk:
            self.initial["places"] = list(self.instance.places.order_by("code"))
            del self.fields["stages"]
            new = []
        self.helper.layout = Layout("title", Row(Column("kind"), *leader), "places", "aim", *new)


class StageForm(EditForm):
    """A stage: its name and place, what was planned and what became of it."""

    person = PersonField(label=_("Responsible"), required=False)
    position = forms.IntegerField(label=_("Place in the order"), min_value=1, max_value=99)

    class Meta:
        model = ProjectStage
        fields = ["name", "planned_from", "planned_to", "begun_on", "done_on", "person"]
        widgets = {
            name: DayInput() for name in ("planned_from", "planned_to", "begun_on", "done_on")
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        count = self.instance.project.stages.count()
        self.initial["position"] = self.instance.position if self.instance.pk else count + 1
        self.helper.layout = Layout(
            Row(Column("name"), Column("position")),
            Row(Column("planned_from"), Column("planned_to")),
            Row(Column("begun_on"), Column("done_on")), "person",
        )  # fmt: skip

    def clean_begun_on(self) -> date | None:
        return not_to_come(self.cleaned_data["begun_on"])

    def clean_done_on(self) -> date | None:
        return not_to_come(self.cleaned_data["done_on"])

    def clean(self) -> dict[str, Any]:
        """The order of its days, at the later one of each two."""
        typed = super().clean()
        start, end = typed.get("planned_from"), typed.get("planned_to")
        if start and end and end < start:
            self.add_error("planned_to", _("A stage ends after it starts."))
        begun, done = typed.get("begun_on"), typed.get("done_on")
        if done and begun is None and "begun_on" not in self.errors:
            self.add_error("begun_on", _("Say when it began."))
        if done and begun and done < begun:
            self.add_error("done_on", _("It cannot be done before it was begun."))
        return typed


def not_to_come(day: date | None) -> date | None:
    """Raises ValidationError for a day that is still to come."""
    return refuse_future_day(day) if day else None


class LineForm(EditForm):
    """A line of the budget."""

    class Meta:
        model = BudgetLine
        fields = ["name", "planned"]

    def clean_name(self) -> str:
        """Raises ValidationError for a category that there is."""
        name: str = self.cleaned_data["name"].strip()
        same = BudgetLine.objects.filter(project=self.instance.project_id, name=name)
        if same.exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("The budget has this category already."))
        return name

    def clean_planned(self) -> Decimal:
        """Raises ValidationError below what is spent already."""
        planned: Decimal = self.cleaned_data["planned"]
        if planned + self.instance.over < self.instance.spent:
            raise ValidationError(_("More is spent already than that."))
        return planned


class OverForm(PlainForm):
    """How much more than planned may be spent, and why."""

    over = forms.DecimalField(
        label=_("Allowed over the plan, in yuan"), min_value=Decimal(0), max_digits=12,
        decimal_places=2,
    )  # fmt: skip
    over_reason = forms.CharField(label=_("Reason"), max_length=300)

    def __init__(self, *args: Any, line: BudgetLine, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.line = line

    def clean_over(self) -> Decimal:
        """Raises ValidationError below what is spent already."""
        over: Decimal = self.cleaned_data["over"]
        if self.line.planned + over < self.line.spent:
            raise ValidationError(_("More is spent already than that."))
        return over


class SpendForm(EditForm):
    """What was paid, when, to whom, of which line."""

    class Meta:
        model = Spending
        fields = ["line", "on", "amount", "supplier", "invoice", "words"]
        widgets = {"on": DayInput()}

    def __init__(self, *args: Any, project: RoomProject, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        line = self.fields["line"]
        assert isinstance(line, forms.ModelChoiceField)
        line.queryset, line.empty_label = project.lines.all(), None
        self.helper.layout = Layout(
            Row(Column("line"), Column("amount")), Row(Column("on"), Column("supplier")),
            Row(Column("invoice"), Column("words")),
        )  # fmt: skip

    def clean_on(self) -> date:
        return refuse_future_day(self.cleaned_data["on"])

    def clean(self) -> dict[str, Any]:
        """No more than the line holds."""
        typed = super().clean()
        line, amount = typed.get("line"), typed.get("amount")
        if line and amount and (refusal := too_much(line, amount)):
            self.add_error("amount", refusal)
        return typed


class MilestoneForm(EditForm):
    """A milestone and its day."""

    person = PersonField(label=_("Responsible"), required=False, help_text=_("Empty: the leader."))

    class Meta:
        model = Milestone
        fields = ["title", "due_on", "person"]
        widgets = {"due_on": DayInput()}


class RiskForm(EditForm):
    """A risk, how high it is, and what is done about it."""

    owner = PersonField(label=_("Responsible"))

    class Meta:
        model = Risk
        fields = ["title", "likelihood", "impact", "measure", "owner", "status"]
        help_texts = {
            "likelihood": _("1 hardly, 5 almost surely."), "impact": _("1 slight, 5 grave.")
        }  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper.layout = Layout(
            "title", Row(Column("likelihood"), Column("impact")), "measure",
            Row(Column("owner"), Column("status")),
        )  # fmt: skip


class AcceptForm(EditForm):
    """An acceptance: when, who, what came of it, with its papers."""

    walk = forms.CharField(
        label=pgettext_lazy("acceptance", "Walk of the checklist"), max_length=200, required=False,
        help_text=_("The address of its page, copied from the browser."),
    )  # fmt: skip
    attachments = AttachmentsField(label=pgettext_lazy("acceptance", "Papers"), required=False)

    class Meta:
        model = Acceptance
        fields = ["on", "people", "result", "defects"]
        widgets = {"on": DayInput(), "defects": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        take_files_of(person, self)
        self.initial.setdefault("on", timezone.localdate())
        self.helper.layout = Layout(
            Row(Column("on"), Column("result")), "people", "defects", "walk", "attachments"
        )

    def clean_on(self) -> date:
        return refuse_future_day(self.cleaned_data["on"])

    def clean_walk(self) -> Inspection | None:
        """The walk that the address names. Raises ValidationError for any other address."""
        typed: str = self.cleaned_data["walk"].strip()
        if not typed:
            return None
        named = WALK.search(typed)
        seen = Inspection.objects.visible_to(self.person)
        walk = seen.filter(pk=int(named[1])).first() if named else None
        if walk is None:
            raise ValidationError(_("This is not the address of a walk that you may see."))
        return walk

    def clean(self) -> dict[str, Any]:
        """Defects are named where there are some, and only there."""
        typed = super().clean()
        typed["inspection"] = typed.pop("walk", None)
        result, has_defects = typed.get("result"), bool(typed.get("defects"))
        if result == Acceptance.Result.ACCEPTED and has_defects:
            self.add_error("result", _("With defects it is accepted with defects, or not at all."))
        if result and result != Acceptance.Result.ACCEPTED and not has_defects:
            self.add_error("defects", _("Say which defects there are."))
        return typed


class PhotosForm(PlainForm):
    """Photos, and from when in the works they are."""

    role = forms.ChoiceField(
        label=_("They show it"), required=False, widget=forms.RadioSelect,
        choices=[
            (Attachment.Role.BEFORE, pgettext_lazy("photo of a project", "Before")),
            ("", pgettext_lazy("photo of a project", "During the works")),
            (Attachment.Role.AFTER, pgettext_lazy("photo of a project", "Afterwards")),
        ],
    )  # fmt: skip
    attachments = AttachmentsField(label=_("Photos"), required=True)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)
