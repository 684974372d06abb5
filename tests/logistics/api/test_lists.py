"""A list in JSON is the page's list: its rows, filters, search, order, right."""

from datetime import datetime, timedelta
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.cases.actions import raise_case
from campus.models import Place
from logistics.api.documents import groups
from logistics.api.operations.cases import KINDS
from logistics.api.operations.records import RECORDS
from repairs.models import Category, Ticket
from tests.house.test_pages import AROUND
from tests.logistics.api.describing import misfits

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
LISTS = [
    each.path.strip("/") for group in groups() for each in group.operations
    if each.name.endswith("_list")
]  # fmt: skip


@pytest.fixture
def tickets(head, technician) -> list[Ticket]:
    """Seven tickets; two of them in one moment, three due at no time."""
    place = Place.objects.create(kind="room", code="JX1-301", name="301")
    moments = [AT + timedelta(hours=hour) for hour in (0, 1, 1, 2, 3, 4, 5)]
    raised = [
        raise_case(
            Ticket, by=head, at=moment, title=f"水龙头滴水 {turn}", place=place,
            category=Category.objects.get(code="other"),
        )
        for turn, moment in enumerate(moments)
    ]  # fmt: skip
    Ticket.objects.filter(pk__in=[each.pk for each in raised[:3]]).update(due_at=None)
    return raised


def walked(program, path: str, **query) -> list[dict]:
    """All pages of a list, as a program follows them."""
    answer, found = program.ask(path, **query), []
    for _ in range(20):
        assert answer.status_code == 200
        told = answer.json()
        found += told["data"]
        if told["next"] is None:
            assert "Link" not in answer.headers
            return found
        assert answer.headers["Link"] == f'<{told["next"]}>; rel="next"'
        answer = program.get(told["next"])
    raise AssertionError("no end")


@pytest.mark.parametrize("sort", ["", "number", "-number", "due_at", "-due_at", "raised_at"])
def test_pages_follow_each_other_in_the_order_of_the_page(program, signed_in, head, tickets, sort):
    query = {"sort": sort} if sort else {}
    shown = signed_in(head).get("/repairs/", query).context["rows"]
    found = walked(program(head), "tickets", limit=2, **query)
    assert [each["number"] for each in found] == [row.record.number for row in shown]


@pytest.mark.parametrize(
    "query", [{"q": "滴水 3"}, {"current": "open"}, {"status": "done"}, {"until": "2025-11-02"}]
)
def test_filters_and_search_are_those_of_the_page(program, signed_in, head, tickets, query):
    shown = signed_in(head).get("/repairs/", query).context["rows"]
    found = program(head).ask("tickets", **query).json()["data"]
    assert [each["number"] for each in found] == [row.record.number for row in shown]


def test_others_find_what_their_page_shows(program, teacher, technician, tickets):
    assert program(teacher).ask("tickets").json() == {"data": [], "next": None}


def test_a_row_in_full(program, head, tickets):
    assert program(head).ask("tickets", q=tickets[6].number).json()["data"] == [
        {
            "id": tickets[6].pk, "number": "R-2025-0007", "title": "水龙头滴水 6",
            "status": "reported", "priority": "normal",
            "place": {"id": tickets[6].place_id, "code": "JX1-301", "name": "301"},
            "reporter": {"id": head.pk, "name": "程远山"}, "assignee": None,
            "raised_at": "2025-11-03T06:00:00Z", "due_at": "2025-11-03T06:30:00Z",
            "changed_at": "2025-11-03T06:00:00Z", "version": 1,
            "category": {"id": tickets[6].category_id, "name": "其他"},
        }
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "status", "names"),
    [
        ({"status": "broken"}, 422, ["status"]),
        ({"since": "2025-13-45"}, 422, ["since"]),
        ({"since": "yesterday"}, 422, ["since"]),
        ({"category": "999999"}, 422, ["category"]),
        ({"category": "9" * 30}, 422, ["category"]),
        ({"colour": "red", "size": "1"}, 422, ["colour", "size"]),
        ({"limit": "0"}, 422, ["limit"]),
        ({"limit": "101"}, 422, ["limit"]),
        ({"sort": "title"}, 422, ["sort"]),
        ({"status": ["done", "closed"]}, 422, ["status"]),
        ({"cursor": "nonsense"}, 400, ["cursor"]),
        ({"cursor": "\x00"}, 400, ["cursor"]),
        ({"q": "x" * 101}, 422, ["q"]),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_told_and_not_passed_over(program, head, query, status, names):
    answer = program(head).ask("tickets", **query)
    told = answer.json()
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        status, "application/problem+json",
    )  # fmt: skip
    assert [each["parameter"] for each in told["errors"]] == names
    assert misfits("tickets_list", answer) == []


