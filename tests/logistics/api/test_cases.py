"""Cases by programs: raised, moved, talked about, with the rules of the pages."""

import pytest
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from campus.models import Place, TimelineEntry
from logistics.api.repeating import actions as repeating
from logistics.api.repeating.models import RepeatedCall
from repairs.models import Category, Ticket
from tests.logistics.api.describing import misfits


@pytest.fixture
def fault(db) -> dict:
    """What a program sends to report one."""
    Place.objects.create(kind="room", code="JX1-301", name="301")
    category = Category.objects.get(code="other")
    return {"title": "水龙头滴水", "place": "JX1-301", "category": category.pk}


@pytest.fixture
def reported(program, head, fault) -> dict:
    return program(head).send("tickets", fault).json()


def test_a_fault_is_reported_as_on_the_page(program, head, fault):
    answer = program(head).send("tickets", fault)
    told = answer.json()
    assert (answer.status_code, answer.headers["Location"]) == (
        201,
        f"/api/v1/tickets/{told['id']}",
    )
    assert misfits("tickets_new", answer) == []
    ticket = Ticket.objects.get()
    assert (ticket.number, ticket.reporter, told["place"]["code"]) == (
        told["number"], head, "JX1-301",
    )  # fmt: skip


def test_slips_are_told_at_their_fields_in_the_language_asked_for(program, head, fault):
    sent = fault | {"place": "nowhere", "category": 999999}
    answers = [
        program(head, **{"accept-language": language}).send("tickets", sent)
        for language in ("en", "zh-CN,zh;q=0.9")
    ]
    told = [answer.json()["errors"] for answer in answers]
    assert [each["pointer"] for each in told[0]] == ["/place", "/category"]
    assert [each[0]["detail"] for each in told] == [
        "No place has this code or name.", "没有这个编号或名称的地点。",
    ]  # fmt: skip
    assert [answer.headers["Content-Language"] for answer in answers] == ["en", "zh-hans"]


@pytest.mark.parametrize(
    ("changed", "pointer"),
    [
        ({"colour": "red"}, "/colour"), ({"title": 5}, "/title"), ({"title": None}, "/title"),
        ({"title": "x" * 121}, "/title"), ({"title": " "}, "/title"),
        ({"title": "a\x00b"}, "/title"), ({"category": "1"}, "/category"),
        ({"priority": "never"}, "/priority"),
    ],
)  # fmt: skip
def test_what_is_not_described_is_refused(program, head, fault, changed, pointer):
    answer = program(head).send("tickets", fault | changed)
    assert (answer.status_code, [each["pointer"] for each in answer.json()["errors"]]) == (
        422, [pointer],
    )  # fmt: skip


@pytest.mark.parametrize(
    "moment", ["0183-06-26T00:02:14+16:18", "9999-12-31T23:59:59-15:00", "2025-02-30T00:00:00Z"]
)
def test_moments_that_no_calendar_of_the_school_holds_are_refused(program, head, moment):
    sent = {"title": "Slipped", "happened_at": moment}
    answer = program(head).send("incidents", sent)
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/happened_at"]


def test_what_the_form_does_not_ask_of_this_person_is_refused(program, teacher, fault, head):
    answer = program(teacher).send("tickets", fault | {"reporter": head.number})
    assert [each["pointer"] for each in answer.json()["errors"]] == ["/reporter"]


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("{", "application/json", 400), ('{"title": NaN}', "application/json", 400),
        ('{"title": "\\ud800"}', "application/json", 400), (b"\xff", "application/json", 400),
        ("1" * 5000, "application/json", 400),
        ("title=x", "application/x-www-form-urlencoded", 415), ("{}", "text/plain", 415),
        ('"' + "x" * 2**20 + '"', "application/json", 413), ("", "", 415),
        ("[" * 2000, "application/json", 400),
    ],
)  # fmt: skip
def test_bodies_that_are_none_are_told(program, head, body, kind, status):
    answer = program(head).post("/api/v1/tickets", body, content_type=kind)
    assert (answer.status_code, answer.headers["Content-Type"], answer.json()["status"]) == (
        status, "application/problem+json", status,
    )  # fmt: skip


def test_a_move_names_the_version_it_has_seen(program, head, technician, reported):
    path = f"tickets/{reported['id']}/moves"
    sent = {"move": "assign", "version": reported["version"], "to": technician.number}
    first, second = program(head).send(path, sent), program(head).send(path, sent)
    assert (first.status_code, first.json()["assignee"]["name"]) == (200, technician.name)
    assert misfits("tickets_move", first) == []
    assert (second.status_code, Ticket.objects.get().version) == (409, first.json()["version"])


def test_whoever_may_not_move_it_is_told_why_and_outsiders_nothing(
    program, safety_officer, technician, teacher, fault
):
    mine = program(teacher).send("tickets", fault).json()
    sent = {"move": "assign", "version": 1, "to": technician.number}
    refused = program(teacher).send(f"tickets/{mine['id']}/moves", sent)
    assert (refused.status_code, bool(refused.json()["detail"])) == (403, True)
    told = {each["name"]: each for each in mine["moves"]}
    assert refused.json()["detail"] == told["assign"]["reason"]
    lost = program(safety_officer).send(f"tickets/{mine['id']}/moves", sent)
    assert lost.status_code == 404


