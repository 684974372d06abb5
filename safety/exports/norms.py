"""The matrix of norms as a sheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

WIDTHS = (5, 14, 10, 40, 12, 14, 12, 12, 10)


def matrix_rows(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The header, and each requirement with how it stands; takes `figures.norms.matrix`."""
    yield [
        _("No."), _("Norm"), _("Kind"), _("What is required"), _("How often"), _("Whose work"),
        _("Last proof"), _("Holds until"), _("State"),
    ]  # fmt: skip
    lines = [(row.norm, line) for row in rows for line in row.lines]
    for position, (norm, line) in enumerate(lines, 1):
        each = line.requirement
        yield [
            position, norm.name, each.get_kind_display(), each.title, each.get_every_display(),
            each.get_role_display(), each.last_on, each.last_until, line.state_words,
        ]  # fmt: skip
