"""Marks put right after their walk, and appeals of whomever they concern."""

import threading
from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.models import Q

from campus.doors import Refused
from campus.models import Duty, Notice, Person, Place, Role
from inspections import rights
from inspections.actions import corrections, marking, walking
from inspections.actions.marking import Seen
from inspections.models import Appeal, Correction, Finding, PartScore, PartTally, ScoreTally
from inspections.models.circles import CONCERNS
from tests.conftest import make_person
from tests.inspections.conftest import AT

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


@pytest.fixture
def affairs(db) -> Person:
    """The Student Affairs Office decides on appeals."""
    return make_person("T020", "叶知秋", Role.STUDENT_AFFAIRS)


@pytest.fixture
def class_teacher(pupil) -> Person:
    """Teaches the pupil's class."""
    person = make_person("T021", "沈以诚")
    Duty.objects.create(
        person=person, role=Role.CLASS_TEACHER, starts_on=AT.date() - timedelta(days=90),
        school_class=pupil.school_class,
    )  # fmt: skip
    return person


@pytest.fixture
def mark(floor_walk, rooms, warden, pupil) -> Finding:
    """Twice 地面 in room 101, about the pupil: one point of ten; the walk is over."""
    walk = floor_walk()
    line = walk.version.items.get(title="地面")
    made = marking.mark(walk, rooms[0], line, Seen(times=2, pupil=pupil), by=warden, at=AT)
    assert made
    walking.finish(walk, by=warden, at=AT)
    made.refresh_from_db()
    return made


def score_of(mark: Finding) -> tuple[Decimal, Decimal | None, int]:
    """Taken, left, faults of the mark's part; the day's sums agree."""
    row = PartScore.objects.get(inspection=mark.inspection_id, place=mark.place_id)
    sums = PartTally.objects.get(place=mark.place_id, checks=1)
    assert (sums.taken, sums.faults) == (row.taken, row.faults)
    day = ScoreTally.objects.get(checklist=row.checklist_id, day=row.day)
    assert (day.taken, day.faults) == (row.taken, row.faults)
    return row.taken, row.score, row.faults


def test_points_are_changed_by_somebody_else_and_the_score_follows(mark, affairs):
    assert score_of(mark) == (Decimal(1), Decimal(9), 1)
    corrections.correct(mark, points=Decimal("0.5"), reason="只有一处", by=affairs, at=LATER)
    assert score_of(mark) == (Decimal("0.5"), Decimal("9.5"), 1)
    corrections.correct(mark, points=None, reason="不属于该室", by=affairs, at=LATER)
    assert score_of(mark) == (Decimal(0), Decimal(10), 0)
    told = Correction.objects.order_by("pk").values_list("points_before", "points", "takes_back")
    assert list(told) == [
        (Decimal(1), Decimal("0.5"), False), (Decimal("0.5"), Decimal(0), True)
    ]  # fmt: skip
    mark.inspection.refresh_from_db()
    assert (mark.inspection.faults, mark.inspection.score) == (0, Decimal(10))
    with pytest.raises(Refused):
        corrections.correct(mark, points=Decimal(1), reason="又扣", by=affairs, at=LATER)