def test_a_move_that_there_is_not_is_told(program, head, reported):
    answer = program(head).send(f"tickets/{reported['id']}/moves", {"move": "fly", "version": 1})
    assert answer.status_code == 422


def test_comments_stand_in_the_timeline(program, head, reported):
    answer = program(head).send(f"tickets/{reported['id']}/comments", {"words": "已看过"})
    assert (answer.status_code, misfits("tickets_comment", answer)) == (201, [])
    assert TimelineEntry.objects.get(kind="comment").words == "已看过"


def test_what_can_be_chosen_is_told(program, teacher):
    fields = program(teacher).ask("tickets/choices").json()["fields"]
    assert [each["value"] for each in fields["category"]] == [
        each.pk for each in Category.objects.offered()
    ]


def test_one_case_asks_the_same_however_much_there_is(program, head, reported):
    """As its page does: the case, its promises, what may be done."""
    meters = program(head)
    meters.ask(f"tickets/{reported['id']}")
    with connection.execute_wrapper(count := Counter()):
        meters.ask(f"tickets/{reported['id']}")
    assert count.asked <= 8


class Counter:
    """Counts what is asked of the database."""

    asked = 0

    def __call__(self, execute, sql, params, many, context):
        self.asked += not sql.startswith(("SAVEPOINT", "RELEASE"))
        return execute(sql, params, many, context)


# Sent once more


def test_the_same_call_under_its_key_is_answered_as_before(program, head, fault):
    meters = program(head)
    first, again = (meters.send("tickets", fault, idempotency_key="k-1") for _ in range(2))
    assert (again.status_code, again.content, again.headers["Location"]) == (
        201, first.content, first.headers["Location"],
    )  # fmt: skip
    assert (again.headers["Idempotency-Replayed"], Ticket.objects.count()) == ("true", 1)
    assert "Idempotency-Replayed" not in first.headers


def test_another_call_under_the_same_key_is_refused(program, head, fault):
    meters = program(head)
    meters.send("tickets", fault, idempotency_key="k-1")
    other = meters.send("tickets", fault | {"title": "Other"}, idempotency_key="k-1")
    assert (other.status_code, Ticket.objects.count()) == (422, 1)


def test_keys_are_each_tokens_own_and_a_call_that_failed_may_be_put_right(program, head, fault):
    meters = program(head)
    assert meters.send("tickets", fault | {"place": "x"}, idempotency_key="k").status_code == 422
    assert meters.send("tickets", fault, idempotency_key="k").status_code == 201
    assert program(head).send("tickets", fault, idempotency_key="k").status_code == 201


@pytest.mark.parametrize("key", ["x" * 201, "ü", "a\tb"])
def test_what_is_no_key_is_refused(program, head, fault, key):
    assert program(head).send("tickets", fault, idempotency_key=key).status_code == 400


def test_keys_are_forgotten_after_a_day(program, head, fault):
    meters = program(head)
    meters.send("tickets", fault, idempotency_key="k")
    later = timezone.now() + repeating.KEPT_FOR
    assert (repeating.forget_old(at=later), RepeatedCall.objects.count()) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_acts_and_the_other_is_told_to_wait(program, head, fault, monkeypatch):
    """The first is still at work while the second comes."""
    from threading import Thread

    monkeypatch.setattr(repeating, "LONGEST_WAIT", "200ms")
    meters, answers = program(head), []

    def second() -> None:
        answers.append(meters.send("tickets", fault, idempotency_key="k"))
        connection.close()

    with transaction.atomic():
        repeating.begin(holder=f"token:{token_of(meters)}", key="k", digest="d", at=timezone.now())
        waiting = Thread(target=second)
        waiting.start()
        waiting.join()
    assert (answers[0].status_code, Ticket.objects.count()) == (409, 0)


def token_of(program) -> int:
    from campus.account.keys import digest_of
    from logistics.api.tokens.models import Token

    return Token.objects.get(digest=digest_of(program.secret)).pk


@pytest.mark.logs_errors
def test_what_breaks_is_a_problem_that_is_logged(program, head, monkeypatch, caplog):
    from logistics.api import listing

    def broken(*_args):
        raise OperationalError("gone")

    monkeypatch.setattr(listing, "found", broken)
    answer = program(head).ask("tickets")
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        500, "application/problem+json",
    )  # fmt: skip
    assert "gone" not in answer.content.decode()
    assert any(each.exc_info for each in caplog.records)


def test_methods_and_addresses_that_there_are_not_are_problems(program, head):
    meters = program(head)
    put, lost = meters.put("/api/v1/tickets"), meters.get("/api/v1/nothing/")
    assert (put.status_code, lost.status_code) == (405, 404)
    assert set(put.headers["Allow"].split(", ")) == {"GET", "POST"}
    assert {put.headers["Content-Type"], lost.headers["Content-Type"]} == {
        "application/problem+json"
    }
    assert meters.head("/api/v1/tickets").status_code == 200


def test_nothing_is_kept_on_the_way(program, head):
    headers = program(head).ask("tickets").headers
    assert headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in headers
