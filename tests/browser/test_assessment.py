"""A week of the class assessment: checked by the duty class, reckoned by rules, published, and put
right after an appeal."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from campus.models import Duty, Person, Role, SchoolClass, SchoolYear, Semester
from inspections.actions.single_walks import plan_walk
from inspections.models import Appeal, Finding, Inspection, PartScore
from logistics.assessment.models import AssessmentScheme, AssessmentWeek, ClassResult
from tests.browser.conftest import DESKTOP, Arrive, Visitor
from tests.cleaning import conftest as cleaning
from tests.conftest import make_person

pytestmark = pytest.mark.django_db(transaction=True)
# Three classes with an area each; the second one is on duty.
now, today, campus, classes = cleaning.now, cleaning.today, cleaning.campus, cleaning.classes
supervisor, affairs, checker = cleaning.supervisor, cleaning.affairs, cleaning.checker
yards, on_duty, check = cleaning.yards, cleaning.on_duty, cleaning.check


@pytest.fixture
def class_teacher(classes) -> Person:
    """Of the first class."""
    teacher = make_person("T050", "沈以诚")
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=classes[0],
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    return teacher


@pytest.fixture
def term(settings, on_duty) -> Semester:
    """The semester of now, at a school with a name; its first week is the one on duty."""
    settings.SCHOOL_NAME, monday = "云山中学", on_duty.starts_on
    return Semester.objects.create(
        school_year=SchoolYear.objects.create(starts_in=monday.year), number=1, week_one=monday,
        first_day=monday - timedelta(days=30), last_day=monday + timedelta(days=120),
    )  # fmt: skip


@pytest.fixture
def planned(yards, check, campus, affairs, checker, now) -> Inspection:
    """Today's check of all areas by the duty class."""
    return plan_walk(
        checklist=check, place=campus, planned_for=checker, starts_on=now.date(),
        due_on=now.date(), by=affairs, at=now,
    )  # fmt: skip


def check_areas(phone: Visitor, yards) -> None:
    """All that the duty class may look at: one fault in the first area, none in the third."""
    page = phone.page
    page.locator(".waiting li", has_text="包干区卫生检查").locator(".wait-main").tap()
    expect(page.locator("[data-part]")).to_have_count(2)
    page.wait_for_load_state()  # a tap before the script is there opens the page without it
    page.locator(f"[data-part='{yards[0].place_id}'] a.part-open").tap()
    page.locator("[data-item] [data-more]").first.tap()
    page.locator("[data-sheet-close]").tap()
    expect(page.locator("[data-walk-state]")).to_have_text("全部已保存")
    page.get_by_role("button", name="完成").tap()
    page.wait_for_url(re.compile(r"/inspections/\d+/$"))


def put_rules_in_use(desk: Visitor, monday) -> None:
    """From this Monday on: a hundred points for cleaning, points taken fivefold."""
    page = desk.goto("/assessment/schemes/")
    page.get_by_role("button", name="起草新方案").click()
    page.locator("#id_starts_on").fill(monday.isoformat())
    page.locator("#id_flags").fill("1")
    page.locator("[name=cleaning-full]").fill("100")
    page.locator("[name=cleaning-weight]").fill("5")
    for source in ("duty", "dormitory", "dormitory_awards", "property"):
        page.locator(f"[name={source}-counts]").uncheck()
    page.locator("main form .btn-primary").click()
    page.get_by_role("button", name="启用").click()
    expect(page.locator("#messages")).to_contain_text("启用")


def appeal(phone: Visitor, path: str, school_class: SchoolClass) -> None:
    """From the class's page to the point's record, and against it."""
    page = phone.goto(path)
    page.get_by_role("link", name=str(school_class)).first.tap()
    page.locator("table a", has_text="包干区卫生检查").tap()
    page.wait_for_url(re.compile(r"/scores/at/\d+/\?walk=\d+$"))
    page.locator("a.part-mark").tap()
    page.get_by_role("link", name="申诉").tap()
    page.locator("#id_words").fill("检查前已清扫")
    page.locator("main form.form-card button.btn-primary").tap()
    page.wait_for_url(re.compile(r"/appeals/\d+/$"))


def grant(desk: Visitor, raised: Appeal) -> None:
    page = desk.goto(f"/inspections/appeals/{raised.pk}/")
    page.get_by_role("link", name="申诉成立").click()
    page.locator("#id_words").fill("照片属实")
    page.locator("main form.form-card button.btn-primary").click()
    expect(page.locator(".state-granted").first).to_be_visible()


def row_of(page: Page, school_class: SchoolClass) -> Locator:
    return page.locator("section.assessment tbody tr", has_text=str(school_class))


def text_on_paper(page: Page) -> tuple[int, str]:
    """How many sheets are printed, and all that stands on them."""
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    return len(paper), "".join(each.get_textpage().get_text_range() for each in paper)


@pytest.mark.usefixtures("term", "planned")
def test_a_published_week_stays_and_tells_what_was_put_right(
    somebody: Arrive, monkeypatch, yards, on_duty, checker, affairs, class_teacher
):
    monday, classes = on_duty.starts_on, list(SchoolClass.objects.order_by("number"))
    path = f"/assessment/{monday}/"
    phone, desk = somebody(checker, is_mobile=True), somebody(affairs, DESKTOP)
    check_areas(phone, yards)
    mark = Finding.objects.get()
    assert (mark.points, PartScore.objects.count()) == (Decimal(1), 2)
    put_rules_in_use(desk, monday)
    assert not AssessmentScheme.objects.get().is_draft
    teacher = somebody(class_teacher, is_mobile=True)
    appeal(teacher, path, classes[0])

    # A week later.
    later = timezone.now() + timedelta(days=7)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    page = desk.goto(path)
    page.get_by_role("button", name="公布本周").click()
    expect(page.locator(".assessment-bar .state-done")).to_be_visible()
    expect(row_of(page, classes[0]).locator("strong")).to_have_text("95")
    assert page.locator(".assessment-changes").count() == 0
    grant(desk, Appeal.objects.get())
    desk.goto(path)
    expect(page.locator(".assessment-changes tbody tr")).to_have_count(1)
    expect(page.locator(".assessment-changes tbody tr")).to_contain_text(str(classes[0]))
    expect(row_of(page, classes[0]).locator("strong")).to_have_text("95")
    mark.refresh_from_db()
    assert (AssessmentWeek.objects.get().monday, mark.is_taken_back) == (monday, True)
    totals = ClassResult.objects.order_by("school_class__number").values_list("total", flat=True)
    assert list(totals) == [95, 100, 100]

    desk.goto(f"{path}sheet/")
    sheets, words = text_on_paper(page)
    assert (sheets, "云山中学" in words) == (1, True)
    assert [str(each) for each in classes if str(each) not in words] == []
    for each in (phone, teacher, desk):
        assert (each.complaints, each.is_wider_than_its_screen()) == ([], False)
