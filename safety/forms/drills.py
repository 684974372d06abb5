"""What is typed to plan a drill, to count, and to write what it has shown."""

import re
from datetime import datetime
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.attachments.forms import AttachmentsField, take_files_of
from campus.models import Person, SchoolClass
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.shell.forms import PlainForm, moment_field
from campus.submissions.forms import EditForm
from safety.models import Drill, DrillLine
from safety.models.drill import DORMITORY_SECONDS, TARGET_SECONDS

MOST_LINES, LONGEST_CELL, MOST_EXPECTED = 80, 200, 5000
PARTING = re.compile(r"\s*[|｜\t]\s*")


class LinesField(forms.CharField):
    """A table as lines of cells parted by | or tabs, as they are pasted from a sheet.

    Cleans to rows of exactly `cells` cells.
    """

    def __init__(self, *, cells: int, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4}))
        super().__init__(required=False, max_length=20_000, **kwargs)
        self.cells = cells

    def prepare_value(self, value: Any) -> Any:
        """Rows as lines."""
        if isinstance(value, str) or value is None:
            return value
        return "\n".join(" | ".join(map(str, row)).rstrip(" |") for row in value)

    def clean(self, value: Any) -> Any:
        """Raises ValidationError with the line that has too much."""
        typed = [line.strip() for line in (super().clean(value) or "").splitlines()]
        rows = [PARTING.split(line.strip("|｜")) for line in typed if line.strip("|｜ ")]
        if len(rows) > MOST_LINES:
            raise ValidationError(gettext("At most %(most)d lines.") % {"most": MOST_LINES})
        for number, row in enumerate(rows, 1):
            if len(row) > self.cells:
                raise ValidationError(
                    gettext("Line %(number)d has more than %(cells)d cells.")
                    % {"number": number, "cells": self.cells}
                )
            if any(len(cell) > LONGEST_CELL for cell in row):
                raise ValidationError(gettext("Line %(number)d is too long.") % {"number": number})
        return [[*row, *[""] * (self.cells - len(row))] for row in rows]


class GroupsField(LinesField):
    """Other groups than classes: a name, and how many are expected."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(cells=2, **kwargs)

    def clean(self, value: Any) -> list[tuple[str, int]]:
        """Raises ValidationError for a number that is none, and a name that stands twice."""
        rows = super().clean(value)
        for number, (name, expected) in enumerate(rows, 1):
            if not (expected.isascii() and expected.isdigit() and int(expected) <= MOST_EXPECTED):
                raise ValidationError(
                    gettext("Line %(number)d: say how many are expected, such as: %(example)s")
                    % {"number": number, "example": "5层 | 96"}
                )
            if len(name) > 60:
                raise ValidationError(gettext("Line %(number)d is too long.") % {"number": number})
        names = [name for name, _expected in rows]
        if len(set(names)) < len(names):
            raise ValidationError(gettext("A group stands here twice."))
        return [(name, int(expected)) for name, expected in rows]


LINES = {"posts": "post", "routes": "route", "steps": "step"}


class DrillForm(EditForm):
    """A drill: what, when, who; posts, routes and the course as tables."""

    planned_at = moment_field(pgettext_lazy("a drill", "Planned for"))
    commander = PersonField(label=_("Commander"))
    place = PlaceField(label=_("Where"), required=False)
    classes = forms.ModelMultipleChoiceField(
        label=_("Classes that are counted"), queryset=SchoolClass.objects.all(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    groups = GroupsField(
        label=_("Other groups that are counted"),
        help_text=_("One a line: name | expected. Such as a floor of a dormitory."),
    )
    posts = LinesField(cells=3, label=_("Posts"), help_text=_("One a line: name | point | duty."))
    routes = LinesField(
        cells=4, label=_("Routes"),
        help_text=_("One a line: classes or rooms | stairs | exit | assembly point."),
    )  # fmt: skip
    steps = LinesField(
        cells=5, label=_("Course"),
        help_text=_("One a line: time | what | where | who | remark."),
    )  # fmt: skip

    class Meta:
        model = Drill
        fields = [
            "title", "kind", "level", "is_evacuation", "cohort", "planned_at", "place",
            "assembly", "commander", "scenario", "rain_plan", "target_seconds",
        ]  # fmt: skip
        widgets = {"scenario": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["cohort"].help_text = _("In free words, such as: grade 11, the Tibet class.")
        target = self.fields["target_seconds"]
        target.required = False
        target.help_text = _(
            "Empty: %(usual)s; in a dormitory at night %(night)s. Each school sets its own."
        ) % {"usual": TARGET_SECONDS, "night": DORMITORY_SECONDS}
        if self.instance.pk:
            self.show_tables(self.instance)
        else:
            target.initial = None
            self.initial.pop("target_seconds", None)
        self.helper.layout = Layout(
            "title", Row(Column("kind"), Column("level")), "is_evacuation",
            Row(Column("planned_at"), Column("commander")),
            Row(Column("place"), Column("assembly")),
            Row(Column("cohort"), Column("target_seconds")), "scenario", "rain_plan",
            "classes", "groups", "posts", "routes", "steps",
        )  # fmt: skip

    def show_tables(self, drill: Drill) -> None:
        """What the tables hold at present."""
        lines = list(DrillLine.objects.filter(drill=drill).order_by("position"))
        for name, part in LINES.items():
            self.initial[name] = [each.cells for each in lines if each.part == part]
        groups = list(drill.groups.all())
        self.initial["classes"] = [each.school_class_id for each in groups if each.school_class_id]
        self.initial["groups"] = [
            (each.name, each.expected) for each in groups if not each.school_class_id
        ]

    def clean(self) -> dict[str, Any]:
        """A target of one's own, or the usual one."""
        typed = super().clean() or {}
        if not typed.get("target_seconds"):
            night = typed.get("level") == Drill.Level.DORMITORY
            typed["target_seconds"] = DORMITORY_SECONDS if night else TARGET_SECONDS
        if not (typed.get("classes") or typed.get("groups")) and "groups" not in self.errors:
            self.add_error("classes", _("Say who is counted."))
        return typed

    def facts(self) -> dict[str, Any]:
        """What the actions take."""
        typed = self.cleaned_data
        facts = {name: typed[name] for name in self._meta.fields or ()}
        lines = {part: typed[name] for name, part in LINES.items()}
        return {**facts, "lines": lines, "classes": typed["classes"], "groups": typed["groups"]}


class CallOff(PlainForm):
    """Why it does not take place."""

    reason = forms.CharField(label=_("Why is it called off?"), max_length=300)


class SumUp(PlainForm):
    """What it has shown."""

    summary = forms.CharField(
        label=_("Summary"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6})
    )
    attachments = AttachmentsField(label=_("Photos and papers"), required=False)

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take_files_of(person, self)


class Count(forms.Form):
    """How many of a group are present; `known` is what was reported when the form was drawn."""

    present = forms.IntegerField(min_value=0, max_value=MOST_EXPECTED)
    words = forms.CharField(required=False, max_length=200)
    known = forms.IntegerField(required=False, min_value=0)


class Problem(PlainForm):
    """What did not go well, and where."""

    text = forms.CharField(label=_("What did not go well?"), max_length=120)
    place = PlaceField(label=_("Place"), required=False)


def planned_initial(moment: datetime) -> dict[str, Any]:
    """What a new plan says at first."""
    return {"planned_at": moment.replace(minute=0, second=0, microsecond=0)}
