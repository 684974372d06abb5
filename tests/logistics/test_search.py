"""One search over everything that a person may see."""

from datetime import date

import pytest
from django.urls import reverse

from campus.cases.actions import raise_case
from campus.desk import actions as desk
from campus.models import Enquiry, Place
from campus.places.lists import PLACES
from planning.actions import papers
from planning.actions.action_items import raise_action
from planning.actions.papers import lay_usual_kinds
from planning.models import CalendarEntry, PaperKind
from tests.planning.meetings import called
from tests.planning.school_plan import AT, DRILL, FIRE_DAY, adopted

SEARCH = reverse("search:search")


def groups(browser, words: str) -> dict[str, list[str]]:
    found = browser.get(SEARCH, {"q": words}).context["groups"]
    return {group.page.name: [hit.title for hit in group.hits] for group in found}


@pytest.fixture
def school(head, semester, pupil):
    """A plan, an entry for pupils and one that is not, two places."""
    adopted(by=head)
    days = {"starts_on": date(2025, 11, 9), "ends_on": date(2025, 11, 9)}
    for title, for_pupils in (("消防车入校", True), ("消防台账检查", False)):
        CalendarEntry.objects.create(
            title=title, for_pupils=for_pupils, by=head, changed_at=AT, **days
        )
    Place.objects.create(kind="room", code="B-119", name="消防控制室")


def test_all_kinds_are_looked_through_and_told_apart(school, signed_in, head):
    assert groups(signed_in(head), "消防") == {
        "plan-items": [DRILL.title, FIRE_DAY.title],
        "calendar-entries": ["消防台账检查", "消防车入校"],
        "places": ["消防控制室"],
    }


def test_nobody_finds_what_they_may_not_see(school, signed_in, pupil, teacher):
    assert groups(signed_in(pupil), "消防")["calendar-entries"] == ["消防车入校"]
    assert groups(signed_in(pupil), "远山") == {}
    assert groups(signed_in(teacher), "林暮云") == {}


def test_people_are_found_by_name(school, signed_in, teacher):
    assert groups(signed_in(teacher), "远山") == {"people": ["程远山"]}


def test_the_first_five_lead_to_the_list_with_the_same_question(signed_in, head):
    Place.objects.bulk_create(Place(kind="room", code=f"R{n}", name=f"教室{n}") for n in range(8))
    (group,) = signed_in(head).get(SEARCH, {"q": "教室"}).context["groups"]
    assert (len(group.hits), group.has_more) == (5, True)
    assert len(signed_in(head).get(group.path).context["rows"]) == 8


def test_the_plan_is_searched_in_all_semesters(school, signed_in, head):
    browser = signed_in(head)
    (group, *_rest) = browser.get(SEARCH, {"q": "消防"}).context["groups"]
    assert group.path == f"{reverse('planning:items')}?semester=all&q=%E6%B6%88%E9%98%B2"
    months = browser.get(group.path).context["months"]
    assert [item.title for _month, found in months for item in found] == [
        DRILL.title, FIRE_DAY.title,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "leads"), [("B-119", True), ("ｂ－１１９", True), ("t001", True), ("B-11", False)]
)
def test_a_number_typed_whole_opens_its_record(school, signed_in, head, typed, leads):
    answer = signed_in(head).get(SEARCH, {"q": typed})
    record = head if typed == "t001" else Place.objects.get(code="B-119")
    expected = (302, record.get_absolute_url()) if leads else (200, None)
    assert (answer.status_code, answer.headers.get("Location")) == expected


def test_a_number_of_somebody_whom_one_may_not_see_opens_nothing(school, signed_in, teacher, pupil):
    assert groups(signed_in(teacher), pupil.number) == {}


def test_a_record_without_a_page_is_shown_instead(school, signed_in, head, monkeypatch):
    monkeypatch.setitem(PLACES.__dict__, "row_path", lambda place: "")
    assert groups(signed_in(head), "B-119") == {"places": ["消防控制室"]}


