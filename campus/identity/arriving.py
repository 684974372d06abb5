"""From an arrival to somebody who is signed in, under the rules that hold for passwords, too.

What came of the identity is kept in the session: the way, whether a second factor was asked for
over there, and (sealed) the ID token with which one is signed out over there.
"""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from campus.account.sealing import seal
from campus.identity import actions
from campus.identity.providers.base import Arrival
from campus.identity.ways import way_on
from campus.models import Person

METHOD = "identity"
# Keys of the session: who is about to come in, how somebody came in, what waits to be linked.
COMING, CAME, TO_LINK = "identity_coming", "identity", "identity_to_link"
AUTHENTICATED = "account_authentication_methods"


def arrive(request: HttpRequest, login: SocialLogin) -> HttpResponse:
    """Let the person in, or, when they are signed in and want to link, ask whether it is theirs.

    Raises TurnedAway.
    """
    arrival: Arrival = login.provider.arrival(login)
    if login.state.get("process") == AuthProcess.CONNECT and request.user.is_authenticated:
        request.session[TO_LINK] = {
            "way": arrival.way, "uid": arrival.uid, "number": arrival.number,
            "label": arrival.label,
        }  # fmt: skip
        return redirect("identity:link", arrival.way)
    return let_in(request, arrival, path=login.get_redirect_url(request))


def let_in(request: HttpRequest, arrival: Arrival, *, path: str | None) -> HttpResponse:
    """Sign the person in on this device and lead them to `path`; whoever was signed in here is
    signed out first. Raises TurnedAway."""
    person = actions.recognise(arrival, at=timezone.now())
    if request.user.is_authenticated:
        get_adapter(request).logout(request)
    request.session[COMING] = {
        "person": person.pk, "way": arrival.way, "uid": arrival.uid, "sid": arrival.sid,
        "had_factor": arrival.had_factor,
        "id_token": seal(arrival.id_token) if arrival.id_token else "",
    }  # fmt: skip
    record_authentication(request, person, METHOD, way=arrival.way)
    if arrival.signed_in_at is not None:
        date_back(request, arrival.signed_in_at)
    return perform_login(request, Login(user=person, redirect_url=path))


def date_back(request: HttpRequest, at: float) -> None:
    """A sign-in over there that lies back is no fresh one here: what a found device must not be
    able to do asks again."""
    records = request.session[AUTHENTICATED]
    records[-1]["at"] = min(records[-1]["at"], at)
    request.session[AUTHENTICATED] = records


def is_coming(request: HttpRequest, person: Any) -> bool:
    """Whether the person is about to come in by an identity: it was the last that they showed,
    but for codes of a second factor."""
    coming = request.session.get(COMING) or {}
    shown = [each["method"] for each in request.session.get(AUTHENTICATED, [])]
    first = [method for method in shown if method != "mfa"]
    return coming.get("person") == person.pk and first[-1:] == [METHOD]


def had_factor(request: HttpRequest, person: Any) -> bool:
    """Whether a trusted service has asked them for a second factor just now."""
    return is_coming(request, person) and bool(request.session[COMING]["had_factor"])


def came_in(request: HttpRequest, person: Person, *, ip: str) -> None:
    """Somebody is signed in: note by what, for the log and for the sign-out over there."""
    coming: Any = request.session.get(COMING) if is_coming(request, person) else None
    for key in (COMING, CAME, TO_LINK):
        request.session.pop(key, None)
    has_code = any(each["method"] == "mfa" for each in request.session.get(AUTHENTICATED, []))
    if not coming:
        actions.note_sign_in(person, way=None, has_code=has_code, ip=ip, at=timezone.now())
        return
    kept = actions.open_session(
        person, way=coming["way"], uid=coming["uid"], sid=coming["sid"],
        session_key=request.session.session_key or "", at=timezone.now(),
    )  # fmt: skip
    request.session[CAME] = {
        "way": coming["way"], "session": kept.pk, "key": kept.session_key,
        "had_factor": coming["had_factor"], "id_token": coming["id_token"],
    }  # fmt: skip
    way = way_on(coming["way"])
    actions.note_sign_in(person, way=way, has_code=has_code, ip=ip, at=timezone.now())


def came_by_identity(request: HttpRequest) -> bool:
    """Whether this session was opened by an identity; its person has typed no password."""
    return CAME in request.session


def came_with_factor(request: HttpRequest) -> bool:
    """Whether a trusted service has asked for a second factor when this session was opened."""
    return bool(request.session.get(CAME, {}).get("had_factor"))
