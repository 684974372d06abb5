"""The pages on which the school's time is read and set."""

from datetime import date, time

import pytest
from django.urls import reverse

from campus.models import Semester, SpecialDay, WorkingHours

SEMESTER = {
    "starts_in": "2025",
    "number": "2",
    "first_day": "2026-02-01",
    "last_day": "2026-07-31",
    "week_one": "2026-03-02",
}
DAY = {"day": "2026-04-07", "kind": "off", "name": "校庆"}


def address(name: str, *args, query: str = "") -> str:
    return reverse(f"school_time:{name}", args=args) + query


@pytest.fixture
def special(db) -> SpecialDay:
    return SpecialDay.objects.create(day=date(2026, 4, 7), kind="off", name="校庆")


READ = ["semesters", "days", "hours"]


@pytest.mark.parametrize("name", READ)
def test_staff_read_and_pupils_are_told_where_to_look(
    signed_in, head, teacher, pupil, semester, name
):
    answers = [signed_in(who).get(address(name)).status_code for who in (head, teacher, pupil)]
    assert answers == [200, 200, 403]


@pytest.mark.parametrize(
    ("name", "args"), [("semester_new", []), ("day_new", []), ("hours_edit", ["office"])]
)
def test_the_head_and_the_administrator_change_and_nobody_else(
    signed_in, head, administrator, teacher, pupil, name, args
):
    people = (head, administrator, teacher, pupil)
    answers = [signed_in(who).get(address(name, *args)).status_code for who in people]
    assert answers == [200, 200, 403, 403]


def test_posting_without_the_right_changes_nothing(signed_in, teacher, pupil, special):
    for who, refusal in ((teacher, 403), (pupil, 404)):
        browser = signed_in(who)
        answers = [
            browser.post(address("day_delete", special.pk)).status_code,
            browser.post(address("day_edit", special.pk), DAY | {"kind": "makeup"}).status_code,
        ]
        assert answers == [refusal, refusal]
        assert browser.post(address("days_take_over"), {"year": "2026"}).status_code == 403
        assert browser.post(address("hours_edit", "office"), {}).status_code == 403
        assert browser.post(address("semester_new"), SEMESTER).status_code == 403
    assert list(SpecialDay.objects.values_list("day", "kind")) == [(date(2026, 4, 7), "off")]
    assert (Semester.objects.count(), WorkingHours.objects.count()) == (0, 0)


def test_unknown_things_are_not_found(signed_in, head):
    browser = signed_in(head)
    for path in (
        address("semester_edit", 1),
        address("day_edit", 1),
        address("hours_edit", "kitchen"),
    ):
        assert browser.get(path).status_code == 404


def test_changes_are_made_by_post_alone(signed_in, head, special):
    browser = signed_in(head)
    paths = [address("day_delete", special.pk), address("days_take_over")]
    assert [browser.get(path).status_code for path in paths] == [405, 405]


def test_a_semester_is_laid_and_its_days_are_moved(signed_in, head, semester):
    browser = signed_in(head)
    assert browser.post(address("semester_new"), SEMESTER).status_code == 302
    laid = Semester.objects.get(number=2)
    moved = SEMESTER | {"last_day": "2026-07-15"}
    assert browser.post(address("semester_edit", laid.pk), moved).status_code == 302
    laid.refresh_from_db()
    assert (laid.school_year.starts_in, laid.last_day) == (2025, date(2026, 7, 15))


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"number": "1"}, ["number"]),
        ({"first_day": "2026-01-15"}, ["__all__"]),
        ({"last_day": "2026-02-01"}, ["__all__"]),
        ({"week_one": "2026-03-03"}, ["__all__"]),
        ({"starts_in": ""}, ["starts_in"]),
        ({"first_day": "soon"}, ["first_day"]),
    ],
)
def test_a_semester_that_cannot_be_is_refused_with_its_reason(
    signed_in, head, semester, changes, fields
):
    answer = signed_in(head).post(address("semester_new"), SEMESTER | changes)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, fields)
    assert Semester.objects.count() == 1


def test_the_next_semester_is_proposed(signed_in, head, semester):
    form = signed_in(head).get(address("semester_new")).context["form"]
    assert form.initial["starts_in"] == 2025
    assert (form["number"].value(), form["first_day"].value()) == (2, date(2026, 2, 1))


def test_the_weeks_of_a_semester_are_shown_with_what_is_special(signed_in, head, semester):
    answer = signed_in(head).get(address("semesters"), {"semester": semester.pk})
    weeks = answer.context["weeks"]
    assert [week["number"] for week in weeks] == list(range(23))
    sixth = weeks[6]
    assert (sixth["first"], sixth["makeup"]) == (date(2025, 10, 6), [date(2025, 10, 11)])
    assert sixth["off"] == [date(2025, 10, 6), date(2025, 10, 7), date(2025, 10, 8)]


def test_a_day_is_entered_changed_and_taken_back(signed_in, head):
    browser = signed_in(head)
    assert browser.post(address("day_new"), DAY).headers["Location"] == address(
        "days", query="?year=2026"
    )
    special = SpecialDay.objects.get()
    browser.post(address("day_edit", special.pk), DAY | {"kind": "makeup"})
    special.refresh_from_db()
    assert special.kind == "makeup"
    browser.post(address("day_delete", special.pk))
    assert SpecialDay.objects.count() == 0


def test_a_day_cannot_be_entered_twice(signed_in, head, special):
    answer = signed_in(head).post(address("day_new"), DAY)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["day"])


def test_the_states_days_are_taken_over_once(signed_in, head):
    browser = signed_in(head)
    browser.post(address("days_take_over"), {"year": "2026"})
    assert SpecialDay.objects.of_year(2026).count() == 39
    again = browser.post(address("days_take_over"), {"year": "2026"}, follow=True)
    assert [message.level_tag for message in again.context["messages"]][-1] == "error"
    shown = browser.get(address("days"), {"year": "2026"})
    assert (len(shown.context["own"]), shown.context["declared"]) == (39, [])


@pytest.mark.parametrize("year", ["", "x", "1", "99999", "2150"])
def test_a_senseless_year_shows_this_one(signed_in, head, year):
    assert signed_in(head).get(address("days"), {"year": year}).status_code == 200


def test_hours_are_typed_as_people_write_them(signed_in, head):
    typed = {"weekday_1": "８：００－１２：００，14:00至17:00", "weekday_7": "18:00–21:30"}
    assert signed_in(head).post(address("hours_edit", "office"), typed).status_code == 302
    rows = WorkingHours.objects.values_list("kind", "weekday", "opens", "closes")
    assert list(rows) == [
        ("office", 1, time(8), time(12)),
        ("office", 1, time(14), time(17)),
        ("office", 7, time(18), time(21, 30)),
    ]


@pytest.mark.parametrize(
    "typed",
    [
        "8-12",
        "8:00-12:00 and more",
        "12:00-8:00",
        "8:00-8:00",
        "8:00-25:00",
        "8:00-10:00 9:00-11:00",
    ],
)
def test_hours_that_cannot_be_are_refused_at_their_day(signed_in, head, typed):
    answer = signed_in(head).post(address("hours_edit", "office"), {"weekday_3": typed})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["weekday_3"])
    assert WorkingHours.objects.count() == 0
