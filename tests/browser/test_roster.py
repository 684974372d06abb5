"""The roster's story: three bad rows read and mended, imported by a real worker, taken back."""

import pytest
from django.urls import reverse
from playwright.sync_api import FilePayload, Page, expect

from campus.models import Duty, InboxEntry, Person, RosterImport
from tests.browser.conftest import Visitor
from tests.campus.rosters.school import PUPILS, SCHOOL, roster
from tests.processes import wait_until

pytestmark = [pytest.mark.faults, pytest.mark.django_db(transaction=True)]

PATH = reverse("rosters:imports")
# How long a worker on a busy machine may take, in milliseconds.
WORKED = 30_000
BAD = [
    PUPILS,
    ["20250101", "", "高一", "1班"],
    ["2", "叶听澜", "高一", "9"],
    ["2", "江", "高一", "1"],
]


@pytest.fixture
def worker(monkeypatch, settings, tmp_path, request):
    """Starts a worker that keeps its private files where this process does: `worker()`."""
    monkeypatch.setenv("STEWARD_DATA", str(tmp_path))
    settings.MEDIA_ROOT = tmp_path / "files"
    start = request.getfixturevalue("start")
    return lambda: start("worker")


def upload(page: Page, visitor: Visitor, data: bytes) -> None:
    visitor.goto(PATH)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").set_input_files(
        FilePayload(name="名册.xlsx", mimeType=kind, buffer=data)
    )
    page.locator("main form button.btn-primary").click()


def test_a_roster_from_its_bad_rows_to_its_being_taken_back(worker, visitor, administrator):
    page = visitor.sign_in(administrator)

    # The tab is closed while the file waits for a worker; the inbox knows what came of it.
    upload(page, visitor, roster(**{**SCHOOL, "学生": BAD}))
    expect(page.locator("progress")).to_be_visible()
    page.goto("about:blank")
    worker()
    wait_until(lambda: InboxEntry.objects.filter(person=administrator).exists())
    visitor.goto(RosterImport.objects.get().get_absolute_url())
    expect(page.locator("td.roster-sentence")).to_have_count(3)
    rows = page.locator("tbody tr td:nth-child(2)")
    assert rows.all_inner_texts() == ["2", "3", "4"]
    assert not visitor.is_wider_than_its_screen()
    assert not Person.objects.filter(number="T100").exists()

    upload(page, visitor, roster())
    expect(page.locator(".roster-apply button")).to_be_visible(timeout=WORKED)
    assert page.locator("#rows tbody tr").count() == 8
    assert not visitor.is_wider_than_its_screen()
    page.locator(".roster-apply button").click()

    take_back = page.locator("form[action$='take-back/'] button")
    expect(take_back).to_be_visible(timeout=WORKED)
    assert Person.objects.filter(number__in=["T100", "20250101", "20250102"]).count() == 3
    assert Duty.objects.filter(person__number="T100", role="class_teacher").exists()

    page.on("dialog", lambda dialog: dialog.accept())
    take_back.click()
    expect(page.locator(".state.roster-taken_back")).to_be_visible(timeout=WORKED)
    assert list(Person.objects.values_list("number", flat=True)) == ["T004"]
    assert visitor.complaints == []
    assert visitor.foreign_hosts() == set()
