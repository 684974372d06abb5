"""The Word document: what GB/T 9704-2012 asks of it, in its own XML."""

import shutil
import subprocess
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.utils.translation import override
from docx import Document
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from logistics.report import actions
from logistics.report.word.writer import write_docx
from tests.logistics.report.conftest import OVER, edited, section
from tests.planning.tasks import photo


@pytest.fixture
def written(report, head) -> BytesIO:
    """The report with an own heading of each depth, two photos of a note, and a table."""
    actions.write_note(
        report.semester, key="repairs", text="快修", photos=[photo(head), photo(head)], by=head,
        at=OVER,
    )  # fmt: skip
    text = f"{section(report, 'repairs').text}\n# 小题\n## 细目\n正文。"
    edited(report, "repairs", text, by=head)
    held = BytesIO()
    write_docx(report, held)
    return held


def opened(written: BytesIO) -> Any:
    """As Word sees it; its stubs hold everything for absent."""
    return Document(written)


def part(written: BytesIO, name: str) -> Any:
    with ZipFile(written) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def values(element, tag: str, attribute: str = "val") -> list[str | None]:
    return [found.get(qn(f"w:{attribute}")) for found in element.iter(qn(f"w:{tag}"))]


def test_the_page_is_that_of_an_official_document(written):
    page = opened(written).sections[0]
    sizes = [page.page_width, page.page_height, page.top_margin, page.left_margin,
             page.right_margin, page.bottom_margin]  # fmt: skip
    assert [round(size.mm) for size in sizes if size] == [210, 297, 37, 28, 26, 35]
    grid = part(written, "document").find(f".//{qn('w:docGrid')}")
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


def test_page_numbers_stand_outside_between_dashes(written):
    assert values(part(written, "settings"), "evenAndOddHeaders") == [None]
    page = opened(written).sections[0]
    shown = {}
    for name, footer in (("odd", page.footer), ("even", page.even_page_footer)):
        paragraph = footer.paragraphs[0]._p
        words = "".join(each.text or "" for each in paragraph.iter(qn("w:t"), qn("w:instrText")))
        shown[name] = (words, values(paragraph, "jc"), values(paragraph, "fldChar", "fldCharType"))
    field = ["begin", "separate", "end"]
    assert shown == {
        "odd": ("—  PAGE 1 —", ["right"], field), "even": ("—  PAGE 1 —", ["left"], field),
    }  # fmt: skip


def test_its_characters_are_those_of_the_mainland(written):
    assert values(part(written, "styles"), "lang", "eastAsia") == ["zh-CN"]
    assert values(part(written, "settings"), "themeFontLang", "eastAsia") == ["zh-CN"]


@pytest.mark.parametrize(
    ("style", "font", "size", "line", "first"),
    [
        ("Normal", "仿宋_GB2312", 16, 28, "200"),
        ("Title", "方正小标宋简体", 22, 35, "0"),
        ("Heading 1", "黑体", 16, 28, "200"),
        ("Heading 2", "楷体_GB2312", 16, 28, "200"),
        ("Heading 3", "仿宋_GB2312", 16, 28, "200"),
        ("Heading 4", "仿宋_GB2312", 16, 28, "200"),
        ("Footer", "宋体", 14, 16, "0"),
    ],
)
def test_styles_are_those_of_the_standard(written, style, font, size, line, first):
    found = opened(written).styles[style]
    fonts, indent = found.element.rPr.find(qn("w:rFonts")), found.element.pPr.find(qn("w:ind"))
    got = (fonts.get(qn("w:eastAsia")), found.font.size.pt,
           found.paragraph_format.line_spacing.pt, indent.get(qn("w:firstLineChars")))  # fmt: skip
    assert got == (font, size, line, first)


def test_headings_are_real_styles_that_word_numbers_itself(written):
    document = opened(written)
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in document.paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "主要工作"), ("Heading 2", "维修服务"), ("Heading 3", "小题"),
        ("Heading 4", "细目"), ("Heading 1", "计划完成情况"), ("Heading 2", "9月"),
        ("Heading 2", "11月"), ("Heading 2", "1月"), ("Heading 1", "存在问题"),
        ("Heading 1", "下学期打算"),
    ]  # fmt: skip
    numbering = part(written, "numbering")
    own = next(each for each in numbering if each.get(qn("w:abstractNumId")) == "90")
    assert list(zip(values(own, "lvlText"), values(own, "pStyle"), strict=True)) == [
        ("%1、", "Heading1"), ("（%2）", "Heading2"), ("%3.", "Heading3"), ("（%4）", "Heading4"),
    ]  # fmt: skip


def test_title_signature_and_day_frame_it(written):
    words = [paragraph for paragraph in opened(written).paragraphs if paragraph.text]
    assert words[0].text == "云起高级中学后勤服务处\n2025—2026学年第一学期工作总结"
    assert [each.text for each in words[-2:]] == ["云起高级中学后勤服务处", "2026年1月31日"]
    indent = words[-1].style.element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:rightChars")) == "400"


def test_tables_repeat_their_header_and_tear_no_row(written):
    document = opened(written)
    months = [table for table in document.tables if table.style.name == "Table Grid"]
    assert [[cell.text for cell in table.rows[0].cells] for table in months] == [
        *[["事项", "牵头部门", "日期", "完成情况", "佐证"]] * 3,
        ["事项", "牵头部门", "日期", "状态"],
    ]  # fmt: skip
    for table in months:
        assert len(values(table._tbl, "tblHeader")) == 1
        assert len(values(table._tbl, "cantSplit")) == len(table.rows)


def test_photos_stand_two_in_a_row_and_are_small(written):
    document = opened(written)
    photos = next(table for table in document.tables if table.style.name != "Table Grid")
    assert [cell.text for cell in photos.rows[1].cells] == ["快修", "快修"]
    with ZipFile(written) as archive:
        names = [name for name in archive.namelist() if name.startswith("word/media/")]
        pictures = [Image.open(BytesIO(archive.read(name))) for name in names]
    assert {(picture.format, max(picture.size) <= 900) for picture in pictures} == {("JPEG", True)}


def test_links_lead_back_to_the_portal(written, settings, plan):
    targets = {each.target_ref for each in opened(written).part.rels.values() if each.is_external}
    site = settings.SITE_URL.rstrip("/")
    assert targets == {f"{site}{item.get_absolute_url()}" for item in plan.items.all()}


def test_english_headings_are_numbered_the_english_way(head, semester, faults):
    held = BytesIO()
    with override("zh-hans"):
        write_docx(actions.make(semester, language="en", by=head, at=OVER), held)
    own = next(each for each in part(held, "numbering") if each.get(qn("w:abstractNumId")) == "90")
    assert values(own, "lvlText") == ["%1. ", "%1.%2 ", "%1.%2.%3 ", "(%4) "]
    words = [paragraph.text for paragraph in opened(held).paragraphs if paragraph.text]
    assert (words[2], words[-1]) == ("Main work", "Jan. 31, 2026")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_another_program_opens_it(written, tmp_path):
    file = tmp_path / "report.docx"
    file.write_bytes(written.getvalue())
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    import pypdfium2

    pages = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "（一）维修服务" in words.replace(" ", "")
    assert "四、下学期打算" in words.replace(" ", "")
