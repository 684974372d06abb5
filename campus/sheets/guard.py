"""What a file really is, and whether it may be unpacked; no Django, so that plans use it too."""

from __future__ import annotations

import re
import zipfile
from typing import Any

MOST_UNPACKED = 80 * 1024 * 1024
MOST_PARTS = 5000
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# The first bytes of what is neither a table nor a text.
_MARKS = {
    b"PK\x03\x04": "packed", b"PK\x05\x06": "packed", b"%PDF": "pdf", b"{\\rtf": "rtf",
    b"\x89PNG": "picture", b"\xff\xd8\xff": "picture", b"GIF8": "picture", b"II*\x00": "picture",
    b"MM\x00*": "picture", b"\x7fELF": "program",
}  # fmt: skip
# Two letters that a text may begin with as well; a text holds no zero bytes.
_MARKS_WITH_ZEROS = {b"BM": "picture", b"MZ": "program"}
_ENTITY = re.compile(rb"<\s*!\s*(?:DOCTYPE|ENTITY)", re.I)


class Unreadable(Exception):
    """A file cannot be read. `code` is stable; `sentence` with `facts` is English for people."""

    def __init__(self, code: str, sentence: str, **facts: Any) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.facts = facts


def foreign_kind(data: bytes) -> str:
    """What the bytes are by their first ones: `pdf`, `picture`, `program`, `rtf`, `old_office`,
    `encrypted` (an Office file behind a password), `packed` (zip, as all new Office files are);
    empty for anything else, as texts are."""
    if data.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in data else "old_office"
    if data[8:12] == b"WEBP":
        return "picture"
    marks = _MARKS | (_MARKS_WITH_ZEROS if b"\0" in data[:64] else {})
    return next((kind for mark, kind in marks.items() if data.startswith(mark)), "")


def refuse_bomb(archive: zipfile.ZipFile) -> None:
    """Raise Unreadable for an archive that is encrypted, too large unpacked, or holds entities.

    Sizes are checked before anything is unpacked (no more than the declared size ever is), entities
    before any XML is parsed.
    """
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("encrypted", "The file is protected by a password.")
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable("too_large", "The file is too large once unpacked.")
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _refuse_entities(archive, part)


def _refuse_entities(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with archive.open(part) as stream:
        head = stream.read(4096).replace(b"\0", b"")
    if _ENTITY.search(head):
        raise Unreadable("entities", "The file contains XML entities and is not opened.")
