"""Meetings of one sort with their open promises, and whom a link of an area invites."""

from datetime import date

import pytest

from campus.models import Duty, Person, Role, SchoolClass
from planning.actions import action_items
from planning.figures import talks_for
from planning.models import ActionItem, Meeting
from tests.conftest import make_person
from tests.planning.meetings import NEXT_WEEK, called, published

pytestmark = pytest.mark.django_db


def test_an_area_shows_its_own_meetings_and_their_open_promises(head, technician):
    labor = published(
        head, technician, kind="labor",
        decisions=[("补齐扫帚", technician, NEXT_WEEK), ("刷新标线", technician, NEXT_WEEK)],
    )  # fmt: skip
    called(head, kind="committee")
    _mended, open_one = ActionItem.objects.order_by("pk")
    action_items.drop(_mended, words="已有", by=head, at=labor.ends_at)
    told = talks_for(head, [Meeting.Kind.LABOR])
    assert (told.meetings, told.promises) == ([labor], [open_one])


def test_who_is_not_invited_sees_neither(head, technician, pupil):
    published(head, kind="labor", decisions=[("补齐扫帚", technician, NEXT_WEEK)])
    told = talks_for(pupil, [Meeting.Kind.LABOR])
    assert (told.meetings, told.promises) == ([], [])


@pytest.fixture
def monitors(db) -> list[Person]:
    """Of two classes of grade 10 and one of grade 11; one of them is over."""
    people = []
    for grade, number in ((10, 2), (10, 1), (11, 1)):
        of, _new = SchoolClass.objects.get_or_create(grade=grade, number=number)
        person = make_person(f"2025{grade}{number}", f"劳委{grade}{number}", kind="pupil",
                             school_class=of)  # fmt: skip
        Duty.objects.create(
            person=person, role=Role.LABOR_MONITOR, school_class=of, starts_on=date(2020, 1, 1)
        )
        people.append(person)
    over = make_person("20251019", "卸任者", kind="pupil", school_class=people[0].school_class)
    Duty.objects.create(
        person=over, role=Role.LABOR_MONITOR, school_class=over.school_class,
        starts_on=date(2020, 1, 1), ends_on=date(2021, 1, 1),
    )  # fmt: skip
    return people


def test_a_link_invites_the_monitors_of_one_grade(signed_in, head, monitors):
    path = "/plan/meetings/new/?kind=labor&role=labor_monitor"
    of_ten = signed_in(head).get(f"{path}&grade=10").context["form"]
    assert of_ten.initial["people"] == [monitors[1], monitors[0]]
    assert "roles" not in of_ten.initial
    of_all = signed_in(head).get(path).context["form"]
    assert of_all.initial["roles"] == ["labor_monitor"]
    assert "people" not in of_all.initial


@pytest.mark.parametrize("grade", ["9", "zehn", "-1", "99999999999999999999"])
def test_a_grade_that_is_none_invites_nobody(signed_in, head, monitors, grade):
    answer = signed_in(head).get(f"/plan/meetings/new/?kind=labor&role=labor_monitor&grade={grade}")
    assert answer.status_code == 200
    assert not answer.context["form"].initial.get("people")
