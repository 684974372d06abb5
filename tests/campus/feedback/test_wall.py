"""You said, we did; votes."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.doors import Refused
from campus.feedback import actions
from campus.models import Feedback, FeedbackVote
from tests.campus.feedback.conftest import NOON, ONE


@pytest.fixture
def put_up(prices, pupil, manager):
    def put(said="粥太稀", did="") -> Feedback:
        entry = actions.write(prices, kind="opinion", words="我是三班的", by=pupil, at=NOON)
        actions.put_up(entry, said=said, did=did, by=manager, at=ONE)
        return entry

    return put


def test_the_wall_shows_the_offices_words_and_nobodys_name(signed_in, put_up, teacher, pupil):
    put_up(did="每桶多放两斤米")
    page = signed_in(teacher).get("/feedback/wall/").content.decode()
    assert "粥太稀" in page
    assert "每桶多放两斤米" in page
    assert not any(each in page for each in (pupil.name, "我是三班的"))


def test_a_wish_is_voted_for_once_by_others_while_it_is_open(
    signed_in, put_up, teacher, pupil, manager
):
    entry = put_up()
    browser = signed_in(teacher)
    browser.post(f"/feedback/wall/{entry.pk}/vote/")
    again = browser.post(f"/feedback/wall/{entry.pk}/vote/", follow=True)
    assert "已经" in again.content.decode()
    with pytest.raises(Refused):
        actions.vote(entry, by=pupil)
    actions.answer(entry, words="加米了", by=manager, at=ONE)
    with pytest.raises(Refused):
        actions.vote(entry, by=manager)
    entry.refresh_from_db()
    assert entry.votes == 1


def test_what_is_hidden_or_taken_down_is_not_on_the_wall(put_up, manager):
    hidden, down = put_up("一"), put_up("二")
    actions.hide(hidden, words="辱骂", by=manager, at=ONE)
    actions.take_down(down, by=manager, at=ONE)
    assert not Feedback.objects.all().on_wall().exists()


def test_the_wall_asks_as_much_for_one_as_for_many(signed_in, put_up, teacher):
    browser = signed_in(teacher)
    counts = []
    for more in (1, 2):
        for _each in range(more):
            put_up()
        with CaptureQueriesContext(connection) as asked:
            browser.get("/feedback/wall/")
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_are_one_vote(put_up, teacher):
    entry, together, refused = put_up(), Barrier(2), []

    def press():
        together.wait()
        try:
            actions.vote(entry, by=teacher)
        except Refused as sentence:
            refused.append(str(sentence))
        finally:
            connection.close()

    people = [Thread(target=press) for _each in range(2)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    entry.refresh_from_db()
    assert (entry.votes, FeedbackVote.objects.count(), len(refused)) == (1, 1, 1)
