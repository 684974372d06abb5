"""Plan items as rows of a spreadsheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from planning.models import PlanItem

WIDTHS = (6, 13, 13, 50, 12, 24, 18, 24, 14, 14, 12, 30)


def item_rows(items: Iterable[PlanItem]) -> Iterator[list[Any]]:
    """A header and a row for each item; wants units, owner and aim at hand."""
    yield [
        _("No."), _("First day"), _("Last day"), _("Title"), _("Kind"), _("Aim"), _("Lead unit"),
        _("Supporting units"), _("Person responsible"), _("Cohort"), _("State"), _("Reason"),
    ]  # fmt: skip
    for number, item in enumerate(items, 1):
        yield [
            number,
            item.starts_on,
            item.ends_on,
            item.title,
            item.get_kind_display(),
            item.aim.title if item.aim else "",
            item.lead_unit.name,
            "、".join(unit.name for unit in item.support_units.all()),
            item.owner.name if item.owner else "",
            item.cohort,
            item.get_status_display(),
            item.reason,
        ]
