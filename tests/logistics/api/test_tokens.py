"""Tokens: made once, shown once, never more than their person, revoked at once."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from campus.account.keys import digest_of
from campus.audit.models import AuditEntry
from campus.models import InboxEntry, Person, Place
from campus.people.actions import end_person
from logistics.api.tokens import actions
from logistics.api.tokens.models import Token
from tests.conftest import PASSWORD

NEW, OWN, ALL = reverse("tokens:new"), reverse("tokens:tokens"), reverse("tokens:all")
TYPED = {"name": "Meters", "days": "90", "scopes": ["places:read", "tickets:write"]}


@pytest.fixture
def just_signed_in(db):
    """A browser in which somebody has typed their password a moment ago."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.post(reverse("account_login"), {"login": person.number, "password": PASSWORD})
        return client

    return sign_in


def log() -> list[tuple[str, str | None]]:
    """What the audit log tells, in its order."""
    told = AuditEntry.objects.order_by("id").values_list("kind", "by__name")
    return [(kind, by) for kind, by in told if kind.startswith("token.")]


def test_a_token_is_shown_once_and_kept_as_a_digest(just_signed_in, head):
    answer = just_signed_in(head).post(NEW, TYPED)
    secret, token = answer.context["secret"], Token.objects.get()
    assert secret.startswith("cs_")
    assert (answer.status_code, token.digest) == (200, digest_of(secret))
    assert token.scopes == ["places:read", "tickets:write"]
    assert token.expires_at - token.made_at == timedelta(days=90)
    assert answer.headers["Cache-Control"].count("no-store") == 1
    assert secret not in just_signed_in(head).get(OWN).content.decode()
    assert log() == [("token.made", head.name)]


def test_making_one_asks_for_the_password_anew(signed_in, head):
    answer = signed_in(head).post(NEW, TYPED)
    assert (answer.status_code, Token.objects.count()) == (302, 0)
    assert answer.headers["Location"].startswith("/account/confirm/")


@pytest.mark.parametrize(
    "slip", [{"name": ""}, {"scopes": []}, {"scopes": ["all:write"]}, {"days": "4000"}]
)
def test_a_slip_is_told(just_signed_in, head, slip):
    answer = just_signed_in(head).post(NEW, TYPED | slip)
    assert (answer.status_code, Token.objects.count()) == (422, 0)


def test_pupils_make_none(just_signed_in, pupil):
    assert just_signed_in(pupil).post(NEW, TYPED).status_code == 403


def test_a_token_opens_its_scopes_and_nothing_else(program, head):
    meters = program(head, "places:read")
    assert meters.ask("places").status_code == 200
    refused = meters.ask("tickets")
    assert (refused.status_code, refused.headers["WWW-Authenticate"]) == (
        403,
        'Bearer realm="campus-steward", error="insufficient_scope", scope="tickets:read"',
    )


def test_a_token_does_what_its_person_may_now(program, technician, head):
    """The right is asked anew at each call."""
    meters = program(technician)
    assert meters.ask("service-requests").status_code == 403
    technician.duties.update(role="fleet_manager")
    assert meters.ask("service-requests").status_code == 200


def refusals(client) -> tuple[int, str]:
    answer = client.ask("places")
    return answer.status_code, answer.headers.get("WWW-Authenticate", "")


INVALID = (401, 'Bearer realm="campus-steward", error="invalid_token"')


def test_a_revoked_token_is_refused_and_the_log_says_so_once(program, head):
    meters = program(head)
    actions.revoke(Token.objects.get(), by=head, at=timezone.now())
    assert [refusals(meters), refusals(meters)] == [INVALID, INVALID]
    assert log()[1:] == [("token.revoked", head.name), ("token.refused_revoked", None)]


def test_an_expired_token_is_refused(program, head):
    meters = program(head, at=timezone.now() - timedelta(days=2), days=1)
    assert refusals(meters) == INVALID
    assert log()[1:] == [("token.refused_expired", None)]


def test_the_tokens_of_whoever_has_left_do_nothing(program, teacher, administrator):
    meters = program(teacher)
    end_person(teacher, on=timezone.localdate(), by=administrator, at=timezone.now())
    assert refusals(meters) == INVALID
    assert log()[1:] == [("token.refused_person", None)]


