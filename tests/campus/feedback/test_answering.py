"""With a name: written, answered by a day that is watched, merged, hidden, marked."""

from datetime import date, timedelta

import pytest

from campus.cases import actions as cases
from campus.doors import Refused
from campus.feedback import actions
from campus.models import Feedback, InboxEntry, Promise, Role
from tests.campus.feedback.conftest import NOON, ONE
from tests.conftest import make_person

pytestmark = pytest.mark.usefixtures("at_noon")
Status = Feedback.Status


@pytest.fixture
def written(prices, pupil):
    def write(words="太贵了", by=None, **facts) -> Feedback:
        return actions.write(
            prices, kind="suggestion", words=words, by=by or pupil, at=NOON, **facts
        )

    return write


def news_of(person) -> int:
    return InboxEntry.objects.filter(person=person).count()


def test_whoever_answers_for_the_topic_has_it_and_nobody_else_sees_it(
    written, manager, teacher, pupil, head
):
    entry = written()
    seen = {
        person.name: Feedback.objects.visible_to(person).filter(pk=entry.pk).exists()
        for person in (manager, teacher, pupil, head)
    }
    assert seen == {"唐竹影": True, "许知言": False, "林暮云": True, "程远山": True}
    assert news_of(manager) == 1


def test_an_answer_is_promised_in_three_working_days_and_kept(written, manager):
    entry = written()
    promise = Promise.objects.of(entry).get()
    assert promise.due_at
    assert (promise.due_at.date(), promise.hours) == (date(2025, 11, 7), "office")
    actions.answer(entry, words="下周降价", by=manager, at=ONE)
    entry.refresh_from_db()
    assert (entry.status, entry.answer, entry.kept) == (Status.ANSWERED, "下周降价", ["answer"])


def test_without_an_answer_it_climbs_to_the_head(written, manager, head):
    promise = Promise.objects.of(written()).get()
    cases.ring(promise.pk, at=NOON + timedelta(days=8))
    assert news_of(head) == 1


def test_what_is_promised_is_watched_until_it_is_done(written, manager):
    entry = written()
    actions.promise(entry, words="换一家供应商", until=date(2025, 11, 14), by=manager, at=ONE)
    entry.refresh_from_db()
    assert (entry.status, entry.is_open, entry.kept) == (Status.PROMISED, True, ["answer"])
    assert Promise.objects.of(entry).unmet().get().kind == "done"
    actions.answer(entry, words="换好了", by=manager, at=ONE)
    entry.refresh_from_db()
    assert entry.kept == ["answer", "done"]


def test_nothing_is_promised_for_a_day_that_is_over(written, manager):
    with pytest.raises(Refused):
        actions.promise(written(), words="昨天", until=date(2025, 11, 3), by=manager, at=ONE)


def test_the_same_wish_is_merged_its_votes_are_counted_once_and_its_writer_hears_of_it(
    written, manager, pupil, teacher, head
):
    other_pupil = make_person("20250302", "夏听澜", kind="pupil", school_class=pupil.school_class)
    into, entry = written(), written("价格太高", by=other_pupil)
    for each in (into, entry):
        actions.put_up(each, said="价格高", by=manager, at=ONE)
    actions.vote(into, by=teacher)
    actions.vote(entry, by=teacher)
    actions.vote(entry, by=head)
    actions.merge(entry, into=into, by=manager, at=ONE)
    into.refresh_from_db()
    assert into.votes == 3
    before = news_of(other_pupil)
    actions.answer(into, words="下周降价", by=manager, at=ONE)
    entry.refresh_from_db()
    assert (entry.spoken_for.answer, news_of(other_pupil) - before) == ("下周降价", 1)
    assert not Feedback.objects.visible_to(other_pupil).filter(pk=into.pk).exists()


def test_abuse_is_hidden_with_its_reason_and_only_the_head_brings_it_back(
    written, manager, head, signed_in
):
    entry = written("你们都是……")
    with pytest.raises(Refused):
        actions.hide(entry, words=" ", by=manager, at=ONE)
    actions.hide(entry, words="辱骂", by=manager, at=ONE)
    assert not Feedback.objects.visible_to(manager).exists()
    assert signed_in(manager).get(f"/feedback/{entry.pk}/").status_code == 404
    page = signed_in(head).get(f"/feedback/{entry.pk}/")
    assert "辱骂" in page.content.decode()
    sent = {"seen": 2, "words": "说得过分，但有道理"}
    signed_in(head).post(f"/feedback/{entry.pk}/reopen/", sent)
    entry.refresh_from_db()
    assert entry.status == Status.UNDER_WAY


def test_the_writer_gives_stars_once_and_nobody_else_does(written, manager, pupil, signed_in):
    entry = written()
    with pytest.raises(Refused):
        actions.rate(entry, stars=5, by=pupil, at=ONE)
    actions.answer(entry, words="好的", by=manager, at=ONE)
    sent = {"seen": 2, "stars": "4", "words": ""}
    assert signed_in(manager).post(f"/feedback/{entry.pk}/rate/", sent).status_code == 403
    signed_in(pupil).post(f"/feedback/{entry.pk}/rate/", sent)
    entry.refresh_from_db()
    assert entry.answer_stars == 4
    with pytest.raises(Refused):
        actions.rate(entry, stars=1, by=pupil, at=ONE)


def test_the_desk_of_a_topic_follows_its_roles(written, prices, manager, technician):
    prices.roles = [Role.TECHNICIAN]
    actions.keep_topic(prices, by=manager, at=NOON)
    before = news_of(technician)
    written()
    assert news_of(technician) - before == 1
