"""What a list finds, as a spreadsheet: straight into the browser, or as a job when it is long."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage
from django.db.models import Model
from django.http import HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext_noop, override
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.jobs.actions import ask
from campus.jobs.registry import Outcome, Progress, name_work
from campus.lists.drawing import in_words, sheet_reader
from campus.lists.finding import Asked
from campus.lists.registry import LISTS, Column, ListPage
from campus.models import Job, Person
from campus.sheets.writer import sheet_answer, write_workbook

WORK = "lists.export"
# More rows than this take longer than anybody waits for a page.
AT_ONCE = 2000
DONE = gettext_noop("%(count)s rows are in the file.")


def sheet_rows(page: ListPage, person: Person, rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The header, and each of `rows` as the sheet holds it for `person`."""
    if page.sheet_rows:
        yield from page.sheet_rows(rows)
        return
    columns = sheet_columns(page, person)
    yield [column.heading for column in columns]
    readers: list[Callable[[Any], Any]] = []
    for row in rows:
        readers = readers or [sheet_reader(column, type(row)) for column in columns]
        yield [sheet_value(read(row)) for read in readers]


def sheet_columns(page: ListPage, person: Person) -> list[Column]:
    return [column for column in page.columns_for(person) if column.on_sheet]


def sheet_value(value: Any) -> Any:
    """Days and numbers as such, moments in school time, everything else in words."""
    if isinstance(value, datetime):
        return timezone.localtime(value).replace(tzinfo=None)
    return in_words(value) if isinstance(value, bool | Model) or value is None else value


def widths(page: ListPage, person: Person) -> list[int]:
    """The columns' widths in characters."""
    return list(page.sheet_widths) or [each.width for each in sheet_columns(page, person)]


def is_long(asked: Asked) -> bool:
    """Whether there is more to write than a page can wait for."""
    return asked.matching.order_by()[: AT_ONCE + 1].count() > AT_ONCE


def answer(asked: Asked, *, name: str) -> HttpResponse:
    """All that was found, in the order of the list, for the browser to keep as `name`.xlsx."""
    rows = sheet_rows(asked.page, asked.person, asked.in_order())
    return sheet_answer(rows, name, widths=widths(asked.page, asked.person))


def ask_for_file(asked: Asked, *, name: str, reason: str, at: datetime) -> Job:
    """Let a worker write the file; who asked sees how far it is, and finds it in the inbox."""
    facts = {
        "list": asked.page.name,
        "query": asked.query.urlencode(),
        "name": name,
        "language": get_language(),
        "day": timezone.localtime(at).date().isoformat(),
        "reason": reason,
    }
    title = _("Export: %(name)s") % {"name": name}
    return ask(WORK, title=title[:120], by=asked.person, at=at, facts=facts)


def write_file(job: Job, progress: Progress, at: datetime) -> Outcome:
    """The job's work: the list is asked anew, as the person may see it when the file is written."""
    page = LISTS[job.facts["list"]]
    for may in (page.may_read(job.by), page.may_export(job.by)):
        if not may:
            raise Refused(str(may.reason))
    with override(job.facts["language"]):
        asked = Asked(
            page, job.by, QueryDict(job.facts["query"]),
            today=datetime.fromisoformat(job.facts["day"]).date(),
        )  # fmt: skip
        path = f"{reverse(page.address)}?{job.facts['query']}"
        reason = job.facts.get("reason", "")
        page.note_export(job.by, asked.matching, at=at, page=path, reason=reason)
        return written(asked, job, progress)


def written(asked: Asked, job: Job, progress: Progress) -> Outcome:
    """The file in the private storage; memory holds a portion of the rows at a time."""
    rows = told(asked.rows(), asked.matching.order_by().count(), progress)
    content = sheet_rows(asked.page, asked.person, rows)
    with TemporaryFile() as held:
        name = job.facts["name"]
        count = write_workbook(
            held, title=name, header=next(content), rows=content,
            widths=widths(asked.page, asked.person),
        )  # fmt: skip
        held.seek(0)
        path = f"exports/{job.pk}.xlsx"
        # A worker that was killed may have left it; the work is safe to begin anew.
        default_storage.delete(path)
        stored = default_storage.save(path, File(held))
    return Outcome(text=DONE, facts={"count": count}, file=stored, file_name=f"{name}.xlsx")


def told(rows: Iterable[Any], of: int, progress: Progress) -> Iterator[Any]:
    """The same rows; every hundredth tells how far the work is."""
    for number, row in enumerate(rows, 1):
        if not number % 100:
            progress(number, of)
        yield row


def hand_in() -> None:
    """Let jobs write exports."""
    name_work(WORK, write_file)
