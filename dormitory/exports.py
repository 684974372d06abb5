"""Workbooks of the dormitory: the template of who sleeps where."""

from io import BytesIO

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext as _

from campus.sheets.table import Kind
from campus.sheets.writer import Sheet, write_sheets
from dormitory.actions.table import EXAMPLES, HEADINGS

MARKS = {"zh-hans": "（示例）", "en": "(example) "}


def template() -> bytes:
    """An empty workbook in the reader's language: headings, an example that reading passes over,
    and a sheet of notes."""
    language = get_language() or "en"
    language = language if language in MARKS else "en"
    first, *rest = EXAMPLES[language]
    table = Sheet(
        _("Who sleeps where"),
        [gettext(heading.label) for heading in HEADINGS],
        [[f"{MARKS[language]}{first}", *rest]],
        [16] * len(HEADINGS),
        frozenset(at for at, each in enumerate(HEADINGS) if each.kind == Kind.CODE),
    )
    notes = [
        _("One row for each pupil. The room is written by its code, or by its name beside its "
          "house."),
        _("Without a bed the pupil gets one in the room. Without a room the pupil gets both by "
          "rule; write boys or girls then."),
        _("Boys or girls is used to find a room and is not kept."),
        _("Pupils who are in the table move out of the beds they have now. All of it is applied, "
          "or nothing."),
    ]  # fmt: skip
    told = Sheet(
        _("Notes"), [_("How to fill in this workbook")], [[words] for words in notes], [100]
    )
    stream = BytesIO()
    write_sheets(stream, [table, told])
    return stream.getvalue()
