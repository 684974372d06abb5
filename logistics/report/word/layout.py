"""The page: A4, its margins, its grid of 22 lines of 28 characters, page numbers outside.

All figures are those of GB/T 9704-2012: margins 37, 28, 26 and 35 mm leave a block of 156 × 225 mm.
"""

from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

PAGE = (Mm(210), Mm(297))
TOP, LEFT, RIGHT, BOTTOM = Mm(37), Mm(28), Mm(26), Mm(35)
# The number stands 7 mm below the block; its line of 14 points is 5 mm high.
FOOTER = Mm(23)
# 22 lines in 225 mm, in twentieths of a point. 28 characters of 16 points are wider than 156 mm by
# the width of a third of one: the style of the text draws them closer (`styles.CLOSER`), which all
# programs do alike, while a grid of characters is laid differently by each.
LINE_PITCH = "579"


def made(tag: str, **attributes: str) -> Any:
    """An element of the document's own language: `made("w:ind", left="0")`."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def lay_out(document: Any) -> None:
    """The page of every section, with the number at the outer edge."""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = LEFT, RIGHT
    section.footer_distance = FOOTER
    properties = section._sectPr
    for old in properties.findall(qn("w:docGrid")):
        properties.remove(old)
    properties.append(made("w:docGrid", type="lines", linePitch=LINE_PITCH))
    document.settings.odd_and_even_pages_header_footer = True
    number_pages(section.footer, WD_ALIGN_PARAGRAPH.RIGHT, "rightChars", "right")
    number_pages(section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT, "leftChars", "left")


def number_pages(footer: Any, side: Any, characters: str, twips: str) -> None:
    """— 1 —, one character in from the outer edge."""
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.alignment = side
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()
    indent.set(qn(f"w:{characters}"), "100")
    indent.set(qn(f"w:{twips}"), "280")
    paragraph.add_run("— ")
    for part in page_number():
        paragraph.add_run()._r.append(part)
    paragraph.add_run(" —")


def page_number() -> list[Any]:
    """The field that Word fills in: its beginning, what it asks for, what it shows, its end."""
    asked, shown = made("w:instrText"), made("w:t")
    asked.text, shown.text = " PAGE ", "1"
    begin, between, end = (
        made("w:fldChar", fldCharType=kind) for kind in ("begin", "separate", "end")
    )
    return [begin, asked, between, shown, end]
