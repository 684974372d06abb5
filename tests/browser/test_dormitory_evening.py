"""An evening in a house: the roll of a floor, two who are missing, one who comes back late; and
beds from a table with a slip."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from campus.jobs.actions import run
from campus.models import Duty, Person, Role
from dormitory.actions import leave, stays
from dormitory.models import Absence, Allotment, Bed, House, Occupancy, RoomCount
from dormitory.tasks import tell_of_missing
from tests.browser.conftest import DESKTOP, Arrive, Visitor
from tests.conftest import make_person
from tests.dormitory import conftest as dormitory
from tests.dormitory.test_allotments import workbook

pytestmark = pytest.mark.django_db(transaction=True)
# The area's own house and people.
building, house, boarders = dormitory.building, dormitory.house, dormitory.boarders
affairs, warden, two_thousand = dormitory.affairs, dormitory.warden, dormitory.two_thousand


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def sleepers(house, affairs, boarders, today) -> list[Person]:
    """Five pupils of one class sleep in rooms 101 and 102 of the ground floor."""
    pupils, now = boarders(5), timezone.now()
    beds = Bed.objects.filter(room__place__code__in=["S1-101", "S1-102"])
    for bed, pupil in zip(beds.order_by("room__place__code", "label"), pupils, strict=False):
        stays.settle(
            bed, pupil=pupil, starts_on=today - timedelta(days=30), ends_on=None, by=affairs, at=now
        )
    return pupils


@pytest.fixture
def class_teacher(sleepers) -> Person:
    """Has given the last of them leave until tomorrow."""
    teacher = make_person("T040", "夏听澜")
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=sleepers[0].school_class,
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    now = timezone.now()
    leave.give(
        sleepers[-1], starts_at=now - timedelta(hours=3), ends_at=now + timedelta(hours=20),
        reason="home", by=teacher, at=now,
    )  # fmt: skip
    return teacher


def call_roll(phone: Visitor, house: House, missing: list[Person], away: Person) -> None:
    """The ground floor, from the page of the evening: everybody is there who is not tapped."""
    page = phone.goto(f"/dormitory/houses/{house.pk}/tonight/")
    page.locator("tr", has_text="1层").get_by_role("link", name="点名").tap()
    expect(page.locator(".roll-sleeper.is-away")).to_contain_text(away.name)
    for pupil in missing:
        page.locator("label.roll-sleeper", has_text=pupil.name).tap()
    page.get_by_role("button", name=re.compile("点名完成")).tap()
    expect(page.locator("#messages")).to_contain_text("2 名学生")


def figures(page: Page) -> list[str]:
    """Rooms counted, present, missing, on leave; as the page of the evening says it."""
    return page.locator(".dorm-tonight strong").all_inner_texts()


def come_back(phone: Visitor, pupil: Person) -> None:
    page = phone.page
    page.locator(".dorm-missing").get_by_role("link", name=pupil.name).tap()
    page.get_by_role("button", name="登记晚归").tap()
    expect(page.locator("#messages")).to_be_visible()


def test_of_two_who_are_missing_one_comes_late_and_one_is_still_sought(
    somebody: Arrive, house, sleepers, warden, class_teacher, head
):
    first, second, *_others, away = sleepers
    phone = somebody(warden, is_mobile=True)
    call_roll(phone, house, [first, second], away)
    assert RoomCount.objects.count() == 3
    assert set(Absence.objects.missing().values_list("pupil", flat=True)) == {first.pk, second.pk}
    page = phone.page
    assert figures(page) == ["2", "2", "2", "1"]

    # The class teacher knows at once, the head when nobody is back in time; nobody is named there.
    teacher = somebody(class_teacher)
    inbox = teacher.goto("/inbox/").locator("main")
    expect(inbox.get_by_text("晚点名有学生未到")).to_have_count(2)
    Absence.objects.update(rings_at=timezone.now())
    tell_of_missing()
    desk = somebody(head, DESKTOP)
    inbox = desk.goto("/inbox/").locator("main")
    expect(inbox.get_by_text("起未归")).to_have_count(2)
    assert first.name not in inbox.inner_text()

    come_back(phone, first)
    page = desk.goto(f"/dormitory/houses/{house.pk}/tonight/")
    assert figures(page) == ["2", "3", "1", "1"]
    expect(page.locator(".dorm-missing li")).to_have_count(1)
    expect(page.locator(".dorm-missing")).to_contain_text(second.name)
    states = dict(Absence.objects.values_list("pupil", "status"))
    assert states == {first.pk: "late", second.pk: "missing"}
    for each in (phone, teacher, desk):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)


# Beds from a table


def upload(desk: Visitor, rows: list[list]) -> Page:
    """The table is read by a worker, which is this test."""
    page = desk.goto("/dormitory/allotments/table/")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.locator("input[type=file]").set_input_files(
        FilePayload(name="住宿名单.xlsx", mimeType=kind, buffer=workbook(rows))
    )
    page.get_by_role("button", name="读取文件").click()
    expect(page.locator("progress")).to_be_visible()
    work()
    return page


def work() -> None:
    """What a worker does with the newest allotment."""
    found = Allotment.objects.order_by("-pk")[0]
    assert found.job
    run(found.job.pk, at=timezone.now())


def test_two_thousand_boarders_come_from_a_table_that_is_mended_at_its_row(
    somebody: Arrive, two_thousand, affairs
):
    desk = somebody(affairs, DESKTOP)
    wrong = [list(row) for row in two_thousand]
    wrong[1499][4] = "109"
    page = upload(desk, wrong)
    slip = page.locator("tbody tr")
    expect(slip).to_have_count(1)
    expect(slip.locator("td").nth(1)).to_have_text("1501")
    expect(slip.locator("td").nth(2)).to_have_text("寝室")
    assert not Occupancy.objects.exists()

    upload(desk, two_thousand)
    expect(page.locator("main")).to_contain_text("2000")
    page.get_by_role("button", name="确认生效").click()
    expect(page.locator("progress")).to_be_visible()
    work()
    expect(page.locator("#allotment-state")).to_have_class(re.compile("roster-applied"))
    beds = Occupancy.objects.order_by("pupil__number")
    slept = beds.values_list("pupil__number", "bed__room__place__name", "bed__label")
    assert list(slept) == [(row[0], row[4], row[5]) for row in two_thousand]
    assert (desk.complaints, desk.is_wider_than_its_screen()) == ([], False)
