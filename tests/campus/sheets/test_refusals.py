"""A file that is no table is refused with one sentence, before anything of it is unpacked."""

import zipfile

import pytest
from django.utils import translation
from openpyxl import Workbook

from campus.sheets import guard
from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import refusal_in_words
from tests.campus.sheets.files import HEADINGS, packed, saved, workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(data: bytes, name: str = "list.xlsx") -> tuple[str, str]:
    with pytest.raises(Unreadable) as refused:
        read_table(data, name, headings=HEADINGS)
    with translation.override("en"):
        return refused.value.code, refusal_in_words(refused.value)


@pytest.mark.parametrize(
    ("data", "code", "sentence"),
    [
        (b"", "empty", "The file is empty."),
        (b"\xef\xbb\xbf\r\n", "empty", "The file is empty."),
        (b"x" * 10 * 2**20, "too_large", "The file is larger than 5 MB. Give the table alone."),
        (
            b"MZ\x90\x00\x03\x00",
            "program",
            "This is a program, whatever its name says. It is not opened.",
        ),
        (
            OLE + b"old",
            "old_office",
            "This is an old Office file (.xls or .doc). Save it as .xlsx.",
        ),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "encrypted",
            "The file is protected by a password. Save it without one and give it again.",
        ),
        (b"%PDF-1.7", "pdf", "This is a PDF. Give the table as .xlsx or .csv."),
        (b"\x89PNG\r\n", "picture", "This is a picture. Give the table as .xlsx or .csv."),
        (b"PK\x03\x04 torn", "broken", "The file is damaged and cannot be opened."),
        (
            packed(word__document_xml=b"<w/>"),
            "word",
            "This is a Word document. Copy its table into a spreadsheet and save that as .xlsx.",
        ),
        (
            packed(mimetype=b"x", content_xml=b"<o/>"),
            "open_document",
            "This is an OpenDocument file. Save it as .xlsx.",
        ),
        (
            packed(notes_xml=b"<a/>"),
            "archive",
            "This is an archive, not a spreadsheet. Unpack it and give the table in it.",
        ),
        (
            packed(xl__workbook_xml=b'<!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'),
            "entities",
            "The file contains XML entities and is not opened.",
        ),
        (
            packed(xl__workbook_xml=b"<workbook"),
            "broken",
            "The file is damaged and cannot be opened.",
        ),
        (
            b"<html><table><tr><td>x</td></tr></table></html>",
            "page",
            "This is a web page, whatever its name says. Open it in the spreadsheet program and"
            " save it as .xlsx.",
        ),
        (b"a\0b,c", "binary", "The file is neither a spreadsheet nor a text."),
        (
            b"\xff" * 40,
            "encoding",
            "The text's encoding is not known. Save the table as .xlsx.",
        ),
        (
            saved(Workbook()),
            "empty",
            "The file holds no table: every sheet is empty.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_table_is_refused(data, code, sentence):
    assert refusal(data) == (code, sentence)


def test_the_name_of_a_file_says_nothing():
    good = saved(workbook(["学号", "姓名"], ["1", "林暮云"]))
    assert read_table(good, "list.csv", headings=HEADINGS).rows[0].cells == {
        "number": "1",
        "name": "林暮云",
    }


@pytest.mark.parametrize("mark", [b"BM", b"MZ"])
def test_a_text_may_begin_like_a_picture_or_a_program(mark):
    table = read_table(mark + ",学号,姓名\n,1,林暮云\n".encode(), "list.csv", headings=HEADINGS)
    assert table.unread == [mark.decode()]


def test_what_grows_beyond_measure_is_not_unpacked(monkeypatch):
    bomb = packed(xl__workbook_xml=b"<a/>", xl__big_bin=b" " * (guard.MOST_UNPACKED + 1))
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *args, **kwargs: pytest.fail("unpacked"))
    assert refusal(bomb) == ("too_large", "The file is too large once unpacked.")


def test_the_wrong_sheet_is_told_with_what_was_looked_for_and_what_was_seen():
    book = workbook(["菜名", "价格"], ["米饭", 1], title="菜单")
    book.create_sheet("汇总").append(["合计", 3])
    assert refusal(saved(book)) == (
        "no_table",
        "No sheet has the headings Number, Name within its first 20 rows. Sheets of the file:"
        " 菜单、汇总.",
    )
