"""The archive can be read and checked without the portal."""

import csv
import hashlib
import re
from datetime import datetime
from io import BytesIO, StringIO
from urllib.parse import unquote
from zipfile import ZipFile
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from docx import Document
from openpyxl import load_workbook

from campus.attachments.models import Attachment, StoredFile
from campus.cases import actions as cases
from campus.closing import actions as closing
from campus.jobs.actions import run
from campus.models import Job, Place, Semester
from logistics.closing.archive.contents import csv_line
from logistics.closing.archive.work import ask_for_archive
from logistics.closing.models import SemesterArchive
from logistics.report.actions.making import make
from repairs.models import Ticket

pytestmark = pytest.mark.django_db
THEN = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
AFTER = datetime(2026, 2, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PHOTO = b"the bytes of a photo"


@pytest.fixture
def ticket(head, semester) -> Ticket:
    """A ticket with a photo, rejected within the semester; its title is no name for a folder."""
    from repairs.models import Category

    category = Category.objects.get(code="other")
    ticket = cases.raise_case(
        Ticket,
        by=head,
        at=THEN,
        title="门/锁坏了?",
        category=category,
        place=Place.objects.create(kind="room", code="R-1", name="1"),
    )
    cases.move(ticket, Ticket.Status.REJECTED, by=head, at=THEN, words="重复")
    digest = hashlib.sha256(PHOTO).hexdigest()
    stored = StoredFile.objects.create(
        sha256=digest, kind="jpeg", size=len(PHOTO), width=1, height=1
    )
    default_storage.save(stored.path, ContentFile(PHOTO))
    Attachment.objects.create(thing=ticket, file=stored, name="门.JPG", by=head, at=THEN)
    return ticket


@pytest.fixture
def archive(head, semester, ticket) -> SemesterArchive:
    """The archive of the closed semester, written by a worker."""
    make(semester, language="zh-hans", by=head, at=AFTER)
    close = closing.close(semester, by=head, at=AFTER)
    job = ask_for_archive(close, by=head, at=AFTER)
    run(job.pk, at=AFTER)
    job.refresh_from_db()
    assert job.state == Job.State.DONE, job.text
    return SemesterArchive.objects.get()


def opened(archive: SemesterArchive) -> ZipFile:
    with default_storage.open(archive.file) as file:
        return ZipFile(BytesIO(file.read()))


def test_every_file_has_the_digest_that_is_told_and_so_has_the_whole(archive):
    with default_storage.open(archive.file) as file:
        whole = file.read()
    assert (hashlib.sha256(whole).hexdigest(), len(whole)) == (archive.sha256, archive.size)
    package = opened(archive)
    lines = [line.split("  ", 1) for line in package.read("SHA256SUMS").decode().splitlines()]
    told = {name: digest for digest, name in lines}
    assert set(told) == set(package.namelist()) - {"SHA256SUMS"}
    assert {name: hashlib.sha256(package.read(name)).hexdigest() for name in told} == told


def test_it_holds_report_registers_and_photos_and_the_index_leads_to_all(archive, ticket):
    package = opened(archive)
    names = package.namelist()
    index = package.read("index.html").decode()
    led = {unquote(each) for each in re.findall(r'(?:href|src)="([^"]+)"', index)}
    assert led <= set(names)
    assert set(names) - led == {"index.html", "README.txt", "SHA256SUMS"}
    (report,) = [name for name in names if name.endswith(".docx")]
    assert "总结" in Document(BytesIO(package.read(report))).paragraphs[0].text
    photo = f"files/维修工单/{ticket.pk} {ticket.number} 门 锁坏了/"
    assert [package.read(name) for name in names if name.startswith(photo)] == [PHOTO]
    (register,) = [name for name in names if name.startswith("csv/报修.csv")]
    rows = list(csv.reader(StringIO(package.read(register).decode("utf-8-sig"))))
    assert [row for row in rows if ticket.number in row]
    (workbook,) = [name for name in names if name.endswith(".xlsx")]
    assert ticket.number in [
        cell.value for cell in load_workbook(BytesIO(package.read(workbook)))["报修"]["A"]
    ]


def test_words_that_are_a_formula_are_only_words_in_the_plain_registers():
    assert csv_line(["=HYPERLINK(1)", "+86 21", "门锁坏了", -3, None]) == (
        "'=HYPERLINK(1),'+86 21,门锁坏了,-3,\r\n"
    )


def test_it_asks_nothing_of_the_network(archive):
    package = opened(archive)
    for name in ("index.html", "index.css"):
        assert not re.search(r"https?:|//", package.read(name).decode().replace("<!doctype", ""))


def test_the_head_alone_fetches_it(archive, semester, head, teacher, signed_in):
    path = f"/closing/{semester.pk}/archive/file/"
    answer = signed_in(head).get(path)
    assert hashlib.sha256(b"".join(answer.streaming_content)).hexdigest() == archive.sha256
    assert signed_in(teacher).get(path).status_code == 403


def test_written_anew_it_takes_the_place_of_the_one_before(
    archive, head, semester, django_capture_on_commit_callbacks
):
    close, before = archive.close, archive.file
    job = ask_for_archive(close, by=head, at=AFTER)
    with django_capture_on_commit_callbacks(execute=True):
        run(job.pk, at=AFTER)
    assert SemesterArchive.objects.get().file != before
    assert not default_storage.exists(before)


def test_an_open_semester_has_none(head, semester, signed_in):
    answer = signed_in(head).post(f"/closing/{semester.pk}/archive/", follow=True)
    assert "学期还没有结档" in answer.content.decode()
    assert Semester.objects.get().closes.count() == 0
