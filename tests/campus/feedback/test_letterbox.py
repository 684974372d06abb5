"""Without a name: into the letterbox, out on the full hour, read by the receipt."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from campus.doors import Refused
from campus.feedback import actions
from campus.feedback.actions.allowance import forget_weeks
from campus.feedback.receipts import digest_of, new_code
from campus.models import (
    Feedback,
    FeedbackWeek,
    InboxEntry,
    Letter,
    Submission,
    TimelineEntry,
)
from tests.campus.attachments.samples import jpeg
from tests.campus.feedback.conftest import NOON, ONE, code_of, typed

pytestmark = pytest.mark.usefixtures("at_noon")


def drop(topic, pupil, code=None, **facts):
    facts = {"kind": "opinion", "words": "太贵了", **facts}
    code = code or new_code()
    actions.drop_entry(topic, code=code, allowed_to=pupil, at=NOON, **facts)
    return code


def told(person) -> list[str]:
    return [str(each.notice) for each in InboxEntry.objects.filter(person=person)]


def test_it_is_taken_out_on_the_full_hour_and_told_then(prices, pupil, manager):
    drop(prices, pupil)
    assert actions.deliver(at=NOON + timedelta(minutes=42)) == 0
    assert (Feedback.objects.count(), told(manager)) == (0, [])
    assert actions.deliver(at=ONE) == 1
    entry = Feedback.objects.get()
    assert (entry.description, entry.raised_at, entry.reporter, entry.is_unnamed) == (
        "太贵了", ONE, None, True,
    )  # fmt: skip
    assert len(told(manager)) == 1
    assert not Letter.objects.exists()


def test_what_cannot_wait_is_told_within_the_minute_to_those_who_must_know(
    poison, pupil, manager, head
):
    drop(poison, pupil, words="三个人肚子疼")
    actions.deliver(at=NOON)
    entry = Feedback.objects.get()
    assert (entry.priority, entry.raised_at) == ("urgent", NOON.replace(minute=0, second=0))
    assert [len(told(each)) for each in (manager, head)] == [1, 1]


def test_a_receipt_leads_to_the_answer_and_back(signed_in, prices, pupil, manager):
    browser = signed_in(pupil)
    code = code_of(browser.post("/feedback/unnamed/house/", typed(prices)))
    waiting = browser.post("/feedback/receipt/", {"code": code.lower().replace("-", " ")})
    assert "13:00" in waiting.content.decode()
    actions.deliver(at=ONE)
    entry = Feedback.objects.get()
    actions.answer(entry, words="下周起降价五角", by=manager, at=ONE)
    assert "下周起降价五角" in browser.post("/feedback/receipt/", {"code": code}).content.decode()
    browser.post("/feedback/receipt/reply/", {"code": code, "words": "谢谢"})
    browser.post("/feedback/receipt/stars/", {"code": code, "stars": "5"})
    actions.deliver(at=ONE + timedelta(hours=1))
    entry.refresh_from_db()
    replies = TimelineEntry.objects.of(entry).filter(kind="unnamed")
    assert ([each.words for each in replies], entry.answer_stars) == (["谢谢"], 5)
    again = browser.post("/feedback/receipt/stars/", {"code": code, "stars": "1"}, follow=True)
    assert "已经" in again.content.decode()


@pytest.mark.parametrize("code", ["", "7KQ2", "7KQ2-M4XD-9TRW-3BC!", "7KQ2-M4XD-9TRW-3BCF"])
def test_a_wrong_code_shows_nothing_and_says_so(signed_in, pupil, db, code):
    answer = signed_in(pupil).post("/feedback/receipt/", {"code": code})
    assert list(answer.context["by_receipt"].errors) == ["code"]


def test_the_same_press_twice_is_one_entry_and_one_count(signed_in, prices, pupil):
    browser, form = signed_in(pupil), typed(prices)
    codes = [code_of(browser.post("/feedback/unnamed/house/", form)) for _each in range(2)]
    actions.deliver(at=ONE)
    codes.append(code_of(browser.post("/feedback/unnamed/house/", form)))
    assert (len(set(codes)), Feedback.objects.count(), Letter.objects.count()) == (1, 1, 0)
    assert sum(bytes(FeedbackWeek.objects.get().used)) in (1, 2)
    assert not Submission.objects.exists()


def test_only_so_many_a_week_and_another_is_not_in_the_way(settings, prices, pupil, teacher):
    settings.UNNAMED_A_WEEK = 2
    drop(prices, pupil)
    drop(prices, pupil)
    with pytest.raises(Refused):
        drop(prices, pupil)
    drop(prices, teacher)
    assert Letter.objects.count() == 3
    forget_weeks(at=NOON + timedelta(days=7))
    assert not FeedbackWeek.objects.exists()


def test_a_photo_keeps_its_pixels_and_leaves_its_name_behind(signed_in, prices, pupil, manager):
    photo = SimpleUploadedFile("林暮云的手机.jpg", jpeg(), "image/jpeg")
    signed_in(pupil).post("/feedback/unnamed/house/", typed(prices, photos=[photo]))
    actions.deliver(at=ONE)
    from campus.models import Attachment

    kept = Attachment.objects.of(Feedback.objects.get())
    assert [(each.name, each.by) for each in kept] == [("照片1.jpg", None)]


def test_what_is_no_picture_is_told_at_its_field(signed_in, prices, pupil):
    paper = SimpleUploadedFile("a.pdf", b"%PDF-1.4 nothing", "application/pdf")
    answer = signed_in(pupil).post("/feedback/unnamed/house/", typed(prices, photos=[paper]))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["photos"])
    assert not Letter.objects.exists()


def test_no_entry_without_a_name_can_hold_a_person_or_a_minute(prices, pupil):
    drop(prices, pupil)
    actions.deliver(at=ONE)
    entry = Feedback.objects.filter(receipt__isnull=False)
    for leak in ({"reporter": pupil}, {"raised_at": NOON}):
        with pytest.raises(IntegrityError), transaction.atomic():
            entry.update(**leak)


def test_a_code_that_was_tampered_with_is_replaced(signed_in, prices, pupil):
    form = {**typed(prices), "receipt": "AAAA-AAAA-AAAA-AAAA"}
    code = code_of(signed_in(pupil).post("/feedback/unnamed/house/", form))
    assert code != "AAAA-AAAA-AAAA-AAAA"
    assert Letter.objects.get().receipt == digest_of(code)
