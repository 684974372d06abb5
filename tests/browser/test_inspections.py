"""Walking with one thumb: two faults with photos, a moment without signal, two signatures; and a
checklist built on a desktop."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, Locator, Page, expect

from campus.models import Attachment, Place
from inspections.actions import checklists, walking
from inspections.models import Checklist, ChecklistItem, Finding, Inspection
from tests.browser.conftest import DESKTOP, PHONE, Visitor
from tests.campus.attachments.samples import jpeg
from tests.inspections.conftest import lay, line

pytestmark = pytest.mark.django_db(transaction=True)
MOST_TAPS = 26


@pytest.fixture
def room(db) -> Place:
    return Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")


@pytest.fixture
def twenty(db) -> Checklist:
    """Twenty lines; the second wants a photo of its fault, the last a second signature after."""
    lines = [line(f"第 {number} 项", photo_on_failure=number == 2) for number in range(1, 21)]
    return lay("二十项", *lines, second_roles=["head"])


class Thumb:
    """Counts taps: each button, each field that is typed into, each photo (open, shoot, take)."""

    def __init__(self, page: Page) -> None:
        self.page, self.taps = page, 0

    def tap(self, what: Locator) -> None:
        self.taps += 1
        what.tap()

    def type(self, field: Locator, words: str) -> None:
        self.tap(field)
        field.press_sequentially(words)

    def shoot(self, line: Locator) -> None:
        self.taps += 3
        picture: FilePayload = {
            "name": "photo.jpg", "mimeType": "image/jpeg", "buffer": jpeg(640, 480)
        }  # fmt: skip
        line.locator("input[type=file]").first.set_input_files(picture)


def fault(thumb: Thumb, title: str, words: str) -> Locator:
    shown = thumb.page.locator("[data-line]").filter(has_text=re.compile(rf"^\s*{title}"))
    thumb.tap(shown.locator("label", has_text="有问题"))
    thumb.type(shown.locator("textarea"), words)
    thumb.shoot(shown)
    return shown


def test_twenty_lines_with_two_faults_and_two_signatures(
    somebody, safety_officer, head, room, twenty
):
    phone = somebody(safety_officer, PHONE, is_mobile=True)
    thumb = Thumb(phone.goto(f"/inspections/new/?place={room.code}"))
    thumb.tap(thumb.page.locator(".insp-choose", has_text="二十项"))
    expect(thumb.page.locator("[data-line]")).to_have_count(20)
    for title, words in (("第 2 项", "锁着"), ("第 7 项", "灯不亮")):
        shown = fault(thumb, title, words)
        expect(shown.locator("[data-files-item]")).to_have_attribute("data-state", "kept")
    thumb.tap(thumb.page.get_by_role("button", name="完成"))
    thumb.page.wait_for_url(re.compile(r"/inspections/\d+/$"))
    walk = Inspection.objects.get()
    assert (walk.status, walk.faults, walk.answers.count()) == ("to_sign", 2, 20)
    assert [(each.title, each.words) for each in Finding.objects.order_by("item__position")] == [
        ("第 2 项", "锁着"), ("第 7 项", "灯不亮")
    ]  # fmt: skip
    assert [Attachment.objects.of(each).count() for each in Finding.objects.all()] == [1, 1]
    assert thumb.taps <= MOST_TAPS
    expect(thumb.page.get_by_role("button", name="签字确认")).to_be_disabled()

    desk = somebody(head, DESKTOP)
    desk.goto(f"/inspections/{walk.pk}/")
    desk.page.get_by_role("button", name="签字确认").click()
    desk.page.wait_for_load_state()
    walk.refresh_from_db()
    assert (walk.status, walk.signed_by) == ("finished", head)
    for each in (phone, desk):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)


@pytest.fixture
def begun(twenty, room, safety_officer) -> Inspection:
    return walking.start_at(twenty, room, by=safety_officer, at=timezone.now())


def state(page: Page, words: str) -> None:
    expect(page.locator("[data-walk-state]")).to_have_text(re.compile(words))


def test_lines_outlive_a_moment_without_signal_and_a_closed_page(somebody, safety_officer, begun):
    phone = somebody(safety_officer, PHONE, is_mobile=True)
    page = phone.goto(f"/inspections/{begun.pk}/walk/")
    thumb = Thumb(page)
    lines = page.locator("[data-line]")
    page.context.set_offline(True)
    thumb.tap(lines.nth(2).locator("label", has_text="有问题"))
    thumb.type(lines.nth(2).locator("textarea"), "在地下室看到")
    thumb.tap(lines.nth(4).locator("label", has_text="不适用"))
    state(page, "没有信号")
    assert begun.answers.count() == 0

    # The page is closed in the basement and opened again upstairs.
    page.context.set_offline(False)
    again = page.context.new_page()
    page.close()
    again.goto(f"{phone.address}/inspections/{begun.pk}/walk/")
    state(again, "全部已保存")
    assert dict(begun.answers.values_list("item__position", "result")) == {
        3: "failed", 5: "not_there"
    }  # fmt: skip
    assert Finding.objects.get().words == "在地下室看到"
    again.reload()
    expect(again.locator("[data-line]").nth(2).locator("textarea")).to_have_value("在地下室看到")
    assert (
        again.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('walk:'))") == []
    )


def test_the_end_waits_for_the_signal(somebody, safety_officer, begun):
    phone = somebody(safety_officer, PHONE, is_mobile=True)
    page = phone.goto(f"/inspections/{begun.pk}/walk/")
    page.context.set_offline(True)
    page.locator("[data-line]").nth(8).locator("label", has_text="有问题").tap()
    page.get_by_role("button", name="完成").tap()
    state(page, "有信号后自动完成")
    page.context.set_offline(False)
    page.wait_for_url(re.compile(r"/inspections/\d+/$"))
    begun.refresh_from_db()
    assert (begun.status, begun.faults) == ("to_sign", 1)


def test_a_walk_that_another_device_has_ended_says_so(somebody, safety_officer, begun):
    phone = somebody(safety_officer, PHONE, is_mobile=True)
    page = phone.goto(f"/inspections/{begun.pk}/walk/")
    walking.finish(begun, by=safety_officer, at=timezone.now())
    page.locator("[data-line]").nth(0).locator("label", has_text="有问题").tap()
    state(page, "已结束")
    assert not Finding.objects.exists()


def test_without_script_one_form_carries_all(chromium, live_server, safety_officer, begun):
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", java_script_enabled=False)
    visitor = Visitor(context, live_server.url)
    visitor.sign_in(safety_officer)
    page = visitor.goto(f"/inspections/{begun.pk}/walk/")
    page.locator("[data-line]").nth(3).locator("label", has_text="有问题").click()
    page.locator("[data-line]").nth(3).locator("textarea").fill("坏了")
    page.get_by_role("button", name="完成").click()
    page.wait_for_url(re.compile(r"/inspections/\d+/$"))
    begun.refresh_from_db()
    assert (begun.status, begun.faults, visitor.is_wider_than_its_screen()) == ("to_sign", 1, False)
    context.close()


def test_a_checklist_is_built_and_put_into_use(somebody, head):
    desk = somebody(head, DESKTOP)
    page = desk.goto("/inspections/checklists/new/")
    page.locator("#id_name").fill("冰箱巡检")
    page.get_by_label("安全员").first.check()
    page.locator("main form.form-card button.btn-primary").click()
    page.wait_for_url(re.compile(r"/draft/$"))
    for title, kind in (("门封完好", "pass_fail"), ("温度", "number")):
        page.get_by_role("link", name="加一项").click()
        page.locator("#id_title").fill(title)
        page.locator("#id_kind").select_option(kind)
        if kind == "number":
            page.locator("#id_low").fill("0")
            page.locator("#id_high").fill("8")
        page.get_by_role("button", name="保存", exact=True).click()
        page.wait_for_url(re.compile(r"/draft/"))
    page.get_by_role("button", name=re.compile("上移.*温度")).click()
    page.get_by_role("button", name="启用").click()
    page.wait_for_url(re.compile(r"/checklists/\d+/$"))
    checklist = Checklist.objects.select_related("current").get(name="冰箱巡检")
    assert checklist.current
    assert list(
        ChecklistItem.objects.filter(version=checklist.current).values_list("title", flat=True)
    ) == ["温度", "门封完好"]
    assert desk.complaints == []
    assert not checklists.begin_draft(checklist, by=head, at=timezone.now()).in_use_at