def test_a_first_password_puts_tokens_to_rest(program, teacher):
    meters = program(teacher)
    Person.objects.filter(pk=teacher.pk).update(must_change_password=True)
    assert refusals(meters) == INVALID


@pytest.mark.parametrize(
    ("sent", "challenge"),
    [
        ("", 'Bearer realm="campus-steward"'),
        ("Basic eDp5", 'Bearer realm="campus-steward"'),
        ("Bearer", 'Bearer realm="campus-steward"'),
        ("Bearer cs_nothing", INVALID[1]),
        ("Bearer cs_\ud83d\ude00".encode("utf-8", "surrogatepass").decode("latin-1"), INVALID[1]),
    ],
)
def test_what_is_no_token_opens_nothing(db, sent, challenge):
    answer = Client(headers={"authorization": sent}).get("/api/v1/places")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, challenge)


def test_a_session_opens_nothing_either_and_no_cookie_is_set(just_signed_in, head):
    answer = just_signed_in(head).get("/api/v1/places")
    assert (answer.status_code, dict(answer.cookies)) == (401, {})


def test_whoever_tries_many_tokens_has_to_wait_and_good_tokens_do_not(program, head, settings):
    settings.API_BAD_TOKENS_A_MINUTE = 2
    bad = Client(headers={"authorization": "Bearer cs_nothing"})
    tried = [bad.get("/api/v1/places") for _ in range(3)]
    assert [answer.status_code for answer in tried] == [401, 401, 429]
    assert 1 <= int(tried[2].headers["Retry-After"]) <= 60
    assert program(head).ask("places").status_code == 200


def test_the_calls_of_a_token_are_counted(program, head, settings):
    settings.API_CALLS_A_MINUTE = 2
    meters = program(head)
    answers = [meters.ask("places") for _ in range(3)]
    left = [answer.headers["RateLimit-Remaining"] for answer in answers]
    assert ([answer.status_code for answer in answers], left) == ([200, 200, 429], ["1", "0", "0"])
    assert program(head).ask("places").status_code == 200


def test_last_use_is_kept_every_ten_minutes_at_most(program, head):
    meters, token = program(head), Token.objects.get()
    assert token.used_at is None
    meters.ask("places")
    used = Token.objects.get().used_at
    assert used
    meters.ask("places")
    assert Token.objects.get().used_at == used
    token.refresh_from_db()
    actions.note_use(token, at=used + timedelta(minutes=10))
    assert Token.objects.get().used_at == used + timedelta(minutes=10)


def test_administrators_see_and_revoke_all_and_their_owner_is_told(
    signed_in, program, teacher, administrator
):
    program(teacher)
    token, browser = Token.objects.get(), signed_in(administrator)
    drawn = browser.get(ALL).content.decode()
    assert (teacher.name in drawn, token.digest in drawn) == (True, False)
    revoke = reverse("tokens:revoke", args=[token.pk])
    assert browser.get(revoke).status_code == 200
    assert browser.post(f"{revoke}?back={ALL}").headers["Location"] == ALL
    assert not Token.objects.usable(timezone.now()).exists()
    assert [entry.person for entry in InboxEntry.objects.all()] == [teacher]
    assert browser.post(revoke, headers={"accept": "application/json"}).status_code == 409


def test_nobody_else_sees_or_revokes_it(signed_in, program, teacher, head):
    program(teacher)
    revoke = reverse("tokens:revoke", args=[Token.objects.get().pk])
    assert [signed_in(head).get(path).status_code for path in (ALL, revoke)] == [403, 404]


def test_a_call_may_not_come_by_a_page_of_another_site(program, head):
    """No cross-origin answer is given: browsers of other sites get nothing."""
    answer = program(head, origin="https://elsewhere.example").ask("places")
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_history_holds_no_secret(program, head):
    program(head)
    event = apps.get_model("logistics.TokenEvent").objects.get()
    assert {"digest", "used_at"} & {field.name for field in event._meta.fields} == set()


def test_a_place_is_named_by_its_sign(program, head):
    Place.objects.create(kind="building", code="JX1", name="Hall")
    assert [each["code"] for each in program(head).ask("places").json()["data"]] == ["JX1"]
