"""The canteens: a light portion that the committee has mended, a cook without a certificate, a
complaint that leads to a batch."""

import re
from datetime import date, timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from campus.models import Attachment, Feedback, Person
from campus.shell.words import day_in_words
from canteen.actions import supply, workers
from canteen.actions.controls import FIVE_C
from canteen.feedback import lay_usual_topics
from canteen.models import (
    Batch,
    BatchUse,
    CanteenWorker,
    MenuItem,
    PortionCheck,
    Post,
    RosterLine,
    Supplier,
)
from inspections.actions import walking
from inspections.models import Checklist
from planning.models import ActionItem, Attendee, Meeting, Paper
from tests.browser.conftest import DESKTOP, PHONE, Arrive, Visitor
from tests.campus.attachments.samples import jpeg
from tests.canteen import conftest as kitchen

pytestmark = pytest.mark.django_db(transaction=True)
SEND = "main form.form-card button.btn-primary"
# The kitchen's own people and places.
canteen, counter, dish, served = kitchen.canteen, kitchen.counter, kitchen.dish, kitchen.served
manager, member, food_officer = kitchen.manager, kitchen.member, kitchen.food_officer


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def item(served, today) -> MenuItem:
    """Red-braised pork for today's lunch: 150 g."""
    return served(day=today, at=timezone.now())


def section(page: Page, title: str) -> Locator:
    """The part of a page below a heading."""
    return page.locator("section.card").filter(has=page.get_by_role("heading", name=title))


def all_well(*visitors: Visitor) -> bool:
    """No page has complained, none is wider than its screen."""
    told = [(each.complaints, each.is_wider_than_its_screen()) for each in visitors]
    return told == [([], False)] * len(visitors)


def weigh(phone: Visitor, item: MenuItem) -> None:
    """120 g of the 150 g that are stated, with a photo of the scales."""
    page = phone.goto("/canteen/menu/?meal=lunch")
    page.get_by_label(f"称一份{item.dish}").tap()
    page.locator("#id_weighed").fill("120")
    page.locator("#id_note").fill("勺子偏小")
    picture: FilePayload = {"name": "秤.jpg", "mimeType": "image/jpeg", "buffer": jpeg(640, 480)}
    page.locator("input[type=file]").first.set_input_files(picture)
    expect(page.locator("[data-files-item]")).to_have_attribute("data-state", "kept")
    page.locator(SEND).tap()
    expect(page.locator("#messages")).to_contain_text("实称 120 克，公示 150 克")


def call_meeting(desk: Visitor, recorder: Person) -> None:
    """From the committee's page, for the whole of today: its members are invited by their role."""
    page = desk.goto("/canteen/committee/")
    expect(section(page, "分量不足")).to_contain_text("120 / 150 g −20 %")
    page.get_by_role("link", name="召集会议").click()
    page.locator("#id_title").fill("膳食委员会十一月例会")
    page.locator("#id_begins").fill("00:00")
    page.locator("#id_ends").fill("23:59")
    page.locator("#id_recorder").fill(recorder.number)
    page.locator("#id_agenda").fill("红烧肉分量")
    page.locator(SEND).click()
    page.locator(".meeting-moves .btn-primary").click()


def minute(desk: Visitor, demand: str, owner: Person, until: date) -> None:
    """Everybody is there; one thing is demanded, of `owner`."""
    page = desk.page
    page.locator("button[name=rest][value=present]").click()
    page.locator(".meeting-moves .btn-primary").click()
    page.locator("textarea").first.fill("同意换勺并复称")
    page.locator("[name=decisions-0-text]").fill(demand)
    page.locator("[name=decisions-0-owner]").fill(owner.number)
    page.locator("[name=decisions-0-due_on]").fill(until.isoformat())
    page.locator(".meeting-bar .btn-primary").click()
    page.locator("form[action$='/publish/'] button").click()
    expect(page.locator(".meeting-top .state-published")).to_be_visible()


