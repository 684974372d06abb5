"""What is typed to lay duty, to swap it and to log it; a roster also comes as a sheet."""

import re
from datetime import date, datetime, time, timedelta
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.people.picking import PeopleField, PersonField, people_called, unclear
from campus.school_time.engine import moment_of
from campus.sheets.grid import MOST_BYTES
from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import Heading, Kind, refusal_in_words
from campus.shell.forms import PlainForm, moment_field
from campus.submissions.forms import EditForm
from safety.actions.duty_shifts import NewShift
from safety.models import DutyShift

# From evening to morning; the usual hours of the holidays are a school's practice: 8 to 17.
NIGHT = (time(17, 30), time(7, 30))
MOST_SHIFTS, MOST_FAULTS = 120, 20


class ShiftForm(EditForm):
    """One shift: when, who leads, who else is there."""

    starts_at = moment_field(_("From"))
    ends_at = moment_field(_("Until"))
    leader = PersonField(label=_("Leader on duty"))
    members = PeopleField(
        label=_("Others on duty"), help_text=_("Names or numbers, parted by commas.")
    )

    class Meta:
        model = DutyShift
        fields = ["kind", "starts_at", "ends_at", "leader", "note"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["members"]
        assert isinstance(field, PeopleField)
        field.of(person)
        if self.instance.pk:
            members = self.instance.members.select_related("person")
            self.initial["members"] = [each.person for each in members]
        self.helper.layout = Layout(
            Row(Column("kind"), Column("leader")), Row(Column("starts_at"), Column("ends_at")),
            "members", "note",
        )  # fmt: skip

    def clean_members(self) -> list[Person]:
        """Pupils hold no duty at night."""
        return refuse_pupils(self.cleaned_data["members"])


def refuse_pupils(people: list[Person]) -> list[Person]:
    """Raises ValidationError where a pupil is among them."""
    if any(person.is_pupil for person in people):
        raise ValidationError(_("Only staff are on duty."))
    return people


def tonight(day: date) -> dict[str, datetime]:
    """The hours of a night shift."""
    return {
        "starts_at": timezone.localtime(moment_of(day, NIGHT[0])),
        "ends_at": timezone.localtime(moment_of(day + timedelta(days=1), NIGHT[1])),
    }


class AskSwap(PlainForm):
    """Whom one asks to stand in."""

    taker = PersonField(label=_("Who is to stand in for you?"))
    reason = forms.CharField(label=_("Reason"), max_length=200, required=False)


class LogForm(PlainForm):
    """What happened."""

    text = forms.CharField(
        label=_("What was noted"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


HEADINGS = (
    Heading(
        "day", gettext_noop("Day"), ("日期", "值班日期", "Day", "Date"), Kind.DAY, required=True
    ),
    Heading("hours", gettext_noop("Hours"), ("时间", "值班时间", "时段", "Hours", "Time")),
    Heading(
        "leader", gettext_noop("Leader on duty"),
        ("带班领导", "值班领导", "带班", "Leader on duty", "Leader"), required=True,
    ),
    Heading(
        "members", gettext_noop("Others on duty"),
        ("值班人员", "值班教师", "值班员", "人员", "Others on duty", "Staff"),
    ),
    Heading("note", gettext_noop("Remark"), ("备注", "Remark")),
)  # fmt: skip
SPAN = re.compile(
    r"(\d{1,2})[:：.](\d{2})\s*(?:[-–—~～至到]+)\s*(?:次日|翌日)?\s*(\d{1,2})[:：.](\d{2})"
)


class ImportForm(PlainForm):
    """A roster as a sheet: day, hours, leader, others. All of it is laid, or nothing."""

    kind = forms.ChoiceField(label=_("What sort of time?"), choices=DutyShift.Kind.choices)
    file = forms.FileField(
        label=_("File"),
        help_text=_("Columns: day, hours such as 8:00-17:00, leader on duty, others, remark."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_file(self) -> list[NewShift]:
        """Raises ValidationError with every fault of the sheet, row by row."""
        upload = self.cleaned_data["file"]
        if upload.size > MOST_BYTES:
            raise ValidationError(_("The file is too large."))
        try:
            table = read_table(upload.read(), upload.name, headings=HEADINGS)
        except Unreadable as refusal:
            raise ValidationError(refusal_in_words(refusal)) from refusal
        faults = [
            gettext("Row %(row)d: %(fault)s") % {"row": each.row, "fault": each.sentence}
            for each in table.faults
        ]
        shifts = [] if faults else self.shifts_of(table.rows, faults)
        if faults:
            raise ValidationError(faults[:MOST_FAULTS])
        if not 0 < len(shifts) <= MOST_SHIFTS:
            raise ValidationError(_("A sheet holds between 1 and 120 shifts."))
        return shifts

    def shifts_of(self, rows: Any, faults: list[str]) -> list[NewShift]:
        """The rows as shifts; what is unclear is added to `faults`."""
        words = {
            word for row in rows for key in ("leader", "members") for word in names_in(row, key)
        }
        known = people_called(sorted(words), seen_by=self.person) if words else {}
        shifts = []
        for row in rows:
            wrong = [fault for word in row_words(row) if (fault := unclear(word, known[word]))]
            hours = hours_of(row.cells.get("hours") or "")
            if hours is None:
                wrong.append(gettext("Write hours such as 8:00-17:00."))
            if wrong or hours is None:
                facts = {"row": row.number, "fault": " ".join(wrong)}
                faults.append(gettext("Row %(row)d: %(fault)s") % facts)
                continue
            shifts.append(shift_of(row, hours, known))
        return shifts

    def facts(self) -> list[NewShift]:
        """The shifts, each of the sort that was chosen."""
        kind = self.cleaned_data["kind"]
        return [
            NewShift({**each.facts, "kind": kind}, each.members)
            for each in self.cleaned_data["file"]
        ]


def names_in(row: Any, key: str) -> list[str]:
    """The names that stand in a cell."""
    return [each for each in re.split(r"[\s,，、;；/]+", row.cells.get(key) or "") if each]


def row_words(row: Any) -> list[str]:
    return [*names_in(row, "leader")[:1], *names_in(row, "members")]


def hours_of(typed: str) -> tuple[time, time] | None:
    """From and until; the usual night where nothing is typed, None where it cannot be read."""
    if not typed.strip():
        return NIGHT
    found = SPAN.search(typed)
    if found is None:
        return None
    numbers = [int(each) for each in found.groups()]
    if max(numbers[0], numbers[2]) > 23 or max(numbers[1], numbers[3]) > 59:
        return None
    return time(numbers[0], numbers[1]), time(numbers[2], numbers[3])


def shift_of(row: Any, hours: tuple[time, time], known: dict[str, list[Person]]) -> NewShift:
    """A row as a shift; one that ends no later than it starts ends the next day."""
    day: date = row.cells["day"]
    until = day if hours[1] > hours[0] else day + timedelta(days=1)
    leader = known[names_in(row, "leader")[0]][0]
    members = tuple(known[word][0] for word in names_in(row, "members"))
    facts = {
        "starts_at": moment_of(day, hours[0]), "ends_at": moment_of(until, hours[1]),
        "leader": leader, "note": (row.cells.get("note") or "")[:200],
    }  # fmt: skip
    return NewShift(facts, members)
