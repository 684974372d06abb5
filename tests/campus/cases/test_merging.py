"""Two cases turn out to be one."""

from datetime import timedelta

import pytest

from campus.cases import actions
from campus.cases.following import following
from campus.doors import Refused
from campus.models import Enquiry, Follow, Promise, TimelineEntry
from tests.campus.cases.conftest import AT

LATER = AT + timedelta(hours=1)


@pytest.fixture
def two(raised, lab, pupil) -> tuple[Enquiry, Enquiry]:
    return raised(place=lab), raised(place=lab, by=pupil, title="灯坏了")


def test_the_merged_one_closes_and_its_people_follow_the_other(two, dispatcher, pupil):
    first, second = two
    actions.merge(second, into=first, by=dispatcher, at=LATER)
    second.refresh_from_db()
    assert (second.status, second.merged_into, second.due_at) == ("merged", first, None)
    assert [(each.person, each.me_too) for each in Follow.objects.all()] == [(pupil, True)]
    assert Promise.objects.of(second).get().dropped_at == LATER
    assert following(first).troubled == 2


def test_both_timelines_say_so(two, dispatcher):
    first, second = two
    actions.merge(second, into=first, by=dispatcher, at=LATER)
    last = [list(TimelineEntry.objects.of(case))[-1].sentence for case in two]
    assert last == ["E-2025-0002 并入本件：灯坏了", "并入 E-2025-0001"]


def test_figures_count_the_trouble_once(two, dispatcher):
    first, second = two
    actions.merge(second, into=first, by=dispatcher, at=LATER)
    assert list(Enquiry.objects.counted()) == [first]


def test_nothing_is_merged_into_itself_or_into_what_is_closed(two, dispatcher, teacher):
    first, second = two
    with pytest.raises(Refused):
        actions.merge(first, into=first, by=dispatcher, at=LATER)
    actions.merge(second, into=first, by=dispatcher, at=LATER)
    with pytest.raises(Refused, match="E-2025-0002"):
        actions.merge(first, into=second, by=dispatcher, at=LATER)


def test_me_too_counts_each_person_once(enquiry, teacher, pupil):
    noted = actions.me_too(enquiry, by=pupil, at=AT)
    assert noted
    assert noted.sentence == "也受影响：现共 2 人"
    assert actions.me_too(enquiry, by=pupil, at=AT) is None
    assert actions.me_too(enquiry, by=teacher, at=AT) is None
    assert following(enquiry).troubled == 2
