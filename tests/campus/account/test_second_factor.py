"""A code from a phone beside the password."""

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campus.account import actions
from campus.account.sealing import seal, unseal
from campus.models import InboxEntry, TimelineEntry
from tests.campus.account.codes import code_of, wrong_code
from tests.conftest import PASSWORD

SET_UP = reverse("mfa_activate_totp")
SIGN_IN = reverse("account_login")
CODE = reverse("mfa_authenticate")


def set_up(browser: Client) -> str:
    """Set the factor up; the secret that the phone has read."""
    secret = browser.get(SET_UP).context["form"].secret
    answer = browser.post(SET_UP, {"code": code_of(secret)})
    assert answer.headers["Location"] == reverse("mfa_view_recovery_codes")
    return secret


def password_typed(person) -> Client:
    client = Client()
    answer = client.post(SIGN_IN, {"login": person.number, "password": PASSWORD})
    assert answer.headers["Location"] == CODE
    return client


def left_alone(browser: Client) -> None:
    """Ten minutes have passed since anything was typed to sign in."""
    session = browser.session
    for record in session[AUTHENTICATION_METHODS_SESSION_KEY]:
        record["at"] -= 600
    session.save()


def recovery_codes(browser: Client) -> list[str]:
    return browser.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]


def test_whoever_has_set_it_up_signs_in_with_a_code(come_in, head):
    secret = set_up(come_in(head))
    browser = password_typed(head)
    assert browser.get("/").status_code == 302
    # The next step's code: the present one was used for the set-up.
    answer = browser.post(CODE, {"code": code_of(secret, steps=1)})
    assert answer.headers["Location"] == "/"
    assert browser.get("/").status_code == 200


def test_a_wrong_code_does_not_set_it_up(come_in, head):
    browser = come_in(head)
    secret = browser.get(SET_UP).context["form"].secret
    answer = browser.post(SET_UP, {"code": wrong_code(secret)})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["code"])
    assert not Authenticator.objects.exists()


def test_a_wrong_code_and_one_that_was_used_let_nobody_in(come_in, head):
    secret = set_up(come_in(head))
    browser = password_typed(head)
    assert browser.post(CODE, {"code": wrong_code(secret)}).status_code == 422
    used = code_of(secret, steps=1)
    browser.post(CODE, {"code": used})
    again = password_typed(head)
    assert again.post(CODE, {"code": used}).status_code == 422
    assert again.get("/").status_code == 302


def test_five_wrong_codes_shut_the_account_for_five_minutes(come_in, head):
    secret = set_up(come_in(head))
    browser = password_typed(head)
    for _ in range(5):
        browser.post(CODE, {"code": wrong_code(secret)})
    assert browser.post(CODE, {"code": code_of(secret, steps=1)}).status_code == 422


def test_a_recovery_code_lets_in_once(come_in, head):
    browser = come_in(head)
    set_up(browser)
    code = recovery_codes(browser)[0]
    assert password_typed(head).post(CODE, {"code": code}).headers["Location"] == "/"
    assert password_typed(head).post(CODE, {"code": code}).status_code == 422
    assert len(recovery_codes(browser)) == 9


def test_whoever_has_just_signed_in_sets_it_up_without_a_second_password(come_in, head):
    assert come_in(head).get(SET_UP).status_code == 200


def test_at_an_open_screen_the_password_is_asked_first(signed_in, head):
    answer = signed_in(head).get(SET_UP)
    assert answer.headers["Location"].partition("?")[0] == reverse("account_reauthenticate")


def test_it_is_switched_off_only_after_the_password_or_a_code(come_in, head):
    browser = come_in(head)
    secret = set_up(browser)
    left_alone(browser)
    off = reverse("mfa_deactivate_totp")
    asked = browser.post(off).headers["Location"]
    assert asked.partition("?")[0] == reverse("account_reauthenticate")
    browser.post(reverse("mfa_reauthenticate"), {"code": code_of(secret, steps=1)})
    browser.post(off)
    assert not Authenticator.objects.exists()


