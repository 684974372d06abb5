"""The ledger of one chemical as schools keep it, as rows for a sheet."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from safety.models import Chemical, ChemicalMove

Kind = ChemicalMove.Kind
WIDTHS = (5, 18, 12, 24, 12, 10, 10, 10, 10, 10, 14, 14)


def ledger_rows(chemical: Chemical, moves: Iterable[ChemicalMove]) -> Iterator[list[Any]]:
    """The header, and each move that counts, in the unit of the chemical."""
    unit = chemical.unit
    yield [
        _("No."), _("When"), _("Kind"), _("Purpose, origin, batch"), _("Expires on"),
        _("In (%(unit)s)") % {"unit": unit}, _("Out (%(unit)s)") % {"unit": unit},
        _("Back (%(unit)s)") % {"unit": unit}, _("Disposed of (%(unit)s)") % {"unit": unit},
        _("Left (%(unit)s)") % {"unit": unit}, _("Drawn by"), _("Signed by"),
    ]  # fmt: skip
    for move in moves:
        amounts = {kind: None for kind in (Kind.RECEIPT, Kind.ISSUE, Kind.RETURN, Kind.DISPOSAL)}
        told: dict[Any, Any] = {**amounts, Kind(move.kind): move.amount}
        yield [
            move.serial, timezone.localtime(move.at).replace(tzinfo=None),
            move.get_kind_display(), move.purpose, move.expires_on, *told.values(),
            move.balance_after, both(move.taker, move.second_taker), both(move.by, move.second),
        ]  # fmt: skip


def both(first: Any, second: Any) -> str:
    """Two names, one, or none."""
    return "、".join(str(each) for each in (first, second) if each)
