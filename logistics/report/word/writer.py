"""The report put together as a Word document."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import IO, Any

from django.conf import settings
from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.run import Run

from logistics.report.models import SectionPhoto, SemesterReport
from logistics.report.outline import Chapter, Numbered, chapters_of, dated
from logistics.report.text import Block, Heading, Paragraph, Words
from logistics.report.word.layout import lay_out, made
from logistics.report.word.numbers import number_headings
from logistics.report.word.pictures import small_jpeg
from logistics.report.word.styles import SIGNATURE, dress
from logistics.report.word.tables import add_photos, add_table

Told = Callable[[int, int], None]


def write_docx(report: SemesterReport, file: IO[bytes], told: Told = lambda done, of: None) -> None:
    """Write the report as .docx; `told` hears how many of its sections are done."""
    document = Document()
    dress(document)
    number_headings(document, report.language)
    lay_out(document)
    note_facts(document, report)
    add_title(document, report.title)
    chapters = chapters_of(report)
    for done, chapter in enumerate(chapters):
        told(done, len(chapters))
        add_chapter(document, chapter)
    add_signature(document, report)
    document.save(file)
    told(len(chapters), len(chapters))


def note_facts(document: Any, report: SemesterReport) -> None:
    """What the file says of itself: neither the template's author nor its date."""
    facts = document.core_properties
    facts.title, facts.author, facts.last_modified_by = str(report), report.signed_by, ""
    facts.created = facts.modified = report.renewed_at
    facts.language = "zh-CN" if report.language == SemesterReport.Language.CHINESE else "en"
    facts.comments = facts.keywords = facts.subject = facts.category = ""


def add_title(document: Any, title: str) -> None:
    """In its lines, with one line of text below."""
    paragraph = document.add_paragraph(style="Title")
    for number, line in enumerate(title.splitlines()):
        run = paragraph.add_run()
        if number:
            run.add_break()
        run.add_text(line)
    document.add_paragraph()


def add_chapter(document: Any, chapter: Chapter) -> None:
    """Headings are numbered by their styles; what says nothing is left out."""
    if chapter.says_nothing:
        return
    for heading in (chapter.above, chapter.heading):
        if heading:
            add_heading(document, heading)
    for block in chapter.blocks:
        add_block(document, block)
    add_photos(document, pictures_of(chapter.photos))


def add_heading(document: Any, heading: Numbered) -> None:
    document.add_paragraph(heading.words, style=f"Heading {heading.level}")


def add_block(document: Any, block: Block | Numbered) -> None:
    if isinstance(block, Numbered):
        add_heading(document, block)
    elif isinstance(block, Paragraph):
        add_runs(document.add_paragraph(), block.runs)
    elif not isinstance(block, Heading):
        add_table(document, block, add_runs)


def add_runs(paragraph: Any, runs: Sequence[Words]) -> None:
    """Words, and links to the portal's pages for whoever reads on a screen."""
    for run in runs:
        if run.path:
            add_link(paragraph, run)
        else:
            paragraph.add_run(run.words)


def add_link(paragraph: Any, words: Words) -> None:
    address = f"{settings.SITE_URL.rstrip('/')}{words.path}"
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = made("w:hyperlink")
    link.set(qn("r:id"), number)
    run = Run(made("w:r"), paragraph)
    run.text, run.font.underline = words.words, True
    link.append(run._r)
    paragraph._p.append(link)


def pictures_of(photos: Sequence[SectionPhoto]) -> list[tuple[BytesIO, str]]:
    found = []
    for photo in photos:
        file = photo.attachment.file
        if file and (picture := small_jpeg(file)):
            found.append((picture, photo.caption))
    return found


def add_signature(document: Any, report: SemesterReport) -> None:
    """Who signs and the day, four characters in from the right, not torn apart."""
    document.add_paragraph()
    signed = document.add_paragraph(report.signed_by, style=SIGNATURE)
    signed.paragraph_format.keep_with_next = True
    document.add_paragraph(dated(report), style=SIGNATURE)