def test_recovery_codes_are_shown_again_only_after_the_password_or_a_code(come_in, head):
    browser = come_in(head)
    set_up(browser)
    assert len(recovery_codes(browser)) == 10
    left_alone(browser)
    path = reverse("mfa_view_recovery_codes")
    confirm = reverse("account_reauthenticate")
    assert browser.get(path).headers["Location"].partition("?")[0] == confirm
    assert browser.post(confirm, {"password": "wrong"}).status_code == 422
    browser.post(confirm, {"password": PASSWORD})
    assert len(recovery_codes(browser)) == 10


def test_its_person_is_told_of_every_change(come_in, head, django_capture_on_commit_callbacks):
    browser = come_in(head)
    with django_capture_on_commit_callbacks(execute=True):
        set_up(browser)
    assert [entry.notice.text for entry in InboxEntry.objects.filter(person=head)] == [
        "Your second factor was switched on."
    ]
    assert [each.text for each in TimelineEntry.objects.of(head)] == [
        "Your second factor was switched on."
    ]


def test_its_secret_lies_sealed_in_the_database(come_in, head, settings):
    secret = set_up(come_in(head))
    stored = Authenticator.objects.get(type="totp").data["secret"]
    assert (secret in stored, unseal(stored)) == (False, secret)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key of the same portal"
    assert (unseal(stored), unseal(seal("words"))) == (secret, "words")


# Asked of heads and administrators


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.parametrize("path", ["/", "/people/", "/account/", "/rescue/", "/account/devices/"])
def test_without_one_nothing_opens_for_an_administrator(required, come_in, administrator, path):
    assert come_in(administrator).get(path).headers["Location"] == SET_UP


def test_once_it_is_set_up_everything_opens(required, come_in, administrator):
    browser = come_in(administrator)
    set_up(browser)
    paths = ("/", "/people/", "/rescue/")
    assert [browser.get(path).status_code for path in paths] == [200, 200, 200]


def test_the_first_password_comes_before_it(required, come_in, head):
    head.must_change_password = True
    head.save()
    assert come_in(head).get("/").headers["Location"] == reverse("people:password")


def test_it_is_not_asked_of_others(required, come_in, teacher, pupil):
    assert [come_in(each).get("/").status_code for each in (teacher, pupil)] == [200, 200]


def test_the_rescue_pages_have_no_sign_in_of_their_own(db, head, signed_in):
    login = reverse("admin:login")
    assert Client().get(login).headers["Location"].partition("?")[0] == SIGN_IN
    assert signed_in(head).get(login).status_code == 403


# Lost


def take_away(browser, person, reason="Phone drowned; showed the work pass."):
    return browser.post(reverse("account:take_factor_away", args=[person.pk]), {"reason": reason})


def test_an_administrator_takes_a_lost_one_away_with_the_reason(
    come_in, signed_in, administrator, head
):
    phone = come_in(head)
    set_up(phone)
    assert take_away(signed_in(administrator), head, reason="").status_code == 422
    answer = take_away(signed_in(administrator), head)
    assert answer.headers["Location"] == head.get_absolute_url()
    assert (Authenticator.objects.count(), phone.get("/").status_code) == (0, 302)
    [entry] = TimelineEntry.objects.of(head).filter(by=administrator)
    assert entry.words == "Phone drowned; showed the work pass."
    told = InboxEntry.objects.filter(person=head).latest("pk").notice
    assert told.facts == {"by": administrator.name}


def test_there_must_be_one_to_take_away(signed_in, administrator, head):
    take_away(signed_in(administrator), head)
    assert not TimelineEntry.objects.exists()


def test_nobody_else_takes_one_away_and_nobody_their_own(signed_in, head, teacher, administrator):
    answers = [
        take_away(signed_in(by), of).status_code
        for by, of in ((head, teacher), (teacher, head), (administrator, administrator))
    ]
    assert answers == [403, 403, 403]


def test_taking_away_leaves_no_recovery_codes(come_in, head, administrator):
    set_up(come_in(head))
    actions.take_factor_away(head, reason="Lost", by=administrator, at=timezone.now())
    assert not Authenticator.objects.exists()
