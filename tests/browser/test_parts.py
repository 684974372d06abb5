"""A whole floor on one phone screen: two faults in a few taps, with and without signal."""

import re

import pytest
from playwright.sync_api import Page, expect

from campus.models import Place
from inspections.models import Finding, Inspection
from tests.browser.conftest import PHONE, Visitor
from tests.browser.test_inspections import MOST_TAPS, Thumb, state
from tests.inspections.conftest import (  # noqa: F401  # fixtures
    building,
    floor_walk,
    rooms,
    rooms_checked,
    warden,
)

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def begun(floor_walk) -> Inspection:  # noqa: F811  # the fixture above
    return floor_walk()


def open_part(thumb: Thumb, room: Place) -> None:
    thumb.tap(thumb.page.locator(f"[data-part='{room.pk}'] a.part-open"))


def tap_line(thumb: Thumb, title: str) -> None:
    thumb.tap(thumb.page.locator("[data-item]").filter(has_text=title).locator("[data-more]"))


def close(thumb: Thumb) -> None:
    thumb.tap(thumb.page.locator("[data-sheet-close]"))


def marks(walk: Inspection) -> list[tuple[str, int]]:
    return list(Finding.objects.order_by("pk").values_list("title", "times"))


def test_two_faults_on_a_floor_take_a_handful_of_taps(somebody, begun, rooms, warden):  # noqa: F811  # as above
    phone = somebody(warden, PHONE, is_mobile=True)
    thumb = Thumb(phone.goto(f"/inspections/{begun.pk}/walk/"))
    open_part(thumb, rooms[0])
    tap_line(thumb, "地面")
    tap_line(thumb, "地面")
    close(thumb)
    open_part(thumb, rooms[2])
    tap_line(thumb, "床铺")
    close(thumb)
    state(thumb.page, "全部已保存")
    assert marks(begun) == [("地面", 2), ("床铺", 1)]
    # What was tapped once too often is taken off.
    open_part(thumb, rooms[2])
    thumb.tap(thumb.page.locator("[data-item]").filter(has_text="床铺").locator("[data-less]"))
    close(thumb)
    state(thumb.page, "全部已保存")
    assert marks(begun) == [("地面", 2)]
    thumb.tap(thumb.page.get_by_role("button", name="完成"))
    thumb.page.wait_for_url(re.compile(r"/inspections/\d+/$"))
    begun.refresh_from_db()
    assert (begun.status, begun.faults) == ("finished", 1)
    assert thumb.taps <= MOST_TAPS / 2
    assert (phone.complaints, phone.is_wider_than_its_screen()) == ([], False)


def test_marks_outlive_a_moment_without_signal_and_a_closed_page(somebody, begun, rooms, warden):  # noqa: F811  # as above
    phone = somebody(warden, PHONE, is_mobile=True)
    page = phone.goto(f"/inspections/{begun.pk}/walk/")
    thumb = Thumb(page)
    page.context.set_offline(True)
    open_part(thumb, rooms[1])
    tap_line(thumb, "地面")
    thumb.type(page.locator("[data-item]").filter(has_text="地面").locator("[data-words]"), "纸屑")
    close(thumb)
    state(page, "没有信号")
    assert marks(begun) == []
    page.context.set_offline(False)
    again: Page = page.context.new_page()
    page.close()
    again.goto(f"{phone.address}/inspections/{begun.pk}/walk/")
    state(again, "全部已保存")
    assert (Finding.objects.get().words, Finding.objects.get().place) == ("纸屑", rooms[1])
    kept = "Object.keys(localStorage).filter((key) => key.startsWith('parts:'))"
    assert again.evaluate(kept) == []


def test_without_script_each_room_is_a_form(chromium, live_server, begun, rooms, warden):  # noqa: F811  # as above
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    visitor = Visitor(context, live_server.url)
    visitor.sign_in(warden)
    page = visitor.goto(f"/inspections/{begun.pk}/walk/")
    page.locator(f"#part-{rooms[0].pk} a").click()
    page.locator("fieldset").filter(has_text="地面").locator("input[type=number]").fill("3")
    page.locator(".walk-bar .btn-primary").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(rooms[1].name)
    assert (marks(begun), visitor.is_wider_than_its_screen()) == ([("地面", 3)], False)
    context.close()
