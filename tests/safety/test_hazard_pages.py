"""Hazards page by page, from the report to the closing; the register on screen and paper."""

from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from campus.cases import actions as cases
from campus.models import Person
from repairs.models import Category, Ticket
from safety.actions import hazards as actions
from safety.models import Hazard
from tests.conftest import make_person
from tests.safety.conftest import AT, GENERAL, fresh

TYPED = {"title": "安全出口上锁", "place": "A-JX1-S1", "domain": "fire", "priority": "normal"}
NEW = "/safety/hazards/new/"


def test_a_pupil_registers_one_in_one_screen(signed_in, pupil, stairs, safety_officer):
    answer = signed_in(pupil).post(NEW, TYPED, follow=True)
    hazard = Hazard.objects.get()
    assert (hazard.place, hazard.reporter, hazard.source, hazard.status) == (
        stairs, pupil, "report", "reported",
    )  # fmt: skip
    assert answer.redirect_chain == [(f"/safety/hazards/{hazard.pk}/", 302)]


def test_the_place_is_brought_along_from_its_label(signed_in, pupil, stairs):
    page = signed_in(pupil).get(stairs.get_absolute_url()).content.decode()
    assert f"{NEW}?place=A-JX1-S1" in page


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"title": ""}, "title"), ({"title": "长" * 121}, "title"), ({"place": ""}, "place"),
        ({"domain": "moon"}, "domain"), ({"description": "长" * 10_000}, "description"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, pupil, stairs, slip, field):
    answer = signed_in(pupil).post(NEW, TYPED | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Hazard.objects.exists()


def test_what_is_typed_is_shown_and_not_run(signed_in, pupil, stairs):
    answer = signed_in(pupil).post(NEW, TYPED | {"title": "<script>x</script>"}, follow=True)
    assert "<script>x" not in answer.content.decode()


def test_only_officers_say_how_it_came_to_be_known(signed_in, teacher, safety_officer, stairs):
    signed_in(teacher).post(NEW, TYPED | {"source": "authority"})
    signed_in(safety_officer).post(NEW, TYPED | {"source": "authority"})
    assert [each.source for each in Hazard.objects.order_by("pk")] == ["report", "authority"]


# From another record


@pytest.fixture
def ticket(teacher, stairs, dispatcher) -> Ticket:
    facts = {"title": "应急灯不亮", "place": stairs, "category": Category.objects.get(code="fire")}
    return cases.raise_case(Ticket, by=teacher, at=AT, **facts)


def test_from_a_ticket_one_is_registered_once(signed_in, dispatcher, ticket, safety_officer):
    browser, path = signed_in(dispatcher), f"{NEW}?origin=ticket:{ticket.pk}"
    form = browser.get(path).context["form"]
    assert (form["title"].value(), form["place"].value()) == ("应急灯不亮", "A-JX1-S1")
    browser.post(path, TYPED)
    made = Hazard.objects.get()
    assert made.origin == ticket
    again = browser.post(path, TYPED)
    assert (again.headers["Location"], Hazard.objects.count()) == (
        f"/safety/hazards/{made.pk}/", 1,
    )  # fmt: skip


@pytest.mark.parametrize(
    "origin", ["ticket:{}", "ticket:0", "hazard:1", "person:1", "x", ":", "ticket:" + "9" * 30]
)
def test_what_one_may_not_see_is_no_origin(signed_in, pupil, ticket, stairs, origin):
    answer = signed_in(pupil).get(f"{NEW}?origin={origin.format(ticket.pk)}")
    assert answer.context["form"]["title"].value() is None
    signed_in(pupil).post(f"{NEW}?origin={origin.format(ticket.pk)}", TYPED)
    assert Hazard.objects.get().origin is None


# Who sees and does what


@pytest.fixture
def outsiders(pupil, dispatcher):
    return pupil, dispatcher


def test_who_sees_which_hazards(signed_in, ordered, teacher, technician, head, outsiders):
    readers = (teacher, technician, ordered.reporter, head, *outsiders)
    codes = [signed_in(each).get(f"/safety/hazards/{ordered.pk}/").status_code for each in readers]
    assert codes == [200, 200, 200, 200, 404, 404]


def test_a_pupil_reads_what_becomes_of_it_without_names(
    signed_in, reported, pupil, safety_officer, technician, commitments
):
    hazard = reported(by=pupil)
    other = make_person("20250309", "秋澄明", kind=Person.Kind.PUPIL)
    cases.me_too(hazard, by=other, at=AT)
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    actions.order(hazard, **commitments(), by=safety_officer, at=AT)
    text = signed_in(pupil).get(f"/safety/hazards/{hazard.pk}/").content.decode()
    assert hazard.title in text
    assert other.name not in text
    listed = signed_in(pupil).get("/safety/hazards/").content.decode()
    assert (hazard.number in listed, technician.name in listed) == (True, False)


def test_forged_moves_are_refused(signed_in, rectified, technician, teacher):
    sent = {"seen": rectified.version, "verdict": "好", "words": "x", "level": "general"}
    for person in (technician, teacher):
        for move in ("close", "send-back", "reject"):
            path = f"/safety/hazards/{rectified.pk}/{move}/"
            assert signed_in(person).post(path, sent).status_code == 403
    assert fresh(rectified).status == "verifying"


def test_its_rectifier_finds_the_closing_greyed_with_the_reason(
    signed_in, hazard, safety_officer, commitments
):
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    actions.order(hazard, **commitments(owner=safety_officer), by=safety_officer, at=AT)
    actions.finish(hazard, words="好了", by=safety_officer, at=AT)
    page = signed_in(safety_officer).get(f"/safety/hazards/{hazard.pk}/").context["page"]
    assert [each.move.name for each in page.greyed_buttons] == ["close", "send-back"]


def test_the_form_of_a_major_one_asks_for_all_five(
    signed_in, hazard, safety_officer, criterion, technician
):
    actions.grade(
        hazard, **{**GENERAL, "level": "major", "criterion": criterion}, by=safety_officer, at=AT
    )
    sent = {"seen": fresh(hazard).version, "owner": technician.number, "rectify_by": "2099-11-10"}
    answer = signed_in(safety_officer).post(f"/safety/hazards/{hazard.pk}/order/", sent)
    assert set(answer.context["form"].errors) == {
        "measures", "budget", "contingency", "isolation",
    }  # fmt: skip


@pytest.mark.parametrize("budget", ["-1", "NaN", "1e20", "一百"])
def test_a_budget_is_an_amount(signed_in, hazard, safety_officer, technician, budget):
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    sent = {
        "seen": fresh(hazard).version, "owner": technician.number, "rectify_by": "2099-11-10",
        "budget": budget,
    }  # fmt: skip
    answer = signed_in(safety_officer).post(f"/safety/hazards/{hazard.pk}/order/", sent)
    assert list(answer.context["form"].errors) == ["budget"]


def test_a_major_one_names_its_criterion(signed_in, hazard, safety_officer, criterion):
    path = f"/safety/hazards/{hazard.pk}/grade/"
    sent = {"seen": hazard.version, "level": "major", "domain": "fire"}
    browser = signed_in(safety_officer)
    assert list(browser.post(path, sent).context["form"].errors) == ["criterion"]
    assert browser.post(path, sent | {"criterion": criterion.pk}).status_code == 302
    assert fresh(hazard).criterion == criterion


# The register


def test_the_register_has_its_columns_on_paper_and_in_the_sheet(signed_in, rectified, head):
    paper = signed_in(head).get("/safety/hazards/register/?year=2025")
    assert paper.context["rows"] == [(rectified, {})]
    assert paper.content.decode().count("<th ") == 21
    file = signed_in(head).get("/lists/hazards/export/?year=2025")
    header, row = load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(values_only=True)
    assert len(header) == 21
    assert (row[0], row[1], row[3], row[10]) == (1, rectified.number, "许知言", "江小川")


def test_the_register_is_for_officers(signed_in, rectified, teacher, pupil, safety_officer):
    codes = [
        signed_in(each).get(path).status_code
        for each in (teacher, pupil, safety_officer)
        for path in ("/safety/hazards/register/", "/lists/hazards/export/")
    ]
    assert codes == [403, 403, 403, 403, 200, 200]


@pytest.mark.parametrize("query", ["year=abc", "year=99999999999", "level=x", "page=-1", "sort=x"])
def test_a_bad_filter_breaks_nothing(signed_in, rectified, head, query):
    for path in ("/safety/hazards/", "/safety/hazards/register/"):
        assert signed_in(head).get(f"{path}?{query}").status_code == 200


def test_pages_ask_the_same_few_questions(signed_in, reported, safety_officer):
    browser = signed_in(safety_officer)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    first = reported()
    pages = [
        "/safety/", "/safety/hazards/", "/safety/hazards/register/", "/safety/criteria/",
        f"/safety/hazards/{first.pk}/",
    ]  # fmt: skip
    few = [asked(page) for page in pages]
    for _number in range(3):
        reported()
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
