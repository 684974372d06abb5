"""A floor leader checks the floor on a phone; the leader of a room appeals and wins; the ranking
says why rooms stand where they stand."""

import re
from datetime import date

import pytest
from playwright.sync_api import expect

from campus.models import Person, Place, Role
from dormitory.models import House, Occupancy
from inspections.models import Appeal, Finding, PartScore
from tests.browser.conftest import DESKTOP, Arrive
from tests.dormitory.conftest import (  # noqa: F401  # fixtures are found by their names
    affairs,
    boarders,
    building,
    house,
    put_on_duty,
    room_of,
    sleeping,
    warden,
)

pytestmark = pytest.mark.django_db(transaction=True)
SEND = "main form.form-card button.btn-primary"


@pytest.fixture
def floor_leader(house, sleeping, boarders) -> Person:  # noqa: F811  # as above
    """Sleeps in 103 and leads the ground floor, where others sleep in 101 and 102."""
    pupils = [boarders(1, number=number)[0] for number in (1, 2, 3)]
    for room, pupil in zip(("101", "102", "103"), pupils, strict=True):
        sleeping(room, [pupil])
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    put_on_duty(pupils[0], Role.DORM_LEADER, room_of("101", house).place)
    return put_on_duty(pupils[2], Role.FLOOR_LEADER, Place.objects.get(code="S1-1"))


def with_password(person: Person) -> Person:
    """Somebody who can sign in."""
    person.set_password("a-password-for-tests")
    person.save()
    return person


def test_a_floor_is_checked_an_appeal_won_and_the_ranking_says_why(
    somebody: Arrive,
    house: House,  # noqa: F811  # as above
    floor_leader,
    warden,  # noqa: F811  # as above
    affairs,  # noqa: F811  # as above
):
    checking = somebody(with_password(floor_leader), is_mobile=True)
    page = checking.goto("/dormitory/my-floor/")
    page.get_by_role("link", name=re.compile("检查1层")).tap()
    page.locator(".insp-choose", has_text="寝室卫生与内务").tap()
    expect(page.locator(".is-barred")).to_contain_text("自己的寝室由别人检查")
    page.wait_for_load_state()  # a tap before the script is there opens the page without it
    for room, title in (("101", "地面没扫净"), ("102", "垃圾没倒")):
        page.locator(".part-open", has_text=room).tap()
        page.locator(".sheet-tap", has_text=title).tap()
        page.locator("[data-sheet-close]").tap()
    expect(page.locator("[data-walk-state]")).to_contain_text("已")
    page.get_by_role("button", name="完成").last.tap()
    page.wait_for_url(re.compile(r"/inspections/\d+/$"))
    assert PartScore.objects.count() == 2
    assert not checking.is_wider_than_its_screen()

    leader = somebody(with_password(Person.objects.get(number="100101")), is_mobile=True)
    page = leader.goto("/dormitory/my-room/")
    page.locator(".dorm-marks a.btn").tap()
    page.locator("#id_words").fill("检查时正在扫地")
    page.locator(SEND).tap()
    page.wait_for_url(re.compile(r"/inspections/appeals/\d+/$"))
    raised = Appeal.objects.get()

    desk = somebody(affairs, DESKTOP)
    page = desk.goto(f"/inspections/appeals/{raised.pk}/grant/")
    page.locator("#id_words").fill("看过照片")
    page.locator(SEND).click()
    page.wait_for_url(re.compile(r"/inspections/appeals/\d+/$"))
    assert Finding.objects.get(place__code="S1-101").is_taken_back

    page = desk.goto(f"/dormitory/houses/{house.pk}/ranking/")
    rows = page.locator(".dorm-ranking tbody tr")
    expect(rows.first).to_contain_text("101")
    expect(rows.nth(1)).to_contain_text("垃圾没倒、没分类 −2")
    assert [each for each in (checking, leader, desk) if each.complaints] == []