def test_a_cursor_is_of_its_own_question(program, head, administrator, tickets):
    following = program(head).ask("tickets", limit=2).json()["next"]
    cursor = parse_qs(urlsplit(following).query)["cursor"][0]
    others = program(administrator).ask("tickets", limit=2, cursor=cursor)
    narrowed = program(head).ask("tickets", limit=2, cursor=cursor, current="open")
    forged = program(head).ask("tickets", cursor=f"{cursor}x")
    assert [each.status_code for each in (others, narrowed, forged)] == [400, 400, 400]
    assert program(head).ask("tickets", limit=5, cursor=cursor).status_code == 200


def test_what_is_added_meanwhile_moves_nothing(program, head, tickets):
    told = program(head).ask("tickets", limit=3).json()
    raise_case(
        Ticket, by=head, at=AT + timedelta(hours=9), title="New",
        place=tickets[0].place, category=tickets[0].category,
    )  # fmt: skip
    following = program(head).get(told["next"]).json()["data"]
    assert [each["number"] for each in following] == ["R-2025-0004", "R-2025-0003", "R-2025-0002"]


def test_a_list_asks_the_same_for_one_row_as_for_many(program, head, tickets):
    meters = program(head)
    meters.ask("tickets")
    asked = [queries_of(meters, limit) for limit in (1, 100)]
    assert asked == [3, 3]


def queries_of(program, limit: int) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert program.ask("tickets", limit=limit).status_code == 200
    return asking(queries)


def asking(queries) -> int:
    """How many ask something; the ends of transactions do not."""
    return len([each for each in queries if not each["sql"].startswith(AROUND)])


@pytest.mark.parametrize("path", LISTS)
def test_each_list_is_what_it_is_described_as_and_asks_little(program, head, path):
    meters = program(head)
    meters.ask(path)
    with CaptureQueriesContext(connection) as queries:
        answer = meters.ask(path)
    assert misfits(f"{path}_list", answer) == []
    assert asking(queries) <= 6


def test_nothing_of_pupils_is_taken_away(program, head, pupil):
    """That wants a second person's approval, which no program waits for."""
    meters = program(head)
    listed = [each["kind"] for each in meters.ask("people").json()["data"]]
    one = meters.ask(f"people/{pupil.pk}").status_code
    assert (listed, meters.ask("people", kind="pupil").json()["data"], one) == (["staff"], [], 404)


def test_colleagues_are_told_how_to_reach_each_other(program, teacher, head):
    told = program(teacher).ask(f"people/{head.pk}").json()
    assert (told["email"], told["duties"]) == ("head@school.example", ["后勤负责人"])


def test_a_filter_that_this_person_has_not_is_told(program, teacher):
    assert program(teacher).ask("people", kind="pupil").status_code == 422


def test_every_kind_of_case_is_served():
    from campus.cases.registry import KINDS as DECLARED

    # Requests about somebody's data are answered by people, on the pages.
    assert {each.kind.name for each in KINDS} == set(DECLARED) - {"data_request"}


def test_lists_have_no_more_than_their_shape(db):
    """Columns that a shape reads are the model's own; none of them is a secret."""
    columns = {column for each in RECORDS for column in each.listing.shape.columns}
    assert {"password", "sought", "token"} & columns == set()
