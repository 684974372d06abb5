"""The weekly letter: to whom, once, in whose language, and what happens when the mail is away."""

import smtplib
from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from logistics.dashboard import actions
from logistics.dashboard.models import Digest, DigestWish
from logistics.dashboard.tasks import send_letters
from tests.logistics.dashboard.school import do, moment

MONDAY = date(2025, 11, 10)
SEVEN = moment(70) - timedelta(hours=2)


@pytest.fixture(autouse=True)
def monday_at_seven(monkeypatch):
    """It is Monday, 10 November, 7:00 school time."""
    assert timezone.localtime(SEVEN).strftime("%a %H:%M") == "Mon 07:00"
    monkeypatch.setattr("django.utils.timezone.now", lambda: SEVEN)


def test_it_comes_once_however_often_the_task_runs(school, head):
    do(school, 0, 0, 60, 1)
    send_letters()
    send_letters()
    assert [each.to for each in mail.outbox] == [[head.email]]
    [letter] = Digest.objects.all()
    assert (letter.person, letter.monday, letter.state, letter.sent_at) == (
        head, MONDAY, "sent", SEVEN
    )  # fmt: skip


def test_it_holds_the_readers_tiles_with_links_as_text_and_as_a_table(school, head, settings):
    settings.SITE_URL = "https://steward.example"
    do(school, 0, 0, 60, 1)
    send_letters()
    [letter] = mail.outbox
    assert isinstance(letter, mail.EmailMultiAlternatives)
    [(table, kind)] = [tuple(each) for each in letter.alternatives]
    assert kind == "text/html"
    for text in (str(letter.body), str(table)):
        assert "报修按时完成率" in text
        assert "100%" in text
        assert "https://steward.example/repairs/?promise=kept" in text
    assert "第11周" in letter.subject


def test_whoever_wants_it_gets_it_in_the_language_of_their_wish(school, head, teacher):
    teacher.email = "teacher@school.example"
    teacher.save()
    actions.wish(wants=True, language="en", by=teacher, at=SEVEN)
    actions.wish(wants=False, language="zh-hans", by=head, at=SEVEN)
    send_letters()
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (
        [teacher.email], "How the semester stands, week 11"
    )  # fmt: skip
    # Of what is not theirs to read they are told nothing.
    assert "Open hazards" not in letter.body
    assert "Work plan done: –" in letter.body


def test_without_an_address_or_a_semester_no_letter_is_laid(head, semester, teacher):
    actions.wish(wants=True, language="en", by=teacher, at=SEVEN)
    semester.delete()
    send_letters()
    assert not Digest.objects.exists()


def test_a_mail_server_that_is_away_is_tried_again_and_given_up_at_noon(
    school, monkeypatch, caplog
):
    actions.lay_letters(MONDAY, at=SEVEN)
    [letter] = Digest.objects.all()

    class Away:
        def send(self) -> None:
            raise smtplib.SMTPServerDisconnected

    def tried(at) -> tuple[bool, str]:
        sent = actions.send_letter(letter.pk, lambda *_of: Away(), at=at)  # type: ignore[arg-type]  # all that is asked of it
        letter.refresh_from_db()
        return sent, letter.state

    assert tried(SEVEN) == (False, "waiting")
    # Too early: nothing is tried.
    assert (tried(SEVEN), letter.attempts) == ((False, "waiting"), 1)
    at = SEVEN
    for minutes in actions.BACK_OFF[:-1]:
        at += timedelta(minutes=minutes)
        assert tried(at) == (False, "waiting")


@pytest.mark.logs_errors
def test_after_the_last_try_it_is_given_up(school):
    actions.lay_letters(MONDAY, at=SEVEN)
    Digest.objects.update(attempts=len(actions.BACK_OFF))

    class Away:
        def send(self) -> None:
            raise OSError

    pk = Digest.objects.get().pk
    assert not actions.send_letter(pk, lambda *_of: Away(), at=SEVEN)  # type: ignore[arg-type]  # as above
    assert Digest.objects.get().state == "given_up"


def test_somebody_who_has_left_meanwhile_gets_none(school, head):
    actions.lay_letters(MONDAY, at=SEVEN)
    head.is_active = False
    head.save()
    send_letters()
    assert (mail.outbox, Digest.objects.get().state) == ([], "given_up")


def test_the_wish_is_made_on_a_page_and_needs_an_address(signed_in, teacher, head):
    browser = signed_in(teacher)
    answer = browser.post("/dashboard/letter/", {"wants": "on", "language": "en"})
    assert (answer.status_code, DigestWish.objects.count()) == (422, 0)
    desk = signed_in(head)
    assert desk.get("/dashboard/letter/").context["form"]["wants"].value() is True
    assert desk.post("/dashboard/letter/", {"language": "zh-hans"}).status_code == 302
    assert desk.get("/dashboard/letter/").context["form"]["wants"].value() is False
