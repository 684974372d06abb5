"""Numbers of headings that Word makes itself: whoever moves a heading has it numbered anew."""

from typing import Any

from docx.oxml.ns import qn

from logistics.report.models import SemesterReport
from logistics.report.word.layout import made
from logistics.report.word.styles import BODY_SIZE

# Format and words of each level; %2 is the count of level 2.
CHINESE = (
    ("chineseCountingThousand", "%1、"), ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."), ("decimal", "（%4）"),
)  # fmt: skip
ENGLISH = (
    ("decimal", "%1. "),
    ("decimal", "%1.%2 "),
    ("decimal", "%1.%2.%3 "),
    ("decimal", "(%4) "),
)
LIST = "90"


def number_headings(document: Any, language: str) -> None:
    """Bind the styles of headings to one list of four levels."""
    levels = CHINESE if language == SemesterReport.Language.CHINESE else ENGLISH
    numbering = document.part.numbering_part.element
    abstract = made("w:abstractNum", abstractNumId=LIST)
    abstract.append(made("w:multiLevelType", val="multilevel"))
    for level, (form, words) in enumerate(levels):
        abstract.append(level_of(level, form, words))
    # Descriptions stand before the lists that follow them.
    numbering.insert(0, abstract)
    bound = made("w:num", numId=LIST)
    bound.append(made("w:abstractNumId", val=LIST))
    numbering.append(bound)
    for level in range(len(levels)):
        bind(document.styles[f"Heading {level + 1}"].element, level)


def level_of(level: int, form: str, words: str) -> Any:
    element = made("w:lvl", ilvl=str(level))
    element.append(made("w:start", val="1"))
    element.append(made("w:numFmt", val=form))
    element.append(made("w:pStyle", val=f"Heading{level + 1}"))
    element.append(made("w:suff", val="nothing"))
    element.append(made("w:lvlText", val=words))
    element.append(made("w:lvlJc", val="left"))
    properties = made("w:pPr")
    properties.append(
        made("w:ind", left="0", firstLine=str(2 * BODY_SIZE * 20), firstLineChars="200")
    )
    element.append(properties)
    return element


def bind(style: Any, level: int) -> None:
    properties = style.get_or_add_pPr()
    for old in properties.findall(qn("w:numPr")):
        properties.remove(old)
    number = made("w:numPr")
    number.append(made("w:ilvl", val=str(level)))
    number.append(made("w:numId", val=LIST))
    properties._insert_numPr(number)
