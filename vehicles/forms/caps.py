"""What is typed to set a cap."""

from datetime import date
from typing import Any

from crispy_forms.layout import Column, Layout, Row
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from campus.submissions.forms import EditForm
from vehicles.models import LIMITS, UsageCap


class CapForm(EditForm):
    """Whose cap, of when, and how much at most."""

    class Meta:
        model = UsageCap
        fields = ["semester", "year", "department", "km", "yuan", "trips", "note"]

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["department"].empty_label = _("Whole school")  # type: ignore[attr-defined]  # a choice of records
        self.fields["semester"].empty_label = _("A calendar year")  # type: ignore[attr-defined]  # as above
        self.fields["year"].help_text = _("Such as %(year)s; only without a semester.") % {
            "year": today.year
        }
        self.fields["km"].help_text = _("Each limit may be left empty.")
        self.helper.layout = Layout(
            Row(Column("semester"), Column("year")), "department",
            Row(Column("km"), Column("yuan"), Column("trips")), "note",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A semester or a year; at least one limit; one cap for one time and department."""
        typed = super().clean()
        if bool(typed.get("semester")) == bool(typed.get("year")) and not self.errors:
            self.add_error("year", _("Choose a semester, or type a year."))
        if not self.errors and not any(typed.get(name) for name in LIMITS):
            self.add_error("km", _("Say how many kilometres, yuan or trips at most."))
        if not self.errors:
            self.refuse_second(typed)
        return typed

    def refuse_second(self, typed: dict[str, Any]) -> None:
        """Raises ValidationError where there is such a cap."""
        same = {name: typed[name] for name in ("semester", "year", "department")}
        if UsageCap.objects.filter(**same).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("There is a cap of this time for this department."))