def do(owner: Visitor, action: ActionItem) -> None:
    page = owner.goto(reverse("planning:actions:case", args=[action.pk]))
    page.locator(".case-moves a[href$='/done/']").click()
    page.locator("textarea[name=words]").fill("已换 150 克标准勺，复称三份均足量。")
    page.locator(SEND).click()
    expect(page.locator(".state-done").first).to_be_visible()


def test_a_light_portion_becomes_a_demand_that_is_met(
    somebody: Arrive, item, member, manager, food_officer, today
):
    phone, desk = somebody(member, is_mobile=True), somebody(manager, DESKTOP)
    weigh(phone, item)
    check = PortionCheck.objects.get()
    assert (check.by, check.short_percent) == (member, 20)
    assert Attachment.objects.of(check).count() == 1

    call_meeting(desk, manager)
    minute(desk, "打菜换标准勺", food_officer, today + timedelta(days=7))
    action = ActionItem.objects.get()
    assert (action.meeting, action.assignee) == (Meeting.objects.get(), food_officer)
    assert Attendee.objects.filter(person=member).exists()
    page = phone.goto("/canteen/committee/")
    expect(section(page, "委员会的要求")).to_contain_text("1 项未办结")

    do(somebody(food_officer, DESKTOP), action)
    page = desk.goto(reverse("planning:actions:case", args=[action.pk]))
    page.locator("form[action$='/accept/'] button").click()
    expect(page.locator(".state-accepted").first).to_be_visible()
    page = phone.goto("/canteen/committee/")
    expect(section(page, "委员会的要求")).to_contain_text("0 项未办结")
    assert ActionItem.objects.get().status == "accepted"
    assert all_well(phone, desk)


# The roster


@pytest.fixture
def cook(canteen, manager, today) -> CanteenWorker:
    """At the stove; the health certificate ended yesterday."""
    now = timezone.now()
    facts = {"name": "骆修", "canteen": canteen, "job": "厨师", "hired_on": date(2025, 9, 1)}
    found = workers.write_worker(CanteenWorker(), by=manager, at=now, **facts)
    workers.certify(
        found, issued_on=today - timedelta(days=366), ends_on=today - timedelta(days=1),
        by=manager, at=now,
    )  # fmt: skip
    workers.write_post(Post(), canteen=canteen, name="烹饪", by=manager, at=now)
    return found


def put_on_roster(desk: Visitor, cook: CanteenWorker) -> Page:
    page = desk.page
    page.locator("#id_post").select_option(label="烹饪")
    page.locator("#id_worker").select_option(label=str(cook))
    page.get_by_role("button", name="排班", exact=True).click()
    return page


def test_nobody_cooks_without_a_certificate_that_holds(somebody: Arrive, cook, manager, today):
    desk = somebody(manager, DESKTOP)
    desk.goto(f"/canteen/{cook.canteen_id}/roster/")
    page = put_on_roster(desk, cook)
    expect(page.locator("#div_id_worker")).to_contain_text("当天没有有效健康证。")
    expect(page.locator("#id_worker")).to_have_value(str(cook.pk))
    assert not RosterLine.objects.exists()

    page = desk.goto(cook.get_absolute_url())
    page.get_by_role("link", name="登记健康证").click()
    page.locator("#id_number").fill("JK-2026-017")
    page.locator("#id_issued_on").fill(today.isoformat())
    page.locator("#id_ends_on").fill((today + timedelta(days=364)).isoformat())
    page.locator(SEND).click()
    expect(section(page, "健康证").locator("li")).to_have_count(2)

    page.get_by_role("link", name="排班").click()
    put_on_roster(desk, cook)
    expect(page.locator(".kitchen-line")).to_have_text(re.compile(cook.name))
    line = RosterLine.objects.get()
    assert (line.day, line.certificate) == (today, Paper.objects.get(number="JK-2026-017"))
    assert all_well(desk)


# From a dish to its batch


