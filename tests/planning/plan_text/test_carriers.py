"""Files are told by their content; what cannot be read is refused with a sentence."""

import io
import zipfile

import pytest

from planning.plan_text import UnreadableSource, read_source
from tests.planning.plan_text.plans import CASES, expected, lines_of

WORD = CASES / "62-word-numbers.docx"
SHEET = CASES / "63-workbook.xlsx"


def archive(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return stream.getvalue()


def refusal(data: bytes, name: str = "plan.txt") -> tuple[str, str]:
    with pytest.raises(UnreadableSource) as refused:
        read_source(name, data)
    return refused.value.code, refused.value.sentence


@pytest.mark.parametrize("case", [WORD, SHEET], ids=lambda case: case.suffix)
def test_the_name_does_not_matter(case):
    assert lines_of(read_source("plan.txt", case.read_bytes())) == expected(case)


@pytest.mark.parametrize(
    ("data", "code", "sentence"),
    [
        (b"", "empty", "The file is empty."),
        (b"\xef\xbb\xbf \n", "empty", "The file is empty."),
        (b"a" * (10 * 1024 * 1024 + 1), "too_large", "The file is larger than 10 MB."),
        (b"%PDF-1.7 x", "pdf", "This is a PDF. Copy its text, or use the Word file."),
        (b"\x89PNG\r\n", "picture", "This is a picture. Use the text or the Word file."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old",
            "old_office",
            "This is an old Office file. Save it as .docx or .xlsx.",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            "The file is protected by a password.",
        ),
        (b"PK\x03\x04 torn", "broken", "The file is damaged and cannot be opened."),
        (b"\x00\x01\x02\xff\xfe\xfd" * 40, "encoding", "The text's encoding is not known."),
        (b"{\\rtf1 x}", "rtf", "This is an RTF file. Save it as .docx."),
    ],
)
def test_what_cannot_be_read_is_refused(data, code, sentence):
    assert refusal(data) == (code, sentence)


def test_entities_are_not_expanded():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    assert refusal(archive(word__document_xml=bomb)) == (
        "entities",
        "The file contains XML entities and is not opened.",
    )


def test_what_grows_beyond_measure_is_not_unpacked():
    huge = archive(word__document_xml=b"<a>" + b" " * (90 * 1024 * 1024))
    assert refusal(huge) == ("too_large", "The file is too large once unpacked.")


def test_an_archive_of_other_things_is_refused():
    assert refusal(archive(notes_xml=b"<a/>")) == (
        "unknown",
        "The file is neither a Word document nor a spreadsheet.",
    )


def test_a_torn_document_is_refused():
    assert refusal(archive(word__document_xml=b"<w:document")) == (
        "broken",
        "The file is damaged and cannot be opened.",
    )