@pytest.mark.parametrize("words", ["", "  ", "\0", "'", "%", "x" * 5000])
def test_no_words_are_a_fault(school, signed_in, head, words):
    assert signed_in(head).get(SEARCH, {"q": words}).status_code == 200


@pytest.fixture
def matters(head, teacher, technician, pupil, office):
    """An enquiry at a place, given to the technician; an action, a meeting, a certificate."""
    building = Place.objects.create(kind="building", code="B", name="实验楼")
    room = Place.objects.create(kind="room", code="B-120", name="化学准备室", parent=building)
    enquiry = raise_case(Enquiry, by=teacher, at=AT, title="通风柜不转", place=room)
    desk.give(enquiry, to=technician, by=head, at=AT)
    raise_action(title="更换通风柜", owner=technician, due_on=date(2025, 11, 14), by=head, at=AT)
    called(head, technician, title="通风柜专题会", place=room)
    lay_usual_kinds(by=head, at=AT)
    kind = PaperKind.objects.get(code="health_certificate")
    papers.record(kind, teacher, by=head, at=AT, ends_on=date(2026, 3, 1), number="通风-01")


def test_cases_meetings_and_papers_are_found_by_their_words(matters, signed_in, head):
    assert groups(signed_in(head), "通风") == {
        "enquiries": ["E-2025-0001 通风柜不转"],
        "actions": ["A-2025-0001 更换通风柜"],
        "meetings": ["通风柜专题会"],
        "papers": ["健康证 · 许知言"],
    }


def test_by_the_name_of_a_place_or_of_what_it_is_part_of(matters, signed_in, head):
    found = {
        "enquiries": ["E-2025-0001 通风柜不转"],
        "meetings": ["通风柜专题会"],
        "places": ["实验楼", "化学准备室"],
    }
    assert groups(signed_in(head), "实验楼") == found
    assert groups(signed_in(head), "b-12") == {**found, "places": ["化学准备室"]}


def test_by_whoever_brought_it_has_it_or_runs_it(matters, signed_in, head):
    assert groups(signed_in(head), "江小川") == {
        "enquiries": ["E-2025-0001 通风柜不转"],
        "actions": ["A-2025-0001 更换通风柜"],
        "people": ["江小川"],
    }
    assert groups(signed_in(head), "通风 化学 许知言") == {"enquiries": ["E-2025-0001 通风柜不转"]}


def test_a_name_leads_nobody_to_what_they_may_not_see(matters, signed_in, teacher, pupil):
    assert groups(signed_in(pupil), "实验楼") == {"places": ["实验楼", "化学准备室"]}
    assert groups(signed_in(pupil), "江小川") == {}
    assert groups(signed_in(teacher), "通风").keys() == {"enquiries", "papers"}


def test_a_word_in_very_many_names_is_looked_for_in_texts_alone(signed_in, head, teacher):
    Place.objects.bulk_create(Place(kind="room", code=f"R{n}", name=f"教室{n}") for n in range(101))
    raise_case(Enquiry, by=teacher, at=AT, title="黑板", place=Place.objects.get(code="R7"))
    assert groups(signed_in(head), "教室").keys() == {"places"}
    assert groups(signed_in(head), "教室7").keys() == {"enquiries", "places"}


def test_it_asks_as_much_whatever_is_found(
    matters, school, signed_in, head, django_assert_num_queries
):
    browser = signed_in(head)
    for words in ("消防", "通风", "远山", "没有这样的"):
        browser.get(SEARCH, {"q": words})
        with django_assert_num_queries(SEARCH_QUERIES, exact=False):
            browser.get(SEARCH, {"q": words})


# Person, duties, unread; records by their numbers; people and places by their names; numbers of
# what matches in all lists, and where there are any the first of each.
SEARCH_QUERIES = 8
