"""What belongs into the archive of a semester: report, registers, photos and papers."""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db.models import Model
from django.utils.translation import gettext as _

from campus.models import Attachment, Person, Semester, StoredFile
from campus.school_time.engine import moments_of
from campus.sheets.writer import Sheet
from logistics.closing.archive.package import Entry, Package, pieces_of, safe_name
from logistics.report.models import SemesterReport
from logistics.report.registers import registers_for, sheets, write_registers
from logistics.report.word.writer import write_docx

Told = Callable[[int, int], None]
# How many attachments are read at a time.
PORTION = 500


@dataclass
class Kept:
    """What one record has in the archive."""

    title: str
    files: list[tuple[str, Entry, bool]] = field(default_factory=list)


@dataclass
class Contents:
    """What the index of the archive tells: the report, the registers, and records with files, by
    sort."""

    report: Entry | None = None
    workbook: Entry | None = None
    registers: list[tuple[str, int, Entry]] = field(default_factory=list)
    records: dict[str, dict[int, Kept]] = field(default_factory=dict)
    lost: int = 0


def add_all(package: Package, semester: Semester, person: Person, told: Told) -> Contents:
    """Put everything into the package, as `person` may see it."""
    contents = Contents()
    report = SemesterReport.objects.filter(semester=semester).first()
    if report:
        name = f"{safe_name(str(report))}.docx"
        contents.report = package.add_written(name, lambda file: write_docx(report, file))
    contents.workbook = package.add_written(
        f"{_('Registers')}.xlsx", lambda file: write_registers(semester, person, file)
    )
    add_registers(package, semester, person, contents)
    add_files(package, semester, contents, told)
    return contents


def add_registers(package: Package, semester: Semester, person: Person, contents: Contents) -> None:
    """Each register as plain text, which any program reads for ever."""
    asked = [(each, each.rows(semester, person)) for each in registers_for(person)]
    for sheet in sheets(asked, person, iter):
        count = 0

        def counted(sheet: Sheet = sheet) -> Iterator[bytes]:
            nonlocal count
            for line in lines_of(sheet):
                count += 1
                yield line

        entry = package.add(f"csv/{safe_name(sheet.title)}.csv", counted())
        contents.registers.append((sheet.title, count - 1, entry))


def lines_of(sheet: Sheet) -> Iterator[bytes]:
    """The rows of a sheet as CSV, marked as UTF-8 for the programs that need it."""
    yield ("\ufeff" + csv_line(sheet.header)).encode()
    for row in sheet.rows:
        yield csv_line(row).encode()


def csv_line(values: Iterable[Any]) -> str:
    held = StringIO()
    told = ["" if each is None else harmless(each) for each in values]
    csv.writer(held, lineterminator="\r\n").writerow(told)
    return held.getvalue()


# Text that begins so is a formula to spreadsheet programs, which they work out on opening.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value: Any) -> Any:
    """Words that would be a formula, marked as text by an apostrophe; all else as it is."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def add_files(package: Package, semester: Semester, contents: Contents, told: Told) -> None:
    """The photos and papers that were put to records in the semester, in a folder for each."""
    start, end = moments_of(semester.first_day, semester.last_day)
    found = Attachment.objects.filter(
        at__gte=start, at__lt=end, file__isnull=False, content_type__isnull=False
    ).select_related("file").order_by("content_type", "object_id", "id")  # fmt: skip
    of, done = found.count(), 0
    for portion in in_portions(found.iterator(chunk_size=PORTION)):
        titles = titles_of(portion)
        for each in portion:
            done += 1
            told(done, of)
            add_file(package, each, titles, contents)


def in_portions(attachments: Iterable[Attachment]) -> Iterator[list[Attachment]]:
    portion: list[Attachment] = []
    for each in attachments:
        portion.append(each)
        if len(portion) == PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def titles_of(attachments: Iterable[Attachment]) -> dict[tuple[int, int], tuple[str, str]]:
    """What the records of some attachments are called, with their sort; a query for each sort."""
    wanted: dict[int, set[int]] = {}
    for each in attachments:
        wanted.setdefault(each.content_type_id or 0, set()).add(each.object_id or 0)
    found = {}
    for number, pks in wanted.items():
        model = ContentType.objects.get_for_id(number).model_class()
        records: dict[int, Model] = model._default_manager.in_bulk(pks) if model else {}
        sort = str(model._meta.verbose_name_plural) if model else ""
        for pk in pks:
            found[number, pk] = (sort, str(records.get(pk, pk)))
    return found


def add_file(
    package: Package, attachment: Attachment, titles: dict[tuple[int, int], tuple[str, str]],
    contents: Contents,
) -> None:  # fmt: skip
    """One photo or paper; what the storage has lost is counted, and does not end the archive."""
    assert attachment.content_type_id
    assert attachment.object_id
    assert attachment.file
    sort, title = titles[attachment.content_type_id, attachment.object_id]
    kept = contents.records.setdefault(sort, {}).setdefault(attachment.object_id, Kept(title))
    if not default_storage.exists(attachment.file.path):
        contents.lost += 1
        return
    folder = f"files/{safe_name(sort)}/{attachment.object_id} {safe_name(title)}"
    name = f"{folder}/{attachment.pk} {name_of(attachment, attachment.file)}"
    with default_storage.open(attachment.file.path) as stored:
        entry = package.add(name, pieces_of(stored), is_packed=True)
    kept.files.append((attachment.words, entry, attachment.is_picture))


def name_of(attachment: Attachment, file: StoredFile) -> str:
    """Its name with the ending that its content has."""
    stem = safe_name(attachment.name.rpartition(".")[0] or attachment.name)
    return f"{stem}{StoredFile.ENDINGS[StoredFile.Kind(file.kind)]}"
