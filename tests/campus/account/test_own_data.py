"""What the portal keeps about somebody, for that person."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from campus.cases.actions import raise_case
from campus.models import Enquiry
from campus.people import actions
from dormitory.models import LeaveSlip

DATA = reverse("account:own_data")


def test_everybody_sees_all_parts_of_their_own(signed_in, pupil, teacher):
    names = [
        [part.name for part in signed_in(each).get(DATA).context["parts"]]
        for each in (teacher, pupil)
    ]
    staff = ["person", "duties", "sign_in", "inbox", "timeline"]
    assert names == [staff, [*staff, "looks"]]


def test_what_areas_keep_is_told_by_one_query_for_all(
    signed_in, pupil, head, django_assert_num_queries
):
    browser = signed_in(pupil)
    browser.get(DATA)
    with CaptureQueriesContext(connection) as before:
        browser.get(DATA)
    for title in ("Tap", "Lamp"):
        raise_case(Enquiry, by=pupil, at=timezone.now(), title=title)
    LeaveSlip.objects.create(
        pupil=pupil, by=head, starts_at=timezone.now(), ends_at=timezone.now() + timedelta(days=1),
        at=timezone.now(),
    )  # fmt: skip
    with django_assert_num_queries(len(before)):
        parts = browser.get(DATA).context["parts"]
    told = {part.name: [value for _label, value in part.rows] for part in parts}
    assert (sorted(told["cases"]), len(told["nights"])) == (["Lamp", "Tap"], 1)


def test_a_pupil_is_told_who_has_looked_without_a_name(signed_in, pupil, head):
    actions.note_look(pupil, by=head, at=timezone.now(), page="/people/1/")
    looks = signed_in(pupil).get(DATA).context["parts"][-1]
    [(_when, value)] = looks.rows
    assert (value.partition(" · ")[2], head.name in value) == ("后勤负责人", False)


def test_it_can_be_taken_away_for_programs_and_as_a_sheet(signed_in, teacher):
    browser = signed_in(teacher)
    taken = browser.get(reverse("account:own_data_file", args=["json"])).json()
    values = [value for _label, value in taken["person"]]
    assert values == ["许知言", "T005", "教职工", "课程教学处", "", ""]
    sheet = browser.get(reverse("account:own_data_file", args=["xlsx"]))
    assert sheet.content[:2] == b"PK"
    assert browser.get(reverse("account:own_data_file", args=["exe"])).status_code == 404


def test_whom_to_ask_is_told(signed_in, pupil, settings):
    settings.DATA_OFFICER, settings.DATA_OFFICER_CONTACT = "叶听澜", "8866"
    context = signed_in(pupil).get(DATA).context
    assert (context["officer"], context["contact"]) == ("叶听澜", "8866")
