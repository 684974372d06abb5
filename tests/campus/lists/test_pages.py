"""What every list does, seen at a list of rooms and at the list of people."""

import pytest
from django.urls import reverse

from campus.lists.finding import paged
from campus.models import Department, Person, Place, Role
from tests.conftest import make_person

PLACES = "/rooms/"
PEOPLE = reverse("people:people")


def codes(answer) -> list[str]:
    return [row.record.code for row in answer.context["rows"]]


def test_a_page_has_25_rows_and_knows_whether_there_are_more(lay, browser):
    lay(51)
    first, last = browser.get(PLACES), browser.get(PLACES, {"page": "3"})
    assert (len(codes(first)), first.context["found"].has_next) == (25, True)
    assert (codes(last), last.context["found"].has_next) == (["R00051"], False)
    assert first.context["count_words"] == last.context["count_words"]


@pytest.mark.parametrize("page", ["0", "-1", "x", "", "９", "1.5", "99999999999999999999"])
def test_a_page_that_is_no_page_is_the_first(lay, browser, page):
    lay(30)
    assert codes(browser.get(PLACES, {"page": page}))[0] == "R00001"


def test_a_page_behind_the_last_is_the_last(lay, browser):
    lay(30)
    assert codes(browser.get(PLACES, {"page": "7"})) == [f"R{n:05}" for n in range(26, 31)]


def test_beyond_a_thousand_nothing_is_counted_and_nobody_pages(lay, browser):
    lay(1010)
    answer = browser.get(PLACES, {"page": "41"})
    found = answer.context["found"]
    assert (found.is_too_far, found.rows, found.count) == (True, [], 1001)
    assert answer.status_code == 200
    last = browser.get(PLACES, {"page": "40"}).context["found"]
    assert (len(last.rows), last.has_next) == (25, False)


@pytest.mark.parametrize("query", [{}, {"q": "房间"}])
def test_no_statement_counts_or_reads_more_than_its_bound(
    lay, browser, query, django_assert_num_queries
):
    lay(1010)
    with django_assert_num_queries(6) as asked:
        browser.get(PLACES, query)
    about = [each["sql"] for each in asked.captured_queries if "campus_place" in each["sql"]]
    assert [sql for sql in about if "LIMIT 1001" not in sql and "LIMIT 26" not in sql] == []


def test_the_address_holds_search_filter_order_and_page(lay, browser):
    lay(30, kind="floor", prefix="F")
    lay(30, prefix="R")
    query = {"q": "房间", "kind": "floor", "sort": "-code", "page": "2", "utterly": "unknown"}
    answer = browser.get(PLACES, query)
    assert codes(answer) == [f"F{n:05}" for n in range(5, 0, -1)]
    assert answer.context["previous"] == (
        f"{PLACES}?q=%E6%88%BF%E9%97%B4&kind=floor&sort=-code&utterly=unknown&page=1"
    )


def test_a_bad_value_is_told_at_its_filter_and_the_rest_is_kept(lay, browser):
    lay(2)
    answer = browser.get(PLACES, {"kind": "castle", "q": "房间2", "sort": "colour"})
    (field,) = answer.context["filters"]
    assert (field.name, bool(field.error)) == ("kind", True)
    assert codes(answer) == ["R00002"]


def test_each_chip_takes_off_what_it_names(lay, browser):
    lay(1)
    chips = browser.get(PLACES, {"q": "房间", "kind": "room"}).context["chips"]
    assert [(chip.value, path) for chip, path in chips] == [
        ("房间", f"{PLACES}?kind=room"),
        ("房间", f"{PLACES}?q=%E6%88%BF%E9%97%B4"),
    ]


def test_any_order_ends_in_a_field_that_tells_rows_apart(browser, db):
    for number in range(40):
        make_person(f"T9{number:02}", "同名")
    pages = [browser.get(PEOPLE, {"sort": "name", "page": page}) for page in ("1", "2")]
    numbers = [row.pk for answer in pages for row in answer.context["rows"]]
    assert len(numbers) == len(set(numbers)) == Person.objects.count()


def test_htmx_gets_the_part_alone_and_the_address_for_the_bar(lay, browser):
    lay(3)
    answer = browser.get(PLACES, {"q": "房间1", "kind": ""}, headers={"HX-Request": "true"})
    text = answer.content.decode()
    assert ("<html" in text, 'id="found"' in text) == (False, True)
    assert answer.headers["HX-Push-Url"] == f"{PLACES}?q=%E6%88%BF%E9%97%B41"
    assert "HX-Request" in answer.headers["Vary"]


def test_a_page_that_the_browser_has_forgotten_is_whole(browser, db):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}
    assert "<html" in browser.get(PLACES, headers=headers).content.decode()


def test_names_are_words_and_never_markup(browser, db):
    Place.objects.create(kind="room", code="<b>", name='<script>alert("1")</script>')
    text = browser.get(PLACES, {"q": "<script>"}).content.decode()
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text


def test_an_empty_list_says_what_to_do_and_an_empty_search_how_to_get_out(browser, db):
    assert browser.get(PLACES).context["is_narrowed"] is False
    answer = browser.get(PLACES, {"q": "没有"})
    assert (codes(answer), answer.context["all_path"]) == ([], f"{PLACES}?")


@pytest.mark.parametrize(
    ("number", "count", "shown"), [("1", 0, (1, 0)), ("2", 26, (2, 1)), ("9", 26, (2, 1))]
)
def test_pages_of_small_lists(lay, number, count, shown):
    lay(count)
    found = paged(Place.objects.order_by("pk"), count, number, 25)
    assert (found.number, len(found.rows)) == shown


def test_the_sheet_holds_all_that_is_found(lay, browser):
    lay(60)
    answer = browser.get(reverse("lists:list_sheet", args=["rooms"]), {"q": "房间5"})
    found = [row.record.code for row in answer.context["rows"]]
    assert found == ["R00005", *[f"R{n:05}" for n in range(50, 60)]]


def test_a_list_that_is_not_there_is_not_found(browser, db):
    for name in ("list_sheet", "list_export"):
        assert browser.get(reverse(f"lists:{name}", args=["nothing"])).status_code == 404
    assert browser.post(reverse("lists:list_save", args=["nothing"])).status_code == 404


# Person, duties, unread; saved searches, numbers or count, rows.
PLACES_QUERIES = 6
# The same with their duties, and departments and classes to filter by.
PEOPLE_QUERIES = 9


def test_a_list_asks_as_much_for_many_rows_as_for_one(lay, browser, django_assert_num_queries):
    for count in (1, 3):
        lay(count, prefix=f"P{count}-")
        with django_assert_num_queries(PLACES_QUERIES):
            browser.get(PLACES)


def test_the_people_ask_as_much_for_many_as_for_one(browser, db, django_assert_num_queries):
    department = Department.objects.create(name="总务处")
    for count in range(3):
        make_person(f"T10{count}", "何人", Role.TECHNICIAN, department=department)
        with django_assert_num_queries(PEOPLE_QUERIES):
            browser.get(PEOPLE, {"q": "何人"})
