"""A case moves as its kind declares; two people at once: one wins, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from campus.cases import actions
from campus.desk import actions as desk
from campus.doors import Refused
from campus.models import Enquiry, InboxEntry, TimelineEntry
from tests.campus.cases.conftest import AT

LATER = AT + timedelta(hours=1)


def told_of(case: Enquiry) -> set[tuple[str, str]]:
    entries = InboxEntry.objects.select_related("person", "notice")
    return {
        (entry.person.name, entry.notice.sentence)
        for entry in entries
        if entry.notice.path == f"/desk/{case.pk}/"
    }


def test_the_desk_is_told_of_what_is_new(enquiry):
    assert told_of(enquiry) == {("秦疏影", "新来件：E-2025-0001 走廊灯不亮")}


def test_a_move_stores_state_version_and_timeline(enquiry, dispatcher):
    desk.take(enquiry, by=dispatcher, at=LATER)
    enquiry.refresh_from_db()
    assert (enquiry.status, enquiry.assignee, enquiry.version, enquiry.changed_at) == (
        "under_way", dispatcher, 2, LATER,
    )  # fmt: skip
    story = [(str(entry.by), entry.sentence) for entry in TimelineEntry.objects.of(enquiry)]
    assert story == [("许知言", "登记为 E-2025-0001"), ("秦疏影", "交给秦疏影")]


def test_everybody_around_is_told_but_not_who_did_it(enquiry, dispatcher, technician, teacher):
    actions.follow(enquiry, person=technician, at=AT)
    InboxEntry.objects.all().delete()
    desk.take(enquiry, by=dispatcher, at=LATER)
    words = "E-2025-0001 现为“进行中”：走廊灯不亮"
    assert told_of(enquiry) == {("江小川", words), ("许知言", words)}


def test_whoever_is_given_it_hears_once_that_it_is_theirs(enquiry, dispatcher, technician):
    desk.give(enquiry, to=technician, by=dispatcher, at=LATER)
    mine = [words for name, words in told_of(enquiry) if name == "江小川"]
    assert mine == ["现由您负责：E-2025-0001 走廊灯不亮"]


def test_a_state_that_may_not_follow_is_refused_with_a_sentence(enquiry, teacher):
    desk.withdraw(enquiry, by=teacher, at=LATER)
    with pytest.raises(Refused, match="E-2025-0001 现为“已撤回”"):
        desk.take(enquiry, by=teacher, at=LATER)


def test_a_reason_is_asked_for_where_it_is_wanted(enquiry, dispatcher):
    with pytest.raises(Refused, match="请说明原因"):
        desk.refuse(enquiry, words=" ", by=dispatcher, at=LATER)
    enquiry.refresh_from_db()
    assert enquiry.status == "new"


def test_the_second_of_two_is_told_what_the_first_has_done(enquiry, dispatcher, head):
    seen = enquiry.version
    desk.take(enquiry, by=dispatcher, at=LATER, seen=seen)
    with pytest.raises(Refused, match="秦疏影抢先一步：“交给秦疏影”"):
        desk.answer(enquiry, words="好", by=head, at=LATER, seen=seen)


def test_a_comment_in_between_hinders_nobody(enquiry, dispatcher):
    actions.me_too(enquiry, by=dispatcher, at=LATER)
    desk.take(enquiry, by=dispatcher, at=LATER, seen=enquiry.version)


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_one_wins(enquiry, dispatcher, head):
    barrier = Barrier(2)

    def take(person):
        try:
            barrier.wait(timeout=10)
            desk.take(enquiry, by=person, at=LATER, seen=1)
            return "took it"
        except Refused:
            return "was told"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, [dispatcher, head])) == ["took it", "was told"]
    enquiry.refresh_from_db()
    assert enquiry.version == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"status": "lost"},
        {"priority": "soon"},
        {"status": "merged"},
        {"status": "under_way", "assignee": None},
        {"origin_id": 4},
    ],
)
def test_the_database_forbids_what_must_not_be(enquiry, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.filter(pk=enquiry.pk).update(**wrong)
