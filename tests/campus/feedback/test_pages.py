"""Saying something on a page, the list of entries, the topics."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.feedback import actions
from campus.feedback.models import FeedbackTally
from campus.models import Feedback, FeedbackTopic, Place
from tests.campus.feedback.conftest import NOON, ONE, typed
from tests.campus.tallied import counted, kept


def test_stars_or_a_few_words_are_enough(signed_in, prices, pupil):
    browser = signed_in(pupil)
    for facts in ({"words": "", "stars": "2"}, {"words": "太贵了"}):
        answer = browser.post("/feedback/new/house/", typed(prices, **facts), follow=True)
        assert answer.status_code == 200
    entries = Feedback.objects.order_by("pk")
    assert [(each.title, each.stars, each.reporter) for each in entries] == [
        ("价格", 2, pupil), ("太贵了", None, pupil),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"words": "  "}, "words"),
        ({"topic": "999"}, "topic"),
        ({"stars": "6"}, "stars"),
        ({"kind": "curse"}, "kind"),
        ({"words": "字" * 2001}, "words"),
        ({"place": "没有这里"}, "place"),
    ],
)
@pytest.mark.parametrize("address", ["/feedback/new/house/", "/feedback/unnamed/house/"])
def test_a_slip_is_told_at_its_field(signed_in, prices, pupil, wrong, field, address):
    answer = signed_in(pupil).post(address, {**typed(prices), **wrong})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not Feedback.objects.exists()


def test_a_label_brings_its_place_along(signed_in, prices, pupil, db):
    Place.objects.create(kind="room", code="ST-1", name="一号窗口")
    page = signed_in(pupil).get("/feedback/new/house/?place=ST-1&about=house.dish:7")
    assert 'value="ST-1"' in page.content.decode()


def test_what_nobody_asks_about_is_not_there(signed_in, pupil):
    assert signed_in(pupil).get("/feedback/new/nowhere/").status_code == 404


def test_pupils_do_not_look_through_what_others_wrote(signed_in, pupil, manager):
    shown = [signed_in(each).get("/feedback/entries/").status_code for each in (pupil, manager)]
    assert shown == [403, 200]


def test_pages_ask_as_much_for_one_as_for_many(signed_in, prices, pupil, manager):
    paths = {"/feedback/": pupil, "/feedback/entries/": manager, "/feedback/new/house/": pupil}
    counts = []
    for _round in range(2):
        for _each in range(2):
            actions.write(prices, kind="opinion", words="太贵了", by=pupil, at=NOON)
        for path, person in paths.items():
            browser = signed_in(person)
            with CaptureQueriesContext(connection) as asked:
                browser.get(path)
            counts.append(len(asked))
    assert counts[:3] == counts[3:]
    assert max(counts) <= 12


def test_the_head_keeps_the_topics(signed_in, prices, head, manager):
    sent = {"area": "house", "name": "价格", "roles": ["canteen_manager"], "is_offered": "on"}
    answer = signed_in(head).post("/feedback/topics/new/", sent)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["__all__"])
    signed_in(head).post("/feedback/topics/new/", {**sent, "name": "分量"})
    assert FeedbackTopic.objects.get(name="分量").position == 2
    assert signed_in(manager).get("/feedback/topics/").status_code == 403


def test_a_topic_that_is_closed_takes_nothing_more(signed_in, prices, pupil, head):
    prices.is_offered = False
    actions.keep_topic(prices, by=head, at=NOON)
    answer = signed_in(pupil).post("/feedback/new/house/", typed(prices))
    assert list(answer.context["form"].errors) == ["topic"]


def test_the_tallies_are_true_after_whatever_happens(prices, pupil, manager):
    entries = [
        actions.write(prices, kind="opinion", words=f"{n}", stars=n, by=pupil, at=NOON)
        for n in (1, 2, 5, 4)
    ]
    actions.answer(entries[0], words="好", by=manager, at=ONE)
    actions.rate(entries[0], stars=5, by=pupil, at=ONE)
    actions.hide(entries[1], words="辱骂", by=manager, at=ONE)
    actions.merge(entries[2], into=entries[3], by=manager, at=ONE)
    tally = FeedbackTally.objects.get()
    assert (tally.entries, tally.stars, tally.answered, tally.satisfied) == (2, 5, 1, 1)
    from campus.feedback.models import FEEDBACK_BY_DAY, FEEDBACK_BY_SUBJECT

    for each in (FEEDBACK_BY_DAY, FEEDBACK_BY_SUBJECT):
        assert kept(each) == counted(each)