def test_the_walker_corrects_nothing_of_their_own(mark, warden, affairs):
    assert not rights.can_correct(warden, mark)
    assert rights.can_correct(affairs, mark)
    with pytest.raises(Refused):
        corrections.correct(mark, points=None, reason="误记", by=warden, at=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.create(
            finding=mark, points_before=1, points=0, reason="误记", by=warden, at=LATER
        )
    made = corrections.correct(mark, points=Decimal(0), reason="轻微", by=affairs, at=LATER)
    for write in (
        lambda: Correction.objects.filter(pk=made.pk).update(reason="改"), made.delete
    ):  # fmt: skip
        with pytest.raises(Exception, match="append_only"), transaction.atomic():
            write()


def test_points_never_go_beyond_the_line_nor_change_without_a_reason(mark, affairs):
    with pytest.raises(ValidationError):
        corrections.correct(mark, points=Decimal("2.5"), reason="更脏", by=affairs, at=LATER)
    with pytest.raises(ValidationError):
        corrections.correct(mark, points=Decimal(0), reason="", by=affairs, at=LATER)
    assert score_of(mark) == (Decimal(1), Decimal(9), 1)
    assert not Correction.objects.exists()


def test_a_granted_appeal_takes_the_mark_back_at_once(mark, pupil, affairs, warden):
    raised = corrections.appeal(mark, words="那天不在校", by=pupil, at=LATER)
    assert Notice.objects.filter(entries__person=affairs).exists()
    corrections.grant(raised, words="请假属实", by=affairs, at=LATER)
    raised.refresh_from_db()
    assert (raised.status, raised.kept) == ("granted", ["decision"])
    assert score_of(mark) == (Decimal(0), Decimal(10), 0)
    assert [each.appeal for each in Correction.objects.all()] == [raised]


def test_the_walker_decides_on_no_appeal_against_their_own_mark(mark, pupil, warden, head):
    Duty.objects.create(person=warden, role=Role.STUDENT_AFFAIRS, starts_on=AT.date())
    raised = corrections.appeal(mark, words="不是我", by=pupil, at=LATER)
    warden = Person.objects.get(pk=warden.pk)
    assert not rights.can_decide(warden, raised)
    assert rights.can_decide(head, raised)
    for decide in (corrections.grant, corrections.refuse):
        with pytest.raises(Refused):
            decide(raised, words="…", by=warden, at=LATER)
    assert score_of(mark) == (Decimal(1), Decimal(9), 1)
    corrections.refuse(raised, words="照片为证", by=head, at=LATER)
    assert score_of(mark) == (Decimal(1), Decimal(9), 1)


def test_after_its_days_no_appeal_is_taken_and_none_where_the_list_takes_none(mark, pupil):
    last = AT + timedelta(days=3)
    with pytest.raises(Refused, match="2025-11-06"):
        corrections.appeal(mark, words="…", by=pupil, at=last + timedelta(days=1))
    mark.checklist.appeal_days = 0
    mark.checklist.save()
    with pytest.raises(Refused):
        corrections.appeal(mark, words="…", by=pupil, at=last)


def test_one_appeal_waits_at_a_time_and_nobody_appeals_twice(mark, pupil, class_teacher, head):
    raised = corrections.appeal(mark, words="…", by=pupil, at=LATER)
    with pytest.raises(ValidationError):
        corrections.appeal(mark, words="…", by=class_teacher, at=LATER)
    corrections.refuse(raised, words="…", by=head, at=LATER)
    with pytest.raises(ValidationError):
        corrections.appeal(mark, words="…", by=pupil, at=LATER)
    assert corrections.appeal(mark, words="…", by=class_teacher, at=LATER).status == "raised"


def test_whom_a_mark_is_about_is_told_to_few(
    mark, pupil, class_teacher, warden, teacher, affairs, monkeypatch
):
    other = make_person("20250302", "白露", kind=Person.Kind.PUPIL, school_class=pupil.school_class)
    cast = (pupil, class_teacher, warden, teacher, mark.by, affairs, other)
    told = [Finding.objects.naming_pupils_to(each).exists() for each in cast]
    assert told == [True, True, True, False, True, True, False]
    seen = [Finding.objects.visible_to(each).exists() for each in cast]
    assert seen == [True, True, True, False, True, True, False]
    # An area lets others know of the mark, such as those who share the room; not of whom.
    monkeypatch.setitem(
        CONCERNS, "safety",
        lambda person: Q(place=mark.place) if person in (teacher, other) else None,
    )  # fmt: skip
    assert [Finding.objects.visible_to(each).exists() for each in (teacher, other)] == [True, True]
    assert not Finding.objects.naming_pupils_to(other).exists()
    assert rights.can_appeal(other, mark)
    assert not rights.can_appeal(warden, mark)


def test_a_warden_of_another_house_is_not_told_whom_it_is_about(mark, building, warden):
    house = Place.objects.create(kind="building", code="A-B", name="B", parent=building.parent)
    elsewhere = make_person("T030", "顾长风")
    for person, place in ((elsewhere, house), (make_person("T031", "江月"), building)):
        Duty.objects.create(person=person, role=Role.DORM_WARDEN, place=place, starts_on=AT.date())
    told = Finding.objects.naming_pupils_to
    assert not told(Person.objects.get(number="T030")).exists()
    assert told(Person.objects.get(number="T031")).exists()


def test_pages_of_marks_and_appeals(mark, pupil, affairs, head, signed_in):
    path = f"/inspections/findings/{mark.pk}"
    own = signed_in(pupil)
    assert "林暮云" in own.get(f"{path}/").content.decode()
    assert own.get(f"{path}/correct/").status_code == 403
    assert own.post(f"{path}/appeal/", {"words": ""}).status_code == 422
    assert own.get("/inspections/scores/").status_code == 200
    asked = signed_in(head)
    assert asked.post(f"{path}/correct/", {"points": "9", "reason": "x"}).status_code == 422
    asked.post(f"{path}/correct/", {"points": "0.5", "reason": "轻微"})
    assert score_of(mark)[0] == Decimal("0.5")
    assert "轻微" in asked.get(f"{path}/").content.decode()
    assert asked.get(f"/inspections/scores/at/{mark.place_id}/").status_code == 200
    raised = corrections.appeal(mark, words="…", by=pupil, at=LATER)
    assert own.get(f"/inspections/appeals/{raised.pk}/").status_code == 200
    granted = f"/inspections/appeals/{raised.pk}/grant/"
    assert signed_in(affairs).post(granted, {"words": "属实", "seen": "1"}).status_code == 302
    assert Appeal.objects.get().status == "granted"


@pytest.mark.django_db(transaction=True)
def test_two_corrections_at_once_leave_one_true_score(mark, affairs, head):
    def take(by: Person) -> None:
        try:
            corrections.correct(mark, points=None, reason="误记", by=by, at=LATER)
        except Refused:
            refused.append(by)
        finally:
            connection.close()

    refused: list[Person] = []
    both = [threading.Thread(target=take, args=[by]) for by in (affairs, head)]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert len(refused) == 1
    assert score_of(mark) == (Decimal(0), Decimal(10), 0)
