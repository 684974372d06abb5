"""What a list finds, as a spreadsheet."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse
from openpyxl import load_workbook

from campus.jobs import actions as jobs
from campus.jobs.progress import how_far
from campus.lists import exports
from campus.models import Duty, InboxEntry, Job, Place

AT = datetime(2025, 11, 20, 4, 0, tzinfo=UTC)
EXPORT = "/lists/rooms/export/"


@pytest.fixture(autouse=True)
def private_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def rows_in(data: bytes) -> list[tuple]:
    page = load_workbook(BytesIO(data), read_only=True).active
    assert page is not None
    return list(page.iter_rows(values_only=True))


def test_the_sheet_holds_the_lists_columns_in_its_order_and_all_pages(lay, browser):
    lay(60)
    lay(3, kind="floor", prefix="F")
    header, *rows = rows_in(browser.post(f"{EXPORT}?kind=room&sort=-code").content)
    assert header == ("Name", "Code", "Kind", "Part of")
    assert [row[1] for row in rows] == [f"R{n:05}" for n in range(60, 0, -1)]
    assert rows[0] == ("房间60 R", "R00060", str(Place.Kind.ROOM.label), None)


def test_what_is_searched_is_what_is_exported(lay, browser):
    lay(30)
    Place.objects.create(kind="room", code="=1+1", name="=CMD()")
    (_header, row) = rows_in(browser.get(EXPORT, {"q": "cmd"}).content)
    assert row[:2] == ("=CMD()", "=1+1")


def test_a_long_list_is_offered_first_and_asked_for_by_a_post(lay, browser, head, monkeypatch):
    monkeypatch.setattr(exports, "AT_ONCE", 10)
    lay(11)
    offered = browser.get(EXPORT)
    assert (offered.status_code, Job.objects.count()) == (200, 0)
    asked = browser.post(f"{EXPORT}?q=房间")
    job = Job.objects.get()
    assert asked.headers["Location"] == job.get_absolute_url()
    assert (job.by, job.facts["list"], job.facts["query"]) == (
        head, "rooms", "q=%E6%88%BF%E9%97%B4",
    )  # fmt: skip


def asked_for(browser, path: str = EXPORT) -> Job:
    """A job as a person asks for it, done as the worker does it."""
    browser.post(path)
    job = Job.objects.get()
    jobs.run(job.pk, at=AT)
    job.refresh_from_db()
    return job


def test_a_job_writes_five_thousand_rows(lay, browser, head):
    lay(5_000)
    job = asked_for(browser, f"{EXPORT}?sort=-code")
    assert (job.state, job.text_facts) == (Job.State.DONE, {"count": 5_000})
    with default_storage.open(job.file) as stored:
        rows = rows_in(stored.read())
    assert [row[1] for row in rows[1:]] == [f"R{n:05}" for n in range(5_000, 0, -1)]
    assert (how_far(job).done, how_far(job).of) == (5_000, 5_000)
    assert InboxEntry.objects.filter(person=head).count() == 1


def test_a_right_that_has_ended_meanwhile_stops_the_job(browser, head, db, monkeypatch):
    monkeypatch.setattr(exports, "AT_ONCE", 0)
    browser.post(reverse("lists:list_export", args=["people"]))
    Duty.objects.filter(person=head).delete()
    jobs.run(Job.objects.get().pk, at=AT)
    job = Job.objects.get()
    assert (job.state, job.file) == (Job.State.FAILED, "")


def test_the_file_is_in_the_language_in_which_it_was_asked_for(lay, browser, monkeypatch):
    monkeypatch.setattr(exports, "AT_ONCE", 0)
    lay(1)
    browser.cookies["django_language"] = "en"
    job = asked_for(browser)
    with default_storage.open(job.file) as stored:
        _header, row = rows_in(stored.read())
    assert (row[2], job.file_name) == ("Room", "Rooms.xlsx")


def test_a_killed_worker_leaves_no_second_file(lay, browser, monkeypatch, tmp_path):
    monkeypatch.setattr(exports, "AT_ONCE", 0)
    lay(1)
    job = asked_for(browser)
    Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, ended_at=None)
    InboxEntry.objects.all().delete()
    jobs.do(job.pk, at=AT)
    assert [path.name for path in (tmp_path / "exports").iterdir()] == [f"{job.pk}.xlsx"]
