"""The kinds of paragraphs: real styles of Word, so that its outline and its contents work.

Fonts are named as the standard names them. Most of them belong to somebody; the table of fonts
names what stands in for each where it is missing, free ones among them (`docs/administrator.md`).
"""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from logistics.report.word.layout import made

SONG, FANGSONG, KAI, HEI, TITLE = "宋体", "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
LATIN = "Times New Roman"
# What stands in, the nearest first; Fandol, LXGW WenKai, Zhuque and Source Han are free.
STAND_INS = {
    SONG: "SimSun,宋体-简,Source Han Serif SC,Noto Serif CJK SC",
    FANGSONG: "仿宋,FangSong,STFangsong,FandolFang,朱雀仿宋（预览测试版）,Noto Serif CJK SC",
    KAI: "楷体,KaiTi,STKaiti,FandolKai,LXGW WenKai,霞鹜文楷,Noto Serif CJK SC",
    HEI: "SimHei,FandolHei,Source Han Sans SC,Noto Sans CJK SC",
    TITLE: "方正小标宋_GBK,FZXiaoBiaoSong-B05S,华文中宋,STZhongsong,Source Han Serif SC,"
           "Noto Serif CJK SC",
}  # fmt: skip
# 三号, 二号, 四号, 小四 in points.
BODY_SIZE, TITLE_SIZE, FOOTER_SIZE, SMALL_SIZE = 16, 22, 14, 12
LINE = 28
# A quarter of a point less after each character, in twentieths: 28 of them in a line.
CLOSER = "-5"
TABLE_TEXT, CAPTION, SIGNATURE = "Report Table", "Report Caption", "Report Signature"


@dataclass(frozen=True)
class Look:
    """Font, size and line in points; `indent` of the first line and `right` in characters."""

    font: str
    size: float = BODY_SIZE
    line: float = LINE
    indent: int = 2
    right: int = 0
    side: Any = WD_ALIGN_PARAGRAPH.JUSTIFY
    after: float = 0
    is_bold: bool = False
    is_on_grid: bool = True
    stays_with_next: bool = False


CENTRE, LEFT, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT
LOOKS = {
    "Normal": Look(FANGSONG),
    "Title": Look(
        TITLE,
        size=TITLE_SIZE,
        line=35,
        indent=0,
        side=CENTRE,
        stays_with_next=True,
        is_on_grid=False,
    ),
    "Heading 1": Look(HEI, side=LEFT, stays_with_next=True),
    "Heading 2": Look(KAI, side=LEFT, stays_with_next=True),
    "Heading 3": Look(FANGSONG, side=LEFT, stays_with_next=True),
    "Heading 4": Look(FANGSONG, side=LEFT, stays_with_next=True),
    "Footer": Look(
        SONG, size=FOOTER_SIZE, line=FOOTER_SIZE + 2, indent=0, side=LEFT, is_on_grid=False
    ),
    TABLE_TEXT: Look(FANGSONG, size=SMALL_SIZE, line=18, indent=0, side=LEFT, is_on_grid=False),
    CAPTION: Look(KAI, size=SMALL_SIZE, line=18, indent=0, side=CENTRE, after=6, is_on_grid=False),
    SIGNATURE: Look(FANGSONG, indent=0, right=4, side=RIGHT),
}


def dress(document: Any) -> None:
    """Give every style its look, and the fonts what stands in for them."""
    for name, look in LOOKS.items():
        known = {style.name for style in document.styles}
        style = (
            document.styles[name]
            if name in known
            else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        )
        wear(style, look)
    name_language(document)
    name_stand_ins(document)


def name_language(document: Any) -> None:
    """Chinese of the mainland: what stands in for a missing font has that language's characters,
    and its commas stand at the foot of the line."""
    for holder, tag in ((document.styles, "w:lang"), (document.settings, "w:themeFontLang")):
        for language in holder.element.iter(qn(tag)):
            language.set(qn("w:eastAsia"), "zh-CN")


def wear(style: Any, look: Look) -> None:
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    fonts = made("w:rFonts", ascii=LATIN, hAnsi=LATIN, cs=LATIN, eastAsia=look.font)
    properties.append(fonts)
    if look.is_on_grid:
        properties.append(made("w:spacing", val=CLOSER))
    style.font.size, style.font.bold = Pt(look.size), look.is_bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    paragraph = style.paragraph_format
    for old in style.element.get_or_add_pPr().findall(qn("w:pBdr")):
        style.element.pPr.remove(old)
    paragraph.alignment = look.side
    paragraph.line_spacing_rule, paragraph.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(look.line)
    paragraph.space_before, paragraph.space_after = Pt(0), Pt(look.after)
    paragraph.keep_with_next = look.stays_with_next
    paragraph.widow_control = False
    snap(style.element.get_or_add_pPr(), look)
    indent(style.element.get_or_add_pPr(), look)


def indent(properties: Any, look: Look) -> None:
    """In characters, with the same in twips for programs that count these alone."""
    size = int(look.size * 20)
    element = properties.get_or_add_ind()
    for name, value in {
        "left": 0, "right": look.right * size, "rightChars": look.right * 100,
        "firstLine": look.indent * size, "firstLineChars": look.indent * 100,
    }.items():  # fmt: skip
        element.set(qn(f"w:{name}"), str(value))


def snap(properties: Any, look: Look) -> None:
    """Small print keeps its own lines."""
    for old in properties.findall(qn("w:snapToGrid")):
        properties.remove(old)
    if not look.is_on_grid:
        properties.insert_element_before(
            made("w:snapToGrid", val="0"), "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
            "w:outlineLvl",
        )  # fmt: skip


def name_stand_ins(document: Any) -> None:
    """The document's table of fonts, with the names of what may stand in for each."""
    rows = "".join(
        f'<w:font w:name="{font}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for font, others in STAND_INS.items()
    )
    for part in document.part.package.iter_parts():
        if part.partname == "/word/fontTable.xml":
            text = part.blob.decode("utf-8")
            part._blob = text.replace("</w:fonts>", f"{rows}</w:fonts>").encode()
