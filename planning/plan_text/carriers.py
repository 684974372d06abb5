"""A file's bytes told apart by their content, and handed to the reader of their kind."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import PurePath

from campus.sheets.guard import foreign_kind, refuse_bomb
from planning.plan_text.layout import lines_of
from planning.plan_text.page import read_page
from planning.plan_text.sheet import read_sheet
from planning.plan_text.source import Source, UnreadableSource
from planning.plan_text.word import read_word

MOST_BYTES = 10 * 1024 * 1024
# What a file is that holds no text to be read, and the sentence that says so.
REFUSED = {
    "pdf": "This is a PDF. Copy its text, or use the Word file.",
    "picture": "This is a picture. Use the text or the Word file.",
    "encrypted": "The file is protected by a password.",
    "old_office": "This is an old Office file. Save it as .docx or .xlsx.",
    "rtf": "This is an RTF file. Save it as .docx.",
    "program": "This is a program, not a text.",
}
_MARKUP = re.compile(
    r"<\s*(?:!doctype\s+html|html|head|body|div|p|table|span|ul|ol|h[1-6]|br)\b", re.I
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_PLAUSIBLE = re.compile("[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\\w\\s!-~“”‘’—…·–①-⑳●■◆★☆]")


def read_source(name: str, data: bytes) -> Source:
    """The content of a file, whatever its name says it is.

    Raises UnreadableSource for empty, broken, encrypted, oversized (more than 10 MB) files, for
    pictures, PDF and old Word files, and for text in no known encoding.
    """
    if not data.strip():
        raise UnreadableSource("empty", "The file is empty.")
    if len(data) > MOST_BYTES:
        raise UnreadableSource("too_large", "The file is larger than 10 MB.")
    kind = foreign_kind(data)
    if kind in REFUSED:
        raise UnreadableSource(kind, REFUSED[kind])
    if kind == "packed":
        return _packed(name, data)
    text = _decoded(data)
    if not text.strip("\ufeff\0 \t\r\n"):
        raise UnreadableSource("empty", "The file is empty.")
    if PurePath(name).suffix.lower() in {".html", ".htm"} or _is_markup(text):
        return Source(name, tuple(read_page(text)))
    return Source(name, tuple(lines_of(text)))


def _is_markup(text: str) -> bool:
    tags = len(_MARKUP.findall(text[:20_000]))
    return (text.lstrip("\ufeff \n\r\t").startswith("<") and tags > 0) or (
        tags > 5 and "</" in text
    )


def _packed(name: str, data: bytes) -> Source:
    broken = UnreadableSource("broken", "The file is damaged and cannot be opened.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            refuse_bomb(archive)
            if "word/document.xml" in names:
                return Source(name, tuple(read_word(archive)))
        if "xl/workbook.xml" in names:
            return Source(name, tuple(read_sheet(data)))
    except UnreadableSource:
        raise
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        OSError,
        EOFError,
        SyntaxError,
        TypeError,
        RuntimeError,
        zlib.error,
    ) as error:
        raise broken from error
    raise UnreadableSource("unknown", "The file is neither a Word document nor a spreadsheet.")


def _decoded(data: bytes) -> str:
    """Text in UTF-8, UTF-16, GB 18030 or Big5, whichever reads as Chinese text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _tried(data, "utf-16")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _oldest(data)
    if text.count("\0") > len(text) // 4:
        return _tried(data, "utf-16-le" if data[1:2] == b"\0" else "utf-16-be")
    if "\0" in text:
        raise UnreadableSource("binary", "The file is not a text.")
    return text


def _tried(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding).lstrip("\ufeff")
    except UnicodeDecodeError as error:
        raise UnreadableSource("encoding", "The text's encoding is not known.") from error


def _oldest(data: bytes) -> str:
    declared = _CHARSET.search(data[:2048])
    names = ["gb18030", "big5", "big5hkscs", "utf-16-le", "utf-16-be"]
    if declared and declared[1].lower() in {b"big5", b"big5-hkscs"}:
        names = ["big5", *names]
    candidates = [(text, name) for name in names if (text := _attempt(data, name))]
    best = max(candidates, key=lambda found: _likeness(found[0]), default=None)
    if best is None or _likeness(best[0]) < 0.8:
        raise UnreadableSource("encoding", "The text's encoding is not known.")
    return best[0]


def _attempt(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return ""


# The commonest characters of plans, in both scripts: they tell Big5 from GB 18030.
_COMMON = frozenset(
    "的月日工作学學校安全检檢查和会會教室生周週宿舍食堂处處、，。：第一二三年、(（)）0123456789"
)


def _likeness(text: str) -> float:
    """How much a decoding reads like a plan: its plausible characters, common ones double."""
    sample = text[:5000]
    if not sample:
        return 0.0
    plausible = sum(1 for char in sample if _PLAUSIBLE.match(char))
    return (plausible + sum(1 for char in sample if char in _COMMON)) / len(sample)
