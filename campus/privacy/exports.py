"""The data map and the yearly audit as sheets."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from campus.models import AuditYear
from campus.privacy.checklist import POINTS
from campus.privacy.registry import DATA

WIDTHS = (20, 16, 30, 36, 36, 36, 20, 36, 24)
YEAR_WIDTHS = (6, 60, 40, 12, 60)


def map_rows() -> Iterator[list[Any]]:
    """Header and a row for each kind."""
    yield [
        _("Kind of data"), _("Whose"), _("Fields"), _("Purpose"), _("Legal basis"),
        _("Who sees it"), _("Where from"), _("How long"), _("Who outside gets it"),
    ]  # fmt: skip
    for kind in DATA.values():
        yield [
            str(each)
            for each in (
                kind.label, kind.whose, kind.fields, kind.purpose, kind.basis, kind.seen_by,
                kind.source, kind.kept, kind.outside,
            )
        ]  # fmt: skip


def year_rows(audit: AuditYear) -> Iterator[list[Any]]:
    """Header and a row for each point, with what the school says of it."""
    yield [_("No."), _("What is looked at"), _("By which article"), _("State"), _("Remark")]
    answers = {point.key: point for point in audit.points.all()}
    for number, point in enumerate(POINTS, 1):
        said = answers.get(point.key)
        state = said.get_state_display() if said else _("Not answered")
        yield [number, str(point.words), str(point.source), state, said.remark if said else ""]
