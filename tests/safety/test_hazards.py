"""The life of a hazard: who grades, rectifies, verifies; what is promised; what must never be."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.cases import actions as cases
from campus.cases.models import Promise
from campus.doors import Refused
from campus.models import Attachment, Enquiry, InboxEntry
from safety.actions import criteria
from safety.actions import hazards as actions
from safety.kinds.hazard import HAZARD
from safety.models import Hazard, MajorCriterion
from tests.campus.attachments.samples import jpeg, upload
from tests.safety.conftest import AT, GENERAL, fresh, moment, told

Status = Hazard.Status


def running(hazard: Hazard) -> dict[str, str]:
    """The promises that run, and when they are due."""
    found = Promise.objects.of(hazard).unmet().exclude(due_at=None)
    return {
        each.kind: f"{each.due_at.astimezone(AT.tzinfo):%m-%d %H:%M}"
        for each in found
        if each.due_at
    }


def test_it_goes_from_the_report_to_the_closing(rectified, safety_officer, technician):
    actions.close(rectified, verdict="属实", by=safety_officer, at=moment(11, 6, 9))
    closed = fresh(rectified)
    assert (closed.number, closed.status, closed.level) == ("H-2025-0001", "closed", "general")
    assert (closed.rectifier, closed.verifier, closed.verdict) == (
        technician, safety_officer, "属实",
    )  # fmt: skip
    assert not Promise.objects.of(closed).unmet().exists()


def test_who_hears_of_what(rectified, teacher, safety_officer, technician, head):
    assert told(technician) == [actions.RECTIFY]
    assert told(safety_officer)[-1] == actions.TO_VERIFY
    assert len(told(teacher)) == 3
    assert told(head) == []


def test_grading_rectifying_and_verifying_are_promised(hazard, safety_officer, commitments):
    assert running(hazard) == {"graded": "11-04 09:00"}
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    assert running(hazard) == {}
    actions.order(hazard, **commitments(), by=safety_officer, at=AT)
    assert running(hazard) == {"rectified": "11-10 17:30"}


def test_a_day_that_has_passed_is_not_promised(hazard, safety_officer, commitments):
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    with pytest.raises(Refused):
        actions.order(hazard, **commitments(rectify_by=date(2025, 11, 1)), by=safety_officer, at=AT)
    assert fresh(hazard).status == Status.GRADED


def test_the_day_is_put_off_for_a_reason(ordered, head):
    actions.put_off(ordered, day=date(2025, 11, 14), words="等配件", by=head, at=AT)
    assert (fresh(ordered).rectify_by, running(ordered)) == (
        date(2025, 11, 14), {"rectified": "11-14 17:30"},
    )  # fmt: skip


def test_what_is_late_goes_to_the_officer_and_then_to_the_head(
    ordered, technician, safety_officer, head
):
    promise = Promise.objects.of(ordered).unmet().get()
    before = {person: len(told(person)) for person in (technician, safety_officer, head)}

    def rung(at) -> list[int]:
        cases.ring(promise.pk, at=at)
        return [len(told(person)) - before[person] for person in before]

    assert rung(moment(11, 7, 18)) == [1, 0, 0]
    assert rung(moment(11, 11, 8)) == [2, 1, 0]
    assert rung(moment(11, 12, 8)) == [3, 2, 1]


# Major ones


def test_of_a_major_one_the_head_hears_at_once(hazard, safety_officer, head, criterion):
    major = {**GENERAL, "level": "major", "criterion": criterion}
    actions.grade(hazard, **major, by=safety_officer, at=AT)
    assert told(head) == [actions.IS_MAJOR]


def test_a_major_one_is_so_for_a_reason(hazard, safety_officer):
    with pytest.raises(ValidationError):
        actions.grade(hazard, **{**GENERAL, "level": "major"}, by=safety_officer, at=AT)
    grounds = {**GENERAL, "level": "major", "grounds": "三百人只有一个出口"}
    actions.grade(hazard, **grounds, by=safety_officer, at=AT)
    assert fresh(hazard).is_major


@pytest.mark.parametrize("missing", ["measures", "budget", "contingency"])
def test_a_major_one_is_not_ordered_without_all_five_commitments(
    hazard, safety_officer, criterion, commitments, missing
):
    major = {**GENERAL, "level": "major", "criterion": criterion}
    actions.grade(hazard, **major, by=safety_officer, at=AT)
    lacking = commitments(**{missing: None if missing == "budget" else ""})
    with pytest.raises(ValidationError):
        actions.order(hazard, **lacking, by=safety_officer, at=AT)
    assert fresh(hazard).status == Status.GRADED


def test_graded_wrongly_it_is_graded_anew(hazard, safety_officer, criterion):
    major = {**GENERAL, "level": "major", "criterion": criterion}
    actions.grade(hazard, **major, by=safety_officer, at=AT)
    actions.grade(fresh(hazard), **GENERAL, by=safety_officer, at=AT)
    assert (fresh(hazard).level, fresh(hazard).criterion) == ("general", None)


def test_what_is_beyond_the_school_is_reported_upward_and_kept_safe(ordered, head, commitments):
    upward: dict[str, Any] = {
        "upward_to": "区教育局", "upward_how": "书面", "upward_on": AT.date(), "isolation": "停用",
    }  # fmt: skip
    with pytest.raises(ValidationError):
        actions.report_upward(ordered, **{**upward, "isolation": ""}, words="x", by=head, at=AT)
    actions.report_upward(ordered, **upward, words="需改造结构", by=head, at=AT)
    assert (fresh(ordered).status, fresh(ordered).assignee, running(ordered)) == (
        "reported_up", None, {},
    )  # fmt: skip
    actions.order(fresh(ordered), **commitments(), by=head, at=AT)
    assert (fresh(ordered).status, running(ordered)) == (
        "rectifying", {"rectified": "11-10 17:30"},
    )  # fmt: skip


# Verification


def test_nobody_verifies_their_own_work(rectified, technician):
    with pytest.raises(Refused):
        actions.close(rectified, verdict="好", by=technician, at=AT)
    assert fresh(rectified).status == Status.VERIFYING


def test_an_officer_who_has_rectified_it_leaves_the_verification_to_the_head(
    hazard, safety_officer, head, commitments
):
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    actions.order(hazard, **commitments(owner=safety_officer), by=safety_officer, at=AT)
    actions.finish(hazard, words="好了", by=safety_officer, at=AT)
    assert told(head) == [actions.TO_VERIFY]
    with pytest.raises(Refused):
        actions.close(fresh(hazard), verdict="好", by=safety_officer, at=AT)
    actions.close(fresh(hazard), verdict="好", by=head, at=AT)
    assert fresh(hazard).status == Status.CLOSED


def test_what_does_not_hold_goes_back_by_a_new_day(rectified, safety_officer, technician):
    at = moment(11, 6, 9)
    actions.send_back(rectified, day=date(2025, 11, 12), words="仍打不开", by=safety_officer, at=at)
    back = fresh(rectified)
    assert (back.status, back.assignee, running(back)) == (
        "sent_back", technician, {"rectified": "11-12 17:30"},
    )  # fmt: skip
    actions.finish(back, words="重换", by=technician, at=at)
    assert fresh(back).status == Status.VERIFYING


def test_what_is_there_again_is_opened_with_its_past(rectified, safety_officer, technician):
    actions.close(rectified, verdict="好", by=safety_officer, at=moment(11, 6, 9))
    actions.send_back(
        fresh(rectified), day=date(2025, 11, 20), words="又锁了", by=safety_officer,
        at=moment(11, 17, 9),
    )  # fmt: skip
    again = fresh(rectified)
    assert (again.status, again.verifier, again.assignee) == ("sent_back", None, technician)


def test_pictures_know_whether_they_show_it_before_or_after(
    reported, safety_officer, technician, commitments
):
    photo = [upload(jpeg(64, 48), "a.jpg")]
    hazard = reported(attachments=photo)
    actions.grade(hazard, **GENERAL, by=safety_officer, at=AT)
    actions.order(hazard, **commitments(), by=safety_officer, at=AT)
    after = [upload(jpeg(48, 64), "b.jpg")]
    actions.finish(hazard, words="好了", by=technician, at=AT, attachments=after)
    found = Attachment.objects.of(hazard).values_list("name", "role")
    assert list(found) == [("a.jpg", "before"), ("b.jpg", "after")]


# From elsewhere


def test_an_enquiry_that_is_a_hazard_goes_on_as_one(teacher, dispatcher, stairs, safety_officer):
    enquiry = cases.raise_case(Enquiry, by=teacher, at=AT, title="栏杆松动", place=stairs)
    cases.hand_on(enquiry, to=HAZARD, by=dispatcher, at=AT)
    made = Hazard.objects.get()
    assert (made.title, made.reporter, made.origin, made.source) == (
        "栏杆松动", teacher, enquiry, "report",
    )  # fmt: skip


# The register of a year


def test_what_was_closed_is_not_carried_over_and_what_is_open_is(
    reported, rectified, safety_officer
):
    still_open = reported()
    actions.close(rectified, verdict="好", by=safety_officer, at=moment(11, 6, 9))

    def of_year(year: int) -> set[int]:
        return set(Hazard.objects.of_year(year).values_list("pk", flat=True))

    assert (of_year(2024), of_year(2025), of_year(2026)) == (
        set(), {rectified.pk, still_open.pk}, {still_open.pk},
    )  # fmt: skip


# What must never be


@pytest.mark.parametrize(
    "facts",
    [
        {"status": "lost"}, {"source": "x"}, {"domain": "x"}, {"level": "x"}, {"level": ""},
        {"budget": Decimal(-1)}, {"owner": None}, {"rectify_by": None},
        {"status": "closed"}, {"level": "major"}, {"upward_to": "区教育局"},
        {"status": "reported_up"}, {"place": None},
    ],
)  # fmt: skip
def test_the_database_keeps_the_rules(rectified, facts):
    with pytest.raises(IntegrityError), transaction.atomic():
        Hazard.objects.filter(pk=rectified.pk).update(**facts)


@pytest.mark.parametrize("role", ["rectifier", "owner"])
def test_the_database_itself_forbids_to_verify_ones_own(rectified, safety_officer, role):
    actions.close(rectified, verdict="好", by=safety_officer, at=AT)
    with pytest.raises(IntegrityError, match="hazard_verified_by_another"), transaction.atomic():
        Hazard.objects.filter(pk=rectified.pk).update(**{role: safety_officer})


def test_the_usual_criteria_are_there_and_a_withdrawn_one_stays_so(criterion, head):
    criteria.write_criterion(criterion, is_offered=False, text="出口不足", by=head, at=AT)
    criteria.lay_usual_criteria()
    assert MajorCriterion.objects.count() == len(criteria.USUAL)
    kept = MajorCriterion.objects.get(pk=criterion.pk)
    assert (kept.text, kept.is_offered) == ("出口不足", False)


def test_pupils_in_the_inbox_are_told_no_names(ordered, pupil, teacher):
    texts = InboxEntry.objects.filter(person=teacher).values_list("notice__facts", flat=True)
    assert all("江小川" not in str(facts) for facts in texts)
