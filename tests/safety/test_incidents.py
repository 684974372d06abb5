"""Incidents: recorded without names, reported in time, closed with lessons."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.cases.models import Promise
from campus.doors import Refused
from safety.actions import incidents as actions
from safety.models import Incident
from safety.models.incident import last_accident
from tests.safety.conftest import AT, told

HOUR = timedelta(hours=1)


@pytest.fixture
def recorded(teacher, safety_officer, head):
    """`recorded(level=…)`: an incident that the teacher recorded an hour after it happened."""

    def record(**facts) -> Incident:
        facts = {"title": "雨天楼梯滑倒", "happened_at": AT - HOUR, "level": "minor", **facts}
        return actions.record(by=teacher, at=AT, **facts)

    return record


def due(incident: Incident) -> str:
    promise = Promise.objects.of(incident).unmet().get()
    assert promise.due_at
    return f"{promise.due_at.astimezone(AT.tzinfo):%m-%d %H:%M}"


def test_the_authority_is_told_within_a_day_and_of_a_serious_one_at_once(recorded):
    assert due(recorded()) == "11-04 09:00"
    assert due(recorded(level="serious")) == "11-03 10:00"


def test_officers_and_the_head_hear_of_it_at_once(recorded, safety_officer, head):
    recorded()
    assert (len(told(safety_officer)), told(head)) == (1, [actions.GRAVE])


def test_it_ends_with_lessons(recorded, safety_officer):
    incident, by = recorded(), safety_officer
    actions.notify(incident, notified_at=AT, words="电话报区教育局", by=by, at=AT)
    actions.handle(incident, words="送医，家长到场", by=by, at=AT)
    with pytest.raises(Refused):
        actions.close(incident, words=" ", by=by, at=AT)
    actions.close(incident, words="雨天铺防滑垫", by=by, at=AT)
    incident.refresh_from_db()
    assert (incident.status, incident.measures, incident.lessons) == (
        "closed", "送医，家长到场", "雨天铺防滑垫",
    )  # fmt: skip


def test_a_simulated_case_says_so_and_is_no_accident(recorded):
    simulated = recorded(is_simulated=True)
    assert simulated.title.startswith("【模拟】") or simulated.title.startswith("[Simulated]")
    recorded(level="near_miss")
    assert last_accident(AT) is None
    recorded(happened_at=AT - timedelta(days=9))
    assert last_accident(AT) == AT - timedelta(days=9)


def test_nothing_is_told_before_it_has_happened(recorded):
    with pytest.raises(ValidationError):
        recorded(happened_at=AT + HOUR)


@pytest.mark.parametrize(
    "facts",
    [{"status": "x"}, {"level": "x"}, {"domain": "x"}, {"status": "closed"},
     {"status": "notified"}, {"hurt_pupils": -1}],
)  # fmt: skip
def test_the_database_keeps_the_rules(recorded, facts):
    incident = recorded()
    with pytest.raises(IntegrityError), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(**facts)


# Pages

TYPED = {
    "title": "雨天楼梯滑倒", "happened_at": "2025-11-03T08:00", "level": "minor",
    "domain": "building", "hurt_pupils": "1", "hurt_staff": "0",
}  # fmt: skip


def test_staff_record_one_and_pupils_do_not(signed_in, teacher, pupil, safety_officer):
    assert signed_in(pupil).post("/safety/incidents/new/", TYPED).status_code == 403
    signed_in(teacher).post("/safety/incidents/new/", TYPED)
    incident = Incident.objects.get()
    assert (incident.hurt, incident.reporter) == (1, teacher)
    codes = [
        signed_in(each).get(f"/safety/incidents/{incident.pk}/").status_code
        for each in (teacher, safety_officer, pupil)
    ]
    assert codes == [200, 200, 404]
    assert signed_in(pupil).get("/safety/incidents/").status_code == 403


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"happened_at": "2099-01-01T08:00"}, "happened_at"),
        ({"hurt_pupils": "-1"}, "hurt_pupils"),
        ({"title": "长" * 121}, "title"), ({"level": "x"}, "level"), ({"title": ""}, "title"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, teacher, slip, field):
    answer = signed_in(teacher).post("/safety/incidents/new/", TYPED | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
