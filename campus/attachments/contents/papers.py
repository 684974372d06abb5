"""Documents, recognised by their structure; they are handed on as they came, never opened here."""

import io
import re
import zipfile
import zlib

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from campus.attachments.contents.refusal import Refusal
from campus.attachments.models import StoredFile
from campus.sheets.guard import Unreadable, foreign_kind, refuse_bomb

Kind = StoredFile.Kind
# The part that makes a packed file what it is (ECMA-376, part 1).
MAIN_PARTS = {"word/document.xml": Kind.DOCX, "xl/workbook.xml": Kind.XLSX}
TYPES = "[Content_Types].xml"
MOST_TYPES = 2**20
# ISO 32000-1, 7.5.5: the trailer ends the file; readers look for it in the last kilobyte.
TAIL = 1024

MACROS = _("The file contains macros. Save it without them, as .docx or .xlsx.")
OLD_OFFICE = _(
    "This is an old or protected Office file. Save it as .docx or .xlsx, without a password."
)
NOT_A_PAPER = _("This packed file is neither a Word document nor a spreadsheet.")
DAMAGED = _("The file is damaged and cannot be opened.")
CUT_OFF = _("The PDF is cut off or damaged. Export it once more.")


def kind_of(data: bytes) -> StoredFile.Kind | None:
    """The kind of document the bytes are; None for anything that may be a picture.

    Raises Refusal for documents that are damaged, packed with macros, or of a kind not taken.
    A PDF that asks for a password is taken: whether it opens without one cannot be told from
    outside, and invoices that merely forbid changes are marked the same.
    """
    sort = foreign_kind(data)
    if sort == "pdf":
        return pdf(data)
    if sort == "packed":
        return office(data)
    if sort in {"old_office", "encrypted"}:
        raise Refusal(OLD_OFFICE)
    return None


def pdf(data: bytes) -> StoredFile.Kind:
    """A PDF from its very first byte to its trailer: nothing stands before it that a browser
    could take for a page."""
    tail = data[-TAIL:]
    if not re.match(rb"%PDF-\d\.\d", data) or b"%%EOF" not in tail or b"startxref" not in tail:
        raise Refusal(CUT_OFF)
    return Kind.PDF


def office(data: bytes) -> StoredFile.Kind:
    """A Word document or a spreadsheet without macros."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refuse_bomb(archive)
            return kind_by_parts(archive)
    except Unreadable as refused:
        raise Refusal(translate(refused.sentence)) from refused
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, zlib.error) as error:
        raise Refusal(DAMAGED) from error


def kind_by_parts(archive: zipfile.ZipFile) -> StoredFile.Kind:
    names = set(archive.namelist())
    kinds = [kind for part, kind in MAIN_PARTS.items() if part in names]
    if len(kinds) != 1 or TYPES not in names:
        raise Refusal(NOT_A_PAPER)
    if has_macros(archive, names):
        raise Refusal(MACROS)
    return kinds[0]


def has_macros(archive: zipfile.ZipFile, names: set[str]) -> bool:
    """Whether macros lie in it, or it says of itself that it carries them."""
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in names):
        return True
    with archive.open(TYPES) as stream:
        types = stream.read(MOST_TYPES)
    return b"macroenabled" in types.lower() or b"vbaproject" in types.lower()
