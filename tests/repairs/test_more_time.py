"""More time is asked for by whoever mends, allowed by somebody else, and said on the ticket."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from campus.cases import actions as cases
from campus.cases.models import Extension, Promise
from campus.doors import Refused
from campus.models import InboxEntry
from repairs.actions import tickets as actions
from tests.repairs.conftest import AT, fresh, moment

LATER = moment(11, 12, 17)
HOUR = timedelta(hours=1)


@pytest.fixture
def asking(ticket, technician, dispatcher):
    """A ticket in work whose technician has asked for time until Wednesday of the next week."""
    actions.assign(ticket, to=technician, by=dispatcher, at=AT)
    actions.begin(fresh(ticket), by=technician, at=AT + HOUR)
    ask(fresh(ticket), technician)
    return fresh(ticket)


def ask(ticket, technician, **facts):
    facts = {"promise": "done", "to": LATER, "words": "配件周三到", "at": AT + 2 * HOUR, **facts}
    return cases.ask_for_time(ticket, by=technician, **facts)


def due(ticket):
    return Promise.objects.of(ticket).get(kind="done", met_at=None).due_at


def test_asking_changes_nothing_yet_and_the_dispatcher_is_told(asking, dispatcher):
    assert (asking.asked_until, due(asking)) == (LATER, moment(11, 6, 9))
    told = InboxEntry.objects.filter(person=dispatcher).latest("id")
    assert "more time" in told.notice.text


def test_the_dispatcher_allows_it_and_the_technician_hears(asking, dispatcher, technician):
    cases.grant_time(asking, by=dispatcher, at=AT + 3 * HOUR)
    assert (fresh(asking).asked_until, due(asking)) == (None, LATER)
    asked = Extension.objects.get()
    assert (asked.is_granted, asked.decided_by) == (True, dispatcher)
    told = InboxEntry.objects.filter(person=technician).latest("id")
    assert told.notice.text.startswith("More time allowed")


def test_it_is_refused_with_a_reason_and_the_promise_stands(asking, dispatcher):
    cases.refuse_time(asking, words="先用备用件", by=dispatcher, at=AT + 3 * HOUR)
    assert (fresh(asking).asked_until, due(asking)) == (None, moment(11, 6, 9))
    with pytest.raises(Refused):
        cases.grant_time(fresh(asking), by=dispatcher, at=AT + 3 * HOUR)


def test_nobody_allows_themselves_more_time(asking, technician):
    with pytest.raises(Refused):
        cases.grant_time(asking, by=technician, at=AT + 3 * HOUR)
    with pytest.raises(IntegrityError):
        Extension.objects.update(decided_at=AT, decided_by=technician, is_granted=True)


def test_it_is_asked_once_for_a_later_moment_of_a_promise_that_runs(asking, technician):
    with pytest.raises(ValidationError):
        ask(asking, technician)
    Extension.objects.all().delete()
    for wrong in ({"to": AT + 3 * HOUR}, {"promise": "answer"}):
        with pytest.raises(Refused):
            ask(asking, technician, **wrong)


def test_a_ticket_that_ends_asks_no_more(asking, technician):
    actions.finish(asking, words="修好了", damage_cause="wear", by=technician, at=AT + 3 * HOUR)
    assert fresh(asking).asked_until is None
    assert not Extension.objects.open().exists()


def test_what_was_missed_once_stays_missed(ticket, technician, dispatcher, teacher):
    actions.assign(ticket, to=technician, by=dispatcher, at=AT)
    actions.begin(fresh(ticket), by=technician, at=AT + 2 * HOUR)
    done = {"words": "修好了", "damage_cause": "wear", "by": technician}
    actions.finish(fresh(ticket), at=moment(11, 10, 9), **done)
    ended = fresh(ticket)
    assert (ended.kept, ended.missed) == (["answer", "dispatch"], ["accept", "done"])
    actions.reopen(fresh(ticket), words="又坏了", by=teacher, at=moment(11, 10, 10))
    actions.assign(fresh(ticket), to=technician, by=dispatcher, at=moment(11, 10, 10))
    actions.finish(fresh(ticket), at=moment(11, 10, 11), **done)
    assert "done" in fresh(ticket).missed


def test_the_pages_ask_and_decide(signed_in, asking, technician, dispatcher):
    path = f"/repairs/{asking.pk}/"
    assert "grant-time" in signed_in(dispatcher).get(path).content.decode()
    answer = signed_in(technician).post(f"{path}grant-time/", {"seen": asking.version})
    assert answer.status_code == 403
    signed_in(dispatcher).post(f"{path}refuse-time/", {"seen": asking.version, "words": "先等"})
    assert fresh(asking).asked_until is None
