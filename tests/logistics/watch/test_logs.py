"""The log tells what happened and where, and nothing about anybody."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from campus.models import Person
from logistics.watch.logs import Lines
from tests.conftest import PASSWORD

pytestmark = pytest.mark.logs_errors
SECRET = "某某同学 20250301 parent@school.example"


def broken(request: HttpRequest, name: str) -> HttpResponse:
    """A page whose error tells more than anybody should read."""
    found = {"name": SECRET}
    try:
        found["other"]
    except KeyError as error:
        raise ValueError(f"no room for {SECRET}") from error
    return HttpResponse()


urlpatterns = [
    path("broken/<str:name>/", broken, name="broken"),
    path("", include("logistics.urls")),
]
handler500 = "campus.shell.pages.broken"
handler404 = "campus.shell.pages.not_found"
handler403 = "campus.shell.pages.forbidden"


@pytest.fixture
def written() -> Iterator[Callable[[], str]]:
    """What production's log would hold by now."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    root, requests = logging.getLogger(), logging.getLogger("logistics.watch.requests")
    before = requests.level
    requests.setLevel(logging.INFO)
    root.addHandler(handler)
    yield stream.getvalue
    root.removeHandler(handler)
    requests.setLevel(before)


@pytest.fixture
def browser() -> Client:
    return Client(raise_request_exception=False, REMOTE_ADDR="203.0.113.77")


def lines(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def requests_in(text: str) -> list[tuple]:
    """Method, route and status of each request in the log."""
    told = [each for each in lines(text) if each["logger"] == "logistics.watch.requests"]
    return [(each["method"], each["route"], each["status"]) for each in told]


def test_signing_in_searching_and_a_fault_leave_no_trace_of_anybody(
    written, browser, head, settings, semester
):
    settings.ROOT_URLCONF = __name__
    form = {"login": head.number, "password": "wrong-guess-4711"}
    browser.post("/sign-in/", form)
    browser.post("/sign-in/", form | {"password": PASSWORD})
    browser.get("/plan/", {"q": "许知言的药"})
    browser.get("/broken/林暮云/", {"number": "20250301"})
    browser.get("/there-is-nobody/林暮云/")
    text = written()
    personal = (
        head.number, head.name, str(head.email), "wrong-guess-4711", PASSWORD, "许知言", "林暮云",
        "20250301", "某某同学", "parent@school.example", "203.0.113.77", "there-is-nobody",
    )  # fmt: skip
    assert [word for word in personal if word in text] == []
    assert requests_in(text) == [
        ("POST", "sign-in/", 200),
        ("POST", "sign-in/", 302),
        ("GET", "plan/", 200),
        ("GET", "broken/<str:name>/", 500),
        ("GET", "-", 404),
    ]


def test_a_fault_is_told_by_its_kind_and_its_way_through_the_code(written, browser, head, settings):
    settings.ROOT_URLCONF = __name__
    browser.force_login(head)
    answer = browser.get("/broken/x/")
    [fault] = [each for each in lines(written()) if each["level"] == "ERROR"]
    assert (fault["logger"], fault["message"]) == ("django.request", "500 Internal Server Error")
    assert (fault["method"], fault["route"]) == ("GET", "broken/<str:name>/")
    assert fault["request_id"] == answer.headers["X-Request-ID"]
    kinds = [line for line in fault["error"] if ":" not in line]
    assert kinds == ["builtins.ValueError", "builtins.KeyError"]
    assert fault["error"][-1].startswith("tests/logistics/watch/test_logs.py:")


def test_the_page_of_a_fault_shows_the_number_that_the_log_has(browser, head, settings):
    settings.ROOT_URLCONF = __name__
    browser.force_login(head)
    for address in ("/broken/x/", "/there-is-no-such-page/"):
        answer = browser.get(address)
        assert answer.headers["X-Request-ID"] in answer.content.decode()


def test_a_line_has_only_the_fields_that_are_known(written, browser, db):
    browser.get("/sign-in/")
    [line] = lines(written())
    assert set(line) == {
        "time", "level", "logger", "message", "request_id", "method", "route", "status", "ms"
    }  # fmt: skip
    assert datetime.fromisoformat(line["time"]).tzinfo == UTC
    assert isinstance(line["ms"], int)
    assert len(line["request_id"]) == 12


def test_machines_that_ask_for_the_health_fill_no_log(written, browser, db):
    browser.get("/healthz/web")
    assert written() == ""


@pytest.mark.parametrize(
    ("logger", "message", "facts", "told"),
    [
        ("campus.jobs.actions", "Job %s broke.", (7,), "Job 7 broke."),
        ("some.package", "Cannot send to %s", ("a@b.example",), "Cannot send to %s"),
        ("celery.app.trace", "Task %(name)s[%(id)s] %(description)s: %(exc)s",
         ({"name": "campus.jobs.tasks.run", "id": "x", "description": "raised unexpected",
           "exc": SECRET},), "Task campus.jobs.tasks.run raised unexpected"),
    ],
)  # fmt: skip
def test_a_package_s_message_is_told_without_its_facts(written, logger, message, facts, told):
    logging.getLogger(logger).warning(message, *facts)
    [line] = lines(written())
    assert (line["logger"], line["message"]) == (logger, told)


def test_a_finished_sentence_of_a_package_is_told_by_its_place(written):
    logging.getLogger("some.package").warning(f"Cannot send to {SECRET}")
    [line] = lines(written())
    place, _, number = line["message"].rpartition(":")
    assert place == "See tests/logistics/watch/test_logs.py"
    assert number.isdecimal()


def test_a_request_s_number_goes_along_to_the_worker(monkeypatch, head, signed_in):
    """What is asked of the worker carries the number of the request that asked."""
    from celery import current_app
    from celery.signals import before_task_publish

    seen = []

    def note(headers=None, **_kwargs):
        seen.append(headers["X-Request-ID"])

    before_task_publish.connect(note)
    try:
        from django_guid import set_guid

        set_guid("abcdefabcdef")
        with current_app.connection_for_write() as connection:
            current_app.send_task(
                "campus.jobs.tasks.run", [0], connection=connection, queue="nobody-listens"
            )
    finally:
        before_task_publish.disconnect(note)
    assert seen == ["abcdefabcdef"]


def test_whoever_is_named_in_no_line_still_signed_in(browser, head):
    """The test above would prove nothing if nobody had got in."""
    browser.post("/sign-in/", {"login": head.number, "password": PASSWORD})
    assert browser.session["_auth_user_id"] == str(Person.objects.get().pk)
