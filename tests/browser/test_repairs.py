"""A fault in a browser: reported, mended and confirmed on phones, sent from a desktop."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from django.utils import timezone
from playwright.sync_api import FilePayload

from campus.cases.actions import raise_case
from campus.cases.tasks import ring_alarms
from campus.models import Attachment, Follow, Place
from repairs.models import Category, Ticket
from tests.browser.conftest import DESKTOP, PHONE, Visitor
from tests.campus.attachments.samples import jpeg

TICKET = re.compile(r"/repairs/\d+/$")
BUTTON = "main form.form-card button.btn-primary"


def photo(visitor: Visitor) -> None:
    """Take a photo into the form, which waits with its sending until it has travelled."""
    picture: FilePayload = {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": jpeg(640, 480)}
    visitor.page.locator("input[type=file]").first.set_input_files(picture)


def back_on(visitor: Visitor, path: str) -> None:
    """Wait for a page by its path alone: addresses may name it as the one to go back to."""
    visitor.page.wait_for_url(lambda url: urlsplit(url).path == path)


def send_proposed(visitor: Visitor) -> None:
    """Send whoever is proposed first for the first ticket of the board."""
    with visitor.page.expect_navigation():
        visitor.page.locator(".board-proposals button").first.click()


def press(visitor: Visitor, name: str) -> None:
    visitor.page.get_by_role("button", name=name, exact=True).or_(
        visitor.page.get_by_role("link", name=name, exact=True)
    ).first.click()
    visitor.page.wait_for_load_state()


def test_from_the_scan_to_the_thanks(somebody, pupil, dispatcher, technician):
    room = Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")
    reporter = somebody(pupil, PHONE)
    reporter.goto(f"/q/{Place.objects.get(pk=room.pk).token}")
    press(reporter, "我要报修")
    reporter.page.locator("#id_title").fill("水龙头滴水")
    photo(reporter)
    reporter.page.locator(BUTTON).click()
    reporter.page.wait_for_url(TICKET)
    ticket = Ticket.objects.get()
    assert ticket.place == room

    desk = somebody(dispatcher, DESKTOP)
    board = desk.goto("/repairs/board/")
    send_proposed(desk)
    assert board.locator("#column-assigned + article").count() == 1

    mender = somebody(technician, PHONE)
    day = mender.goto("/repairs/day/")
    press(mender, "接单")
    press(mender, "已到场")
    photo(mender)
    day.locator(BUTTON).click()
    back_on(mender, "/repairs/day/")
    press(mender, "完成")
    day.locator("#id_words").fill("换了阀芯")
    photo(mender)
    day.locator(BUTTON).click()
    back_on(mender, "/repairs/day/")
    assert day.locator(".round-stop").count() == 0

    reporter.goto(f"/repairs/{ticket.pk}/confirm/")
    reporter.page.locator("#id_rating").select_option("5")
    reporter.page.locator(BUTTON).click()
    reporter.page.wait_for_url(TICKET)
    ticket.refresh_from_db()
    assert (ticket.status, ticket.rating, ticket.assignee) == ("confirmed", 5, technician)
    assert Attachment.objects.count() == 3
    for each in (reporter, desk, mender):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)


def test_what_is_open_in_the_room_is_offered_before_it_is_reported_again(
    somebody, pupil, teacher, dispatcher
):
    room = Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")
    ticket = raise_case(
        Ticket, by=teacher, at=timezone.now(), title="投影不亮", place=room,
        category=Category.objects.get(code="multimedia"),
    )  # fmt: skip
    visitor = somebody(pupil, PHONE)
    page = visitor.goto("/repairs/new/")
    page.locator("#id_place").fill("A-JX1-301")
    page.locator("#id_title").focus()
    page.locator(".case-already button").click()
    page.wait_for_url(TICKET)
    assert Ticket.objects.count() == 1
    assert Follow.objects.filter(object_id=ticket.pk, person=pupil, me_too=True).exists()


def test_of_two_dispatchers_who_press_at_once_the_second_is_told(
    somebody, dispatcher, head, technician, teacher
):
    room = Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")
    ticket = raise_case(
        Ticket, by=teacher, at=timezone.now(), title="灯不亮", place=room,
        category=Category.objects.get(code="light"),
    )  # fmt: skip
    first, second = somebody(dispatcher, DESKTOP), somebody(head, PHONE)
    for each in (first, second):
        each.goto("/repairs/board/")
    send_proposed(first)
    send_proposed(second)
    second.page.locator("#messages .alert-danger").wait_for()
    assert dispatcher.name in second.page.locator("#messages .alert-danger").first.inner_text()
    ticket.refresh_from_db()
    assert (ticket.assignee, ticket.version) == (technician, 2)


def test_a_broken_promise_reaches_the_head(somebody, dispatcher, head, technician, teacher):
    room = Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")
    long_ago = timezone.now() - timedelta(days=30)
    ticket = raise_case(
        Ticket, by=teacher, at=long_ago, title="空调不制冷", place=room,
        category=Category.objects.get(code="air"),
    )  # fmt: skip
    ring_alarms()
    visitor = somebody(head, PHONE)
    page = visitor.goto("/inbox/")
    assert "“派单”" in page.locator("main").inner_text()
    visitor.goto(f"/repairs/{ticket.pk}/")
    assert page.locator(".state-overdue").count() >= 1
    assert not visitor.is_wider_than_its_screen()


def test_a_place_that_there_is_not_is_told_at_its_field(visitor, pupil):
    visitor.sign_in(pupil)
    page = visitor.goto("/repairs/new/")
    page.locator("#id_title").fill("灯不亮")
    page.locator("#id_place").fill("无此处")
    page.locator(BUTTON).click()
    page.get_by_text("没有这个编号或名称的地点").wait_for()
    assert page.locator("#id_title").input_value() == "灯不亮"
