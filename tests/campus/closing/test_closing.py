"""The close of a semester: what is open goes on, all else stays as it is."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction

from campus.cases import actions as cases
from campus.closing import actions
from campus.closing.registry import closables
from campus.doors import Refused
from campus.locking import sentence_of
from campus.models import CarriedOver, Enquiry, Semester, SemesterClose
from campus.storing import store
from planning.models import Plan, PlanItem

pytestmark = pytest.mark.django_db
THEN = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
AFTER = datetime(2026, 2, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def sort(key: str):
    return next(each for each in closables() if each.key == key)


@pytest.fixture
def done(head, semester) -> Enquiry:
    """An enquiry of the semester that is done with."""
    enquiry = cases.raise_case(Enquiry, by=head, at=THEN, title="Done")
    cases.move(enquiry, Enquiry.Status.REFUSED, by=head, at=THEN, words="No.")
    enquiry.refresh_from_db()
    return enquiry


@pytest.fixture
def waiting(head, semester) -> Enquiry:
    """An enquiry of the semester that is still open."""
    return cases.raise_case(Enquiry, by=head, at=THEN, title="Waits")


@pytest.fixture
def closed(head, semester, done, waiting) -> SemesterClose:
    """The semester, closed; what waited is carried over."""
    carry(semester, head)
    return actions.close(semester, by=head, at=AFTER)


def carry(semester, head, *, reason="Spare parts come in March") -> int:
    return actions.carry_over(
        semester, sort("enquiry"), None, reason=reason, by=head, at=AFTER
    )  # fmt: skip


def refused(act) -> str:
    """What people are told of what the database refuses."""
    with pytest.raises((IntegrityError, Refused)) as caught, transaction.atomic():
        act()
    told = caught.value
    return str(told) if isinstance(told, Refused) else sentence_of(told)


def test_a_semester_is_closed_only_when_it_is_over_and_each_open_thing_has_its_reason(
    head, semester, waiting
):
    early = AFTER.replace(month=1, day=31)
    with pytest.raises(Refused, match="学期还没有结束"):
        actions.close(semester, by=head, at=early)
    with pytest.raises(Refused, match="还有 1 项未办结"):
        actions.close(semester, by=head, at=AFTER)
    assert carry(semester, head) == 1
    assert actions.close(semester, by=head, at=AFTER).last_day == date(2026, 1, 31)
    with pytest.raises(Refused, match="已经结档"):
        actions.close(semester, by=head, at=AFTER)


def test_what_is_done_stays_as_it_is_whoever_writes_it(closed, done):
    done.title = "Other words"
    assert refused(lambda: store(done)).startswith("这属于已结档的学期")
    assert refused(lambda: Enquiry.objects.filter(pk=done.pk).update(title="x"))
    assert refused(lambda: Enquiry.objects.filter(pk=done.pk).delete())
    assert Enquiry.objects.get(pk=done.pk).title == "Done"


def test_what_was_carried_over_goes_on(head, closed, waiting):
    cases.move(waiting, Enquiry.Status.REFUSED, by=head, at=AFTER, words="Not any more.")
    assert Enquiry.objects.get(pk=waiting.pk).status == "refused"
    assert CarriedOver.objects.get().reason == "Spare parts come in March"


def test_nothing_new_comes_into_what_is_closed_and_all_into_what_is_not(head, closed):
    late = THEN + timedelta(days=1)
    assert refused(lambda: cases.raise_case(Enquiry, by=head, at=late, title="Late"))
    new = cases.raise_case(Enquiry, by=head, at=AFTER, title="New")
    assert refused(lambda: Enquiry.objects.filter(pk=new.pk).update(raised_at=THEN))
    Enquiry.objects.filter(pk=new.pk).update(raised_at=AFTER + timedelta(days=1))


def test_the_days_of_a_closed_semester_stay(closed, semester):
    assert refused(lambda: Semester.objects.update(last_day=date(2026, 2, 10)))


def test_items_are_locked_with_the_semester_of_their_plan(head, semester, office):
    plan = Plan.objects.create(
        semester=semester, department=office, title="Plan", adopted_by=head, adopted_at=THEN
    )
    item = PlanItem.objects.create(
        plan=plan, title="Drill", lead_unit=office, owner=head, status="done",
        starts_on=date(2025, 11, 9), ends_on=date(2025, 11, 9),
    )  # fmt: skip
    actions.close(semester, by=head, at=AFTER)
    assert refused(lambda: PlanItem.objects.filter(pk=item.pk).update(title="x"))


def test_what_is_settled_before_the_close_needs_no_reason_and_is_locked(head, semester, waiting):
    carry(semester, head)
    cases.move(waiting, Enquiry.Status.REFUSED, by=head, at=AFTER, words="No.")
    actions.close(semester, by=head, at=AFTER)
    assert not CarriedOver.objects.exists()
    assert refused(lambda: Enquiry.objects.update(title="x"))


def test_reasons_are_given_one_by_one_or_for_the_rest(head, semester, waiting):
    other = cases.raise_case(Enquiry, by=head, at=THEN, title="Other")
    each = {"Own reason": [other.pk]}
    actions.carry_over_each(semester, sort("enquiry"), each, by=head, at=AFTER)
    assert carry(semester, head, reason="The rest") == 1
    told = dict(CarriedOver.objects.values_list("object_id", "reason"))
    assert told == {waiting.pk: "The rest", other.pk: "Own reason"}
    again = {"Better reason": [other.pk]}
    actions.carry_over_each(semester, sort("enquiry"), again, by=head, at=AFTER)
    assert CarriedOver.objects.get(object_id=other.pk).reason == "Better reason"
    with pytest.raises(Refused, match="请说明"):
        carry(semester, head, reason="  ")


def test_only_the_last_close_is_taken_back_for_a_reason_that_stays(head, closed, semester, done):
    with pytest.raises(Exception, match="请说明"):
        actions.reopen(semester, why=" ", by=head, at=AFTER)
    actions.reopen(semester, why="A bill came late", by=head, at=AFTER + timedelta(days=1))
    Enquiry.objects.filter(pk=done.pk).update(title="Put right")
    with pytest.raises(Refused, match="最近一次结档"):
        actions.reopen(semester, why="Once more", by=head, at=AFTER)
    carry(semester, head)
    actions.close(semester, by=head, at=AFTER + timedelta(days=2))
    assert [each.reopened_why for each in SemesterClose.objects.order_by("id")] == [
        "A bill came late", "",
    ]  # fmt: skip
    assert refused(lambda: Enquiry.objects.filter(pk=done.pk).update(title="x"))


def test_what_the_law_wants_erased_can_be_erased(closed, done):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL steward.erasing = 'on'")
        Enquiry.objects.filter(pk=done.pk).update(description="")
        cursor.execute("RESET steward.erasing")
    assert refused(lambda: Enquiry.objects.filter(pk=done.pk).update(title="x"))
