"""Where somebody is signed in."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from campus.account import actions
from campus.account.devices import in_words, is_handheld
from tests.campus.account.conftest import PHONE
from tests.conftest import PASSWORD

DEVICES = reverse("account:devices")


@pytest.mark.parametrize(
    ("agent", "words", "handheld"),
    [
        (PHONE, "WeChat on iPhone", True),
        (
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537 Edg/140.0",
            "Edge on Windows",
            False,
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "Firefox on Linux", False),
        (
            "Mozilla/5.0 (Linux; Android 15) Chrome/140 Mobile DingTalk/7",
            "DingTalk on Android",
            True,
        ),
        ("curl/8", "An unknown device", False),
        ("", "An unknown device", False),
    ],
)
def test_a_browser_is_told_in_words(agent, words, handheld):
    with override("en"):
        assert (in_words(agent), is_handheld(agent)) == (words, handheld)


def drawn(browser) -> list[tuple[str, bool]]:
    browser.cookies["django_language"] = "en"
    devices = browser.get(DEVICES).context["devices"]
    return [(each["name"], each["is_here"]) for each in devices]


def test_the_page_names_every_device_and_marks_this_one(come_in, head):
    desk, _phone = come_in(head), come_in(head, agent=PHONE)
    assert drawn(desk) == [("Firefox on Windows", True), ("WeChat on iPhone", False)]


def test_another_device_is_signed_out(come_in, head):
    desk, phone = come_in(head), come_in(head, agent=PHONE)
    other = UserSession.objects.get(user_agent=PHONE)
    desk.post(reverse("account:device_end", args=[other.pk]))
    assert (drawn(desk), phone.get("/").status_code) == ([("Firefox on Windows", True)], 302)


def test_all_others_are_signed_out_at_once(come_in, head):
    desk, phone, third = come_in(head), come_in(head, agent=PHONE), come_in(head)
    desk.post(reverse("account:devices_end_others"))
    answers = [each.get("/").status_code for each in (desk, phone, third)]
    assert answers == [200, 302, 302]


def test_nobody_ends_the_device_of_somebody_else_or_this_one(come_in, head, teacher):
    desk, other = come_in(head), come_in(teacher)
    for whose in (head, teacher):
        device = UserSession.objects.get(user=whose)
        assert desk.post(reverse("account:device_end", args=[device.pk])).status_code == 404
    assert other.get("/").status_code == 200


def test_last_seen_is_written_every_ten_minutes_and_not_at_every_page(come_in, head):
    desk = come_in(head)
    desk.get("/")
    before = UserSession.objects.get(user=head).last_seen_at
    desk.get("/")
    assert UserSession.objects.get(user=head).last_seen_at == before
    cache.clear()
    desk.get("/")
    assert UserSession.objects.get(user=head).last_seen_at > before


def test_a_new_password_signs_the_other_devices_out_and_this_one_stays_known(come_in, head):
    desk, phone = come_in(head), come_in(head, agent=PHONE)
    new = {"current": PASSWORD, "new": "mountain-path-7", "again": "mountain-path-7"}
    desk.post(reverse("people:password"), new)
    assert phone.get("/").status_code == 302
    assert drawn(desk)[0] == ("Firefox on Windows", True)


def test_an_administrator_signs_somebody_out_everywhere(come_in, signed_in, administrator, head):
    phone = come_in(head, agent=PHONE)
    path = reverse("account:sign_out_everywhere", args=[head.pk])
    assert signed_in(administrator).post(path).headers["Location"] == head.get_absolute_url()
    assert phone.get("/").status_code == 302


def test_devices_are_forgotten_after_two_weeks(come_in, head, settings):
    come_in(head)
    now = timezone.now()
    assert actions.clear_devices(at=now) == 0
    later = now + timedelta(seconds=settings.SESSION_COOKIE_AGE + 1)
    Session.objects.update(expire_date=now - timedelta(days=1))
    assert actions.clear_devices(at=later) == 1
    assert (UserSession.objects.count(), Session.objects.count()) == (0, 0)
