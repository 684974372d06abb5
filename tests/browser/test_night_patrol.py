"""A night patrol finds two faults; they are registered, rectified, refused to whoever has rectified
them, verified by another and closed out; the next patrol looks there first."""

import re

import pytest
from playwright.sync_api import FilePayload, Page, expect

from campus.models import Attachment, Person, Place, Role
from inspections.models import Checklist, Finding
from safety.models import Hazard
from tests.browser.conftest import DESKTOP, Visitor
from tests.campus.attachments.samples import jpeg
from tests.conftest import make_person
from tests.inspections.conftest import lay, line

pytestmark = pytest.mark.django_db(transaction=True)
SEND = "main form.form-card button.btn-primary"


@pytest.fixture
def warden(office) -> Person:
    return make_person("T007", "苏晚晴", Role.DORM_WARDEN, department=office)


@pytest.fixture
def floor(db) -> Place:
    return Place.objects.create(kind="floor", code="A-SS3-2", name="3号宿舍楼 2层")


@pytest.fixture
def rounds(db) -> Checklist:
    """Five lines, walked by wardens and signed by a safety officer too."""
    lines = [line(each) for each in ("出口畅通", "应急灯亮", "防火门常闭", "灭火器在位", "无明火")]
    return lay("宿舍夜巡", *lines, roles=[Role.DORM_WARDEN], second_roles=[Role.SAFETY_OFFICER])


def fault(page: Page, title: str, words: str) -> None:
    shown = page.locator("[data-line]").filter(has_text=re.compile(rf"^\s*{title}"))
    shown.locator("label", has_text="有问题").tap()
    shown.locator("textarea").press_sequentially(words)
    picture: FilePayload = {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": jpeg(640, 480)}
    shown.locator("input[type=file]").first.set_input_files(picture)
    expect(shown.locator("[data-files-item]")).to_have_attribute("data-state", "kept")


def walk(visitor: Visitor, floor: Place) -> None:
    page = visitor.goto(f"/inspections/new/?place={floor.code}")
    page.locator(".insp-choose", has_text="宿舍夜巡").tap()
    fault(page, "应急灯亮", "两盏不亮")
    fault(page, "防火门常闭", "被椅子顶开")
    page.get_by_role("button", name="完成").tap()
    page.wait_for_url(re.compile(r"/inspections/\d+/$"))


def sign(officer: Visitor) -> None:
    walked = Finding.objects.values_list("inspection", flat=True)[0]
    page = officer.goto(f"/inspections/{walked}/")
    page.get_by_role("button", name="签字确认").click()
    page.wait_for_load_state()


def register(officer: Visitor, finding: Finding) -> Hazard:
    """From the finding by its button, with what was seen and where filled in."""
    page = officer.goto(finding.get_absolute_url())
    page.get_by_role("link", name="登记为隐患").click()
    expect(page.locator("#id_title")).to_have_value(re.compile(finding.words))
    page.locator(SEND).click()
    page.wait_for_url(re.compile(r"/safety/hazards/\d+/$"))
    return Hazard.objects.get(origin_id=finding.pk)


def move(visitor: Visitor, hazard: Hazard, name: str, **typed: str) -> None:
    path = f"/safety/hazards/{hazard.pk}/"
    page = visitor.goto(f"{path}{name}/")
    for field, words in typed.items():
        page.locator(f"#id_{field}").fill(words)
    page.locator(SEND).click()
    page.wait_for_url(re.compile(rf"{path}$"))


def test_two_faults_of_a_night_are_closed_out_by_somebody_else(
    somebody, warden, safety_officer, technician, head, floor, rounds
):
    patrol, desk = somebody(warden, is_mobile=True), somebody(safety_officer, DESKTOP)
    walk(patrol, floor)
    sign(desk)
    hazards = [register(desk, finding) for finding in Finding.objects.order_by("pk")]
    assert [(each.title, each.place) for each in hazards] == [
        ("应急灯亮：两盏不亮", floor), ("防火门常闭：被椅子顶开", floor),
    ]  # fmt: skip
    assert [Attachment.objects.of(each).count() for each in hazards] == [1, 1]

    mender, verifier = somebody(technician), somebody(head, DESKTOP)
    for hazard in hazards:
        move(desk, hazard, "grade")
        move(desk, hazard, "order", owner=technician.number, measures="当天更换")
        move(mender, hazard, "finish", words="已处理")
        # The officer may verify, the rectifier may not: the address itself answers with the reason.
        page = mender.goto(f"/safety/hazards/{hazard.pk}/close/")
        assert "复查" in page.locator("main").inner_text()
        assert page.locator(SEND).count() == 0
        move(verifier, hazard, "close", verdict="已复查，整改到位")
        hazard.refresh_from_db()
        assert (hazard.status, hazard.rectifier, hazard.verifier) == ("closed", technician, head)

    page = desk.goto(Finding.objects.order_by("pk")[0].get_absolute_url())
    expect(page.locator(".insp-top")).to_contain_text("已销号")
    page = patrol.goto(f"/inspections/new/?place={floor.code}")
    page.locator(".insp-choose", has_text="宿舍夜巡").tap()
    first = page.locator(".walk-again-group [data-line]")
    expect(first).to_have_count(2)
    for each in (patrol, desk, mender, verifier):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)
