"""Duties: given, ended, held by a stand-in."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from campus.models import Duty, InboxEntry, Person, Role, SchoolClass
from campus.people import actions, agenda
from campus.rows import read
from tests.conftest import make_person

AT = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
TODAY = AT.date()


@pytest.fixture
def duty(technician) -> Duty:
    """The technician's own, since 2020."""
    return technician.duties.get()


def give(browser, person, **typed):
    fields = {"role": "driver", "starts_on": "2026-01-01", **typed}
    return browser.post(reverse("people:duty_give", args=[person.pk]), fields)


def test_a_duty_is_given_and_its_holder_told(signed_in, administrator, teacher):
    give(signed_in(administrator), teacher, ends_on="2026-06-30")
    [held] = teacher.duties.all()
    assert (held.role, held.starts_on, held.ends_on) == (
        "driver", date(2026, 1, 1), date(2026, 6, 30),
    )  # fmt: skip
    assert InboxEntry.objects.filter(person=teacher).count() == 1


def test_the_head_gives_every_duty_but_that_of_an_administrator(signed_in, head, teacher):
    answers = [give(signed_in(head), teacher, role=role).status_code
               for role in ("driver", "administrator")]  # fmt: skip
    assert answers == [302, 422]


def test_pupils_and_staff_each_hold_duties_of_their_own(signed_in, administrator, teacher, pupil):
    asked = ((pupil, "driver"), (pupil, "dorm_leader"), (teacher, "dorm_leader"))
    answers = [give(signed_in(administrator), who, role=role).status_code for who, role in asked]
    assert answers == [422, 302, 422]


def test_the_same_duty_is_not_held_twice_at_a_time(signed_in, administrator, technician):
    answer = give(signed_in(administrator), technician, role="technician")
    assert (answer.status_code, technician.duties.count()) == (422, 1)


def test_the_database_itself_refuses_two_at_a_time_and_not_two_after_each_other(teacher, pupil):
    held = {"person": teacher, "role": Role.CLASS_TEACHER, "school_class": pupil.school_class}
    Duty.objects.create(**held, starts_on="2025-09-01", ends_on="2026-01-31")
    with pytest.raises(IntegrityError), transaction.atomic():
        Duty.objects.create(**held, starts_on="2026-01-31")
    Duty.objects.create(**held, starts_on="2026-02-01")
    other = SchoolClass.objects.create(grade=12, number=1)
    Duty.objects.create(**{**held, "school_class": other}, starts_on="2025-10-01")
    assert teacher.duties.count() == 3


def test_the_last_day_is_set_and_taken_away(signed_in, administrator, duty):
    path = reverse("people:duty_last_day", args=[duty.pk])
    days = []
    for typed in ("2026-06-30", ""):
        signed_in(administrator).post(path, {"ends_on": typed})
        duty.refresh_from_db()
        days.append(duty.ends_on)
    assert days == [date(2026, 6, 30), None]
    answer = signed_in(administrator).post(path, {"ends_on": "2019-01-01"})
    assert answer.status_code == 422


def test_the_head_does_not_end_an_administrator(signed_in, head, administrator):
    path = reverse("people:duty_last_day", args=[administrator.duties.get().pk])
    assert signed_in(head).post(path, {"ends_on": "2026-06-30"}).status_code == 403


# Stand-ins


def name(browser, duty, person, first="2026-03-02", last="2026-03-06"):
    path = reverse("people:duty_stand_in", args=[duty.pk])
    return browser.post(path, {"person": person.pk, "starts_on": first, "ends_on": last})


def test_the_holder_names_a_stand_in_who_may_then_do_the_same(signed_in, duty, technician, teacher):
    today = timezone.localdate()
    last = today + timedelta(days=3)
    name(signed_in(technician), duty, teacher, today.isoformat(), last.isoformat())
    held = teacher.duties.get()
    assert (held.stands_in_for, held.role, held.ends_on) == (duty, "technician", last)
    assert Person.objects.get(pk=teacher.pk).on_duty_as(Role.TECHNICIAN)
    assert [each.person for each in InboxEntry.objects.all()] == [teacher]


def test_others_name_none(signed_in, duty, teacher, safety_officer):
    assert name(signed_in(teacher), duty, safety_officer).status_code == 403


def test_nobody_stands_in_for_themselves_or_outside_of_the_days(
    signed_in, head, duty, technician, teacher
):
    Duty.objects.filter(pk=duty.pk).update(ends_on=date(2026, 3, 4))
    browser = signed_in(head)
    answers = [
        name(browser, duty, technician).status_code,
        name(browser, duty, teacher).status_code,
        name(browser, duty, teacher, "2019-12-31", "2020-01-02").status_code,
        name(browser, duty, teacher, last="2026-03-04").status_code,
    ]
    assert answers == [422, 422, 422, 302]


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": "holder"}, {"ends_on": None}, {"starts_on": date(2019, 1, 1)},
        {"role": Role.DRIVER},
    ],
)  # fmt: skip
def test_the_database_itself_refuses_a_stand_in_that_does_not_fit(duty, technician, teacher, wrong):
    fits = {
        "person": teacher, "role": duty.role, "starts_on": TODAY, "ends_on": TODAY,
        "stands_in_for": duty,
    }  # fmt: skip
    fields = fits | wrong | ({"person": technician} if "person" in wrong else {})
    with pytest.raises(IntegrityError), transaction.atomic():
        Duty.objects.create(**fields)
    Duty.objects.create(**fits)


def test_a_stand_in_stops_with_the_duty(duty, teacher, safety_officer, administrator):
    for person, first, last in (
        (teacher, date(2026, 3, 2), date(2026, 3, 20)),
        (safety_officer, date(2026, 3, 23), date(2026, 3, 27)),
    ):
        actions.name_stand_in(duty, person=person, first=first, last=last, by=administrator, at=AT)
    actions.set_last_day(duty, ends_on=date(2026, 3, 10), by=administrator, at=AT)
    left = [(each.person, each.ends_on) for each in duty.stand_ins.all()]
    assert left == [(teacher, date(2026, 3, 10))]


# My day


def test_a_duty_that_ends_within_two_weeks_waits_for_head_and_administrator(
    duty, technician, head, administrator, teacher
):
    Duty.objects.filter(pk=duty.pk).update(ends_on=TODAY + timedelta(days=14))
    waits = [[each.path for each in read(agenda.waiting(who, AT))]
             for who in (head, administrator, teacher)]  # fmt: skip
    path = technician.get_absolute_url()
    assert waits == [[path], [path], []]


@pytest.mark.parametrize("days", [-1, 15, None])
def test_others_do_not_wait(duty, head, days):
    ends_on = None if days is None else TODAY + timedelta(days=days)
    Duty.objects.filter(pk=duty.pk).update(ends_on=ends_on)
    assert read(agenda.waiting(head, AT)) == []


def test_a_duty_that_somebody_holds_on_does_not_wait(duty, head):
    Duty.objects.filter(pk=duty.pk).update(ends_on=TODAY + timedelta(days=3))
    make_person("T044", "傅明澈", Role.TECHNICIAN)
    assert read(agenda.waiting(head, AT)) == []
