"""What is typed about a device."""

from typing import Any

from crispy_forms.layout import Column, Layout, Row

from campus.models import Device
from campus.people.picking import PersonField
from campus.places.forms import PlaceField
from campus.submissions.forms import EditForm


class DeviceForm(EditForm):
    """What it is, where it is, what it should keep to, who is told."""

    place = PlaceField(label=Device._meta.get_field("place").verbose_name)
    keeper = PersonField(
        label=Device._meta.get_field("keeper").verbose_name, required=False,
        help_text=Device._meta.get_field("keeper").help_text,
    )  # fmt: skip

    class Meta:
        model = Device
        fields = [
            "number", "name", "kind", "place", "unit", "low", "high", "silent_minutes", "keeper",
            "is_in_use",
        ]  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.place_id:
            self.initial["place"] = self.instance.place
        self.helper.layout = Layout(
            Row(Column("number"), Column("kind")), "name", "place",
            Row(Column("unit"), Column("low"), Column("high")),
            Row(Column("silent_minutes"), Column("keeper")), "is_in_use",
        )  # fmt: skip
