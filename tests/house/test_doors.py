"""The table of doors: every address × method × person → answer.

200 shown, 302 done and sent on, 403 not for this person, 404 nothing for this person, 405 not this
way, 422 a form with slips. Nobody (not signed in) is sent to the sign-in, but for the public ones.
"""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse

from campus.models import Delivery, InboxEntry, Notice, Robot, SpecialDay
from planning.models import CalendarEntry, DraftItem, Plan, PlanDraft, PlanItem

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
CAST = ("head", "administrator", "safety_officer", "teacher", "pupil")
PUBLIC = {
    "healthz", "accent", "badge", "account_login", "account_logout", "account_inactive", "language"
}  # fmt: skip
# Signing in and out and the state of health have tests of their own.
TESTED_ELSEWHERE = {"healthz", "account_login", "account_logout", "account_inactive", "language"}
TABLE = (Path(__file__).parent / "doors.txt").read_text(encoding="utf-8")
ROWS = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]


@pytest.fixture
def things(head, safety_officer, office, semester) -> dict[str, int | str]:
    """One of everything that an address can name, by the first word of the address's name."""
    plan = Plan.objects.create(
        semester=semester, department=office, title="Plan", adopted_by=head, adopted_at=AT
    )
    days = {"starts_on": date(2025, 11, 9), "ends_on": date(2025, 11, 9)}
    item = PlanItem.objects.create(
        plan=plan, title="Drill", kind="drill", lead_unit=office, owner=safety_officer, **days
    )
    draft = PlanDraft.objects.create(
        semester=semester, department=office, title="Draft", text="…", by=head, at=AT
    )
    draft_item = DraftItem.objects.create(draft=draft, position=1, title="Drill", **days)
    entry = CalendarEntry.objects.create(title="Entry", by=head, changed_at=AT, **days)
    robot = Robot.objects.create(name="Group", address="json://127.0.0.1:9/")
    notice = Notice.objects.create(key="k", topic="t", text="Told", path="/", told_at=AT)
    inbox = InboxEntry.objects.create(notice=notice, person=head)
    delivery = Delivery.objects.create(
        notice=notice, person=head, state=Delivery.State.GIVEN_UP, next_try_at=AT
    )
    special = SpecialDay.objects.create(day=date(2025, 11, 11), kind="off", name="Day off")
    return {
        "item": item.pk, "draft": draft.pk, "draft_item": draft_item.pk, "entry": entry.pk,
        "robot": robot.pk, "open": inbox.pk, "read": inbox.pk, "delivery": delivery.pk,
        "semester": semester.pk, "day": special.pk, "hours": "office", "rule": "plan_item.drill",
    }  # fmt: skip


def address(name: str, things: dict[str, int | str]) -> str:
    """The address called `name`, filled in with the thing that its name begins with."""
    word = name.rpartition(":")[2]
    fitting = [key for key in things if word == key or word.startswith(f"{key}_")]
    thing = things[max(fitting, key=len)] if fitting else None
    try:
        return reverse(name)
    except NoReverseMatch:
        return reverse(name, args=[thing])


def all_names(patterns=None, prefix: str = "") -> set[str]:
    """The names of every address but Django's own rescue pages."""
    names: set[str] = set()
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLPattern):
            names.add(prefix + (pattern.name or str(pattern.pattern)))
        elif pattern.app_name != "admin":
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            names |= all_names(pattern.url_patterns, prefix + space)
    return names


def test_the_table_names_every_address():
    assert {row[0] for row in ROWS} == all_names() - TESTED_ELSEWHERE


@pytest.mark.parametrize("row", ROWS, ids=[f"{row[1]} {row[0]}" for row in ROWS])
@pytest.mark.parametrize("person", CAST)
def test_each_door_answers_as_the_table_says(row, person, things, request):
    name, method, *answers = row
    client = Client()
    client.force_login(request.getfixturevalue(person))
    # A form that is sent is never quite empty: it carries its token.
    send = client.post if method == "POST" else client.get
    got = send(address(name, things), {"sent": "1"}).status_code
    assert got == int(answers[CAST.index(person)])


@pytest.mark.parametrize("name", sorted({row[0] for row in ROWS} - PUBLIC))
def test_whoever_is_not_signed_in_is_sent_to_the_sign_in(name, things):
    path = address(name, things)
    for method in ("GET", "POST"):
        answer = Client().generic(method, path)
        assert answer.status_code == 302
        assert answer.headers["Location"].partition("?")[0] == "/sign-in/"


def test_the_rescue_pages_are_for_administrators_alone(signed_in, head, administrator):
    assert signed_in(administrator).get("/rescue/").status_code == 200
    assert signed_in(head).get("/rescue/").status_code == 302
