"""A meeting on a phone: the roll by thumb, the minutes, two decisions, and what comes of them."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from planning.models import ActionItem, Meeting
from tests.browser.conftest import DESKTOP, Visitor
from tests.campus.attachments.samples import encoded, scene
from tests.planning.meetings import called

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def meeting(safety_officer, technician, teacher) -> Meeting:
    """Today, called by the safety officer."""
    start = timezone.now().replace(second=0, microsecond=0)
    return called(
        safety_officer, technician, teacher, recorder=safety_officer, starts_at=start,
        ends_at=start + timedelta(hours=1),
    )  # fmt: skip


def press(page: Page, selector: str) -> None:
    page.locator(selector).first.click()


def call_roll(page: Page, meeting: Meeting, late) -> None:
    """One is late, all others are there."""
    line = meeting.attendees.get(person=late)
    press(page, f"label[for=id_presence-{line.pk}-late]")
    press(page, "button[name=rest][value=present]")


def take_minutes(page: Page, owner, day: str) -> None:
    """Both points and two decisions, of which one is to be done."""
    fields = page.locator("textarea")
    expect(fields).to_have_count(2)
    for number, text in enumerate(("三处已整改", "全校动员")):
        fields.nth(number).fill(text)
    page.locator("[name=decisions-0-text]").fill("更换三楼应急灯")
    page.locator("[name=decisions-0-owner]").fill(owner.number)
    page.locator("[name=decisions-0-due_on]").fill(day)
    page.locator("[name=decisions-1-text]").fill("通过值班表")
    press(page, ".meeting-bar .btn-primary")


def test_from_the_opening_to_an_accepted_action(
    somebody, meeting, head, safety_officer, technician, teacher
):
    chair = somebody(safety_officer)
    page = chair.page
    press(page, ".waiting li .wait-main")
    press(page, ".meeting-moves .btn-primary")
    expect(page.locator(".roll-line")).to_have_count(3)
    assert not chair.is_wider_than_its_screen()
    call_roll(page, meeting, late=teacher)
    press(page, ".meeting-moves .btn-primary")
    assert not chair.is_wider_than_its_screen()
    take_minutes(page, technician, str(timezone.localdate() + timedelta(days=10)))
    page.locator("form[action$='/publish/'] button").click()
    expect(page.locator(".meeting-decisions li")).to_have_count(2)
    assert not chair.is_wider_than_its_screen()

    owner = somebody(technician)
    page = owner.page
    page.locator(".waiting li").filter(has_text="更换三楼应急灯").locator(".wait-main").click()
    page.locator(".case-moves a[href$='/done/']").click()
    page.locator("textarea[name=words]").fill("已全部更换，现场试灯正常。")
    picture = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": encoded(scene(), "JPEG")}
    page.locator("input[type=file][name=attachments]").set_input_files(picture)
    expect(page.locator("[data-files-item] img")).to_be_visible()
    page.locator("main form .btn-primary").click()
    expect(page.locator(".timeline img")).to_be_visible()
    assert not owner.is_wider_than_its_screen()

    page = chair.goto("/")
    page.locator(".waiting li").filter(has_text="更换三楼应急灯").locator(".wait-main").click()
    page.locator("form[action$='/accept/'] button").click()
    expect(page.locator(".state-accepted").first).to_be_visible()
    action = ActionItem.objects.get()
    assert (action.status, action.accepted_by) == ("accepted", safety_officer)
    assert chair.complaints + owner.complaints == []


def test_without_script_the_roll_and_the_minutes_are_the_same_forms(
    chromium, live_server, meeting, safety_officer, technician, teacher
):
    context = chromium.new_context(viewport=DESKTOP, locale="zh-CN", java_script_enabled=False)
    visitor = Visitor(context, live_server.url)
    page = visitor.sign_in(safety_officer)
    visitor.goto(meeting.get_absolute_url())
    press(page, ".meeting-moves .btn-primary")
    call_roll(page, meeting, late=teacher)
    press(page, ".meeting-moves .btn-primary")
    take_minutes(page, technician, str(timezone.localdate() + timedelta(days=10)))
    page.locator("form[action$='/publish/'] button").click()
    expect(page.locator(".meeting-decisions li")).to_have_count(2)
    context.close()
    assert Meeting.objects.get().status == "published"