@pytest.fixture
def pork(item, canteen, manager, food_officer, today) -> Batch:
    """Came yesterday, signed by two; it went into yesterday's dinner and into today's lunch."""
    now, facts = timezone.now(), {"by": manager, "at": timezone.now()}
    supplier = supply.write_supplier(Supplier(), name="绿源配送", phone="0519-0", **facts)
    yesterday = today - timedelta(days=1)
    line = {"ingredient": "五花肉", "number": "B1127", "quantity": 20, "unit": "kg",
            "expires_on": today + timedelta(days=1)}  # fmt: skip
    receipt = supply.receive(supplier, canteen=canteen, on=yesterday, batches=[line], **facts)
    supply.sign(receipt, by=food_officer, at=now)
    batch = receipt.batches.get()
    for day, meal in ((yesterday, "supper"), (today, "lunch")):
        supply.use(batch, canteen=canteen, day=day, meal=meal, dishes=[item.dish], **facts)
    return batch


def complain(phone: Visitor, item: MenuItem) -> None:
    """From the dish that the address names, with one's name."""
    page = phone.goto(f"/feedback/new/canteen/?about=canteen.dish:{item.dish_id}")
    page.get_by_label("疑似食品安全").check()
    page.locator("#id_words").fill("肉有异味")
    page.get_by_role("button", name="署名提交").tap()
    expect(page.locator("#messages")).to_contain_text("已收到")


def test_a_complaint_about_a_dish_leads_to_its_batch_and_to_all_its_meals(
    somebody: Arrive, pork, item, pupil, food_officer, today
):
    lay_usual_topics()
    phone, desk = somebody(pupil, is_mobile=True), somebody(food_officer, DESKTOP)
    complain(phone, item)
    entry = Feedback.objects.get()
    assert (entry.reporter, entry.subject, entry.priority) == (pupil, item.dish, "urgent")

    page = desk.goto(f"/feedback/{entry.pk}/")
    page.locator(".case-facts").get_by_role("link", name=item.dish.name, exact=True).click()
    page.get_by_role("link", name="追溯").click()
    trail = page.locator(".menu-rows li").filter(has_text="B1127")
    expect(trail).to_contain_text("绿源配送")
    trail.get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(str(pork))
    meals = section(page, "用于的餐次").locator("li")
    assert meals.get_by_role("link").all_inner_texts() == [
        f"一食堂 {day_in_words(today)} 午餐",
        f"一食堂 {day_in_words(today - timedelta(days=1))} 晚餐",
    ]
    assert BatchUse.objects.filter(batch=pork).count() == 2
    assert all_well(phone, desk)


# A chart


# Without them nobody can tell two lines apart, or read a point.
HAS_PARTS = """element => ["legend", "tooltip"].map(
  (part) => Boolean(echarts.getInstanceByDom(element).getModel().getComponent(part))
)"""


def painted(picture: Locator) -> set[object]:
    """The colours that fill more than a speck of the picture."""
    with Image.open(BytesIO(picture.screenshot())) as shot:
        colours = shot.convert("RGB").getcolors(maxcolors=shot.width * shot.height)
    return {colour for count, colour in colours or [] if count > 40}


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_the_course_of_audits_is_drawn_in_the_colours_of_day_and_night(
    somebody: Arrive, canteen, manager, food_officer, size
):
    checklist, now = Checklist.objects.get(code=FIVE_C), timezone.now()
    for ago in (2, 1):
        at = now - timedelta(days=ago)
        walk = walking.start_at(checklist, canteen.place, by=food_officer, at=at)
        walking.finish(walk, by=food_officer, at=at)
    visitor = somebody(manager, size, reduced_motion="reduce")
    page = visitor.goto("/canteen/5c/")
    picture = page.locator("[data-chart]")
    expect(picture.locator("canvas")).to_be_visible()
    box, main = picture.bounding_box(), page.locator("main").bounding_box()
    assert box
    assert main
    assert box["width"] > 0.7 * main["width"]
    by_day = painted(picture)
    page.evaluate("document.documentElement.setAttribute('data-bs-theme', 'dark')")
    by_night = painted(picture)
    assert picture.evaluate(HAS_PARTS) == [True, True]
    # The ground, the two lines, the words and the grid.
    assert len(by_day) >= 4
    assert len(by_night - by_day) >= 2
    assert all_well(visitor)
