"""A report as it is read: headings with their numbers, paragraphs, tables and photos in order."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import ClassVar

from django.utils.formats import date_format
from django.utils.translation import override

from logistics.report.models import ReportSection, SectionPhoto, SemesterReport
from logistics.report.numbering import LEVELS, Numbers
from logistics.report.parts import MAIN_WORK, PART
from logistics.report.text import Block, Heading, blocks_of


@dataclass(frozen=True)
class Numbered:
    """A heading of level 1 to 4 with its number."""

    kind: ClassVar[str] = "numbered"

    level: int
    number: str
    words: str

    @property
    def aria_level(self) -> int:
        """Below the page's own heading."""
        return self.level + 1


@dataclass(frozen=True)
class Chapter:
    """A section that says something: its heading, if it has one, what it says, its photos.

    `above` is the heading that several sections share, before the first of them.
    """

    section: ReportSection
    above: Numbered | None = None
    heading: Numbered | None = None
    blocks: list[Block | Numbered] = field(default_factory=list)
    photos: list[SectionPhoto] = field(default_factory=list)

    @property
    def says_nothing(self) -> bool:
        return not (self.blocks or self.photos)


def chapters_of(report: SemesterReport) -> list[Chapter]:
    """Every section in its order, also those that say nothing yet; these bear no number. Two
    queries."""
    photos = defaultdict(list)
    for photo in SectionPhoto.objects.filter(section__report=report).there():
        photos[photo.section_id].append(photo)
    numbers = Numbers(report.language)
    with override(report.language):
        main_work = str(MAIN_WORK)
    chapters: list[Chapter] = []
    is_begun = False
    for section in report.sections.order_by("position"):
        is_work = section.key in PART and PART[section.key].is_work
        chapter = Chapter(section, photos=photos[section.pk])
        if section.text or chapter.photos:
            above = heading_of(1, main_work, numbers) if is_work and not is_begun else None
            is_begun = is_begun or is_work
            chapter = filled(chapter, 2 if is_work else 1, above, numbers)
        chapters.append(chapter)
    return chapters


def dated(report: SemesterReport) -> str:
    """The day of the report, in its own language."""
    with override(report.language):
        return date_format(report.dated_on)


def heading_of(level: int, words: str, numbers: Numbers) -> Numbered:
    return Numbered(level, numbers.next(level), words)


def filled(chapter: Chapter, level: int, above: Numbered | None, numbers: Numbers) -> Chapter:
    """The chapter with its text, its headings numbered below its own."""
    section = chapter.section
    heading = heading_of(level, section.title, numbers) if section.title else None
    depth = level if heading else 0
    blocks: list[Block | Numbered] = [
        heading_of(min(depth + block.depth, LEVELS), block.words, numbers)
        if isinstance(block, Heading)
        else block
        for block in blocks_of(section.text)
    ]
    return Chapter(section, above, heading, blocks, chapter.photos)
