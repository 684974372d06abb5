"""Labels for doors, walls and things: sheets of A4, each label with the code that a phone reads."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

from campus.models import Place

# White around the code, in modules, as ISO/IEC 18004 asks.
QUIET = 4
# A hundred labels are drawn in about a second.
MOST = 300


@dataclass(frozen=True)
class Size:
    """How labels lie on a sheet of A4."""

    name: str
    label: str | Promise
    columns: int
    rows: int

    @property
    def on_sheet(self) -> int:
        return self.columns * self.rows


# The first two fit label sheets sold in shops, 70 × 37 mm and 105 × 57 mm.
SIZES = {
    size.name: size
    for size in (
        Size("small", gettext_lazy("24 on a sheet, 70 × 37 mm"), 3, 8),
        Size("large", gettext_lazy("10 on a sheet, 105 × 57 mm"), 2, 5),
        Size("door", gettext_lazy("Door signs, one on a sheet"), 1, 1),
    )
}


@dataclass(frozen=True)
class Drawing:
    """A QR code as one path of an SVG; `width` in modules with the white around it."""

    width: int
    path: SafeString


@dataclass(frozen=True)
class Label:
    """What one label says: its code, a name, where that is, its number, what scanning is for."""

    code: Drawing
    name: str
    where: str
    number: str
    call: str


def label_of(place: Place) -> Label:
    """The label of a place."""
    code = drawn(address_of("scan", place.token))
    return Label(code, place.name, place.whereabouts, place.code, _("Scan: repairs and feedback"))


def address_of(name: str, token: str) -> str:
    """What a label's code says: the whole address called `name`."""
    return settings.SITE_URL.rstrip("/") + reverse(name, args=[token])


@lru_cache(maxsize=1000)
def drawn(text: str) -> Drawing:
    """A QR code of level M: readable with up to 15 % of it scratched off (ISO/IEC 18004)."""
    code = QRCode(error_correction=ERROR_CORRECT_M, border=QUIET)
    code.add_data(text)
    code.make()
    rows = code.get_matrix()
    return Drawing(len(rows), SafeString("".join(strokes(rows))))


def strokes(rows: Sequence[Sequence[bool]]) -> Iterator[str]:
    """Each run of dark modules in a row as a box of the path."""
    for y, row in enumerate(rows):
        start = None
        for x, dark in enumerate([*row, False]):
            if dark and start is None:
                start = x
            elif not dark and start is not None:
                yield f"M{start} {y}h{x - start}v1h-{x - start}z"
                start = None


def sheets(labels: Sequence[Label], size: Size) -> list[list[Label]]:
    """The labels sheet by sheet, in the order given."""
    return [list(labels[at : at + size.on_sheet]) for at in range(0, len(labels), size.on_sheet)]
