"""A fault in a browser: reported, mended and confirmed on phones, sent from a desktop."""

import re

import pytest
from playwright.sync_api import FilePayload

from campus.models import Attachment, Person, Place
from repairs.models import Ticket
from tests.browser.conftest import DESKTOP, PHONE, Visitor
from tests.campus.attachments.samples import jpeg

TICKET = re.compile(r"/repairs/\d+/$")
BUTTON = "main form.form-card button.btn-primary"


@pytest.fixture
def somebody(chromium, live_server):
    """`somebody(person, PHONE)`: signed in on a device of their own."""
    contexts = []

    def arrive(person: Person, size: dict[str, int]) -> Visitor:
        contexts.append(chromium.new_context(viewport=size, locale="zh-CN", has_touch=True))
        visitor = Visitor(contexts[-1], live_server.url)
        visitor.sign_in(person)
        return visitor

    yield arrive
    for context in contexts:
        context.close()


def photo(visitor: Visitor) -> None:
    """Take a photo into the form, which waits with its sending until it has travelled."""
    picture: FilePayload = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": jpeg(640, 480)}
    visitor.page.locator("input[type=file]").first.set_input_files(picture)


def press(visitor: Visitor, name: str) -> None:
    visitor.page.get_by_role("button", name=name, exact=True).or_(
        visitor.page.get_by_role("link", name=name, exact=True)
    ).first.click()
    visitor.page.wait_for_load_state()


def test_from_the_photo_to_the_thanks(somebody, pupil, dispatcher, technician):
    Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")
    reporter = somebody(pupil, PHONE)
    page = reporter.goto("/repairs/new/?place=A-JX1-301")
    page.locator("#id_title").fill("水龙头滴水")
    photo(reporter)
    page.locator(BUTTON).click()
    page.wait_for_url(TICKET)
    ticket = Ticket.objects.get()

    desk = somebody(dispatcher, DESKTOP)
    board = desk.goto("/repairs/")
    board.locator("input[name=item]").check()
    board.locator("input[name=to]").fill(technician.number)
    board.locator(".list-bar-act button").click()
    board.wait_for_load_state()

    mender = somebody(technician, PHONE)
    mender.goto(f"/repairs/{ticket.pk}/")
    press(mender, "接单")
    press(mender, "已到场")
    mender.goto(f"/repairs/{ticket.pk}/finish/")
    mender.page.locator("#id_words").fill("换了阀芯")
    photo(mender)
    mender.page.locator(BUTTON).click()
    mender.page.wait_for_url(TICKET)

    reporter.goto(f"/repairs/{ticket.pk}/confirm/")
    reporter.page.locator("#id_rating").select_option("5")
    reporter.page.locator(BUTTON).click()
    reporter.page.wait_for_url(TICKET)
    ticket.refresh_from_db()
    assert (ticket.status, ticket.rating, ticket.assignee) == ("confirmed", 5, technician)
    assert Attachment.objects.count() == 2
    for each in (reporter, desk, mender):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)
