"""From an arrival to somebody who is signed in, under the rules that hold for passwords, too.

What came of the identity is kept in the session: the way, whether a second factor was asked for
over there, and (sealed) what one shows there to be signed out.
"""

from collections.abc import Mapping
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.socialaccount.adapter import get_adapter as get_identity_adapter
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base.constants import AuthProcess
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from campus.account.sealing import seal
from campus.identity import actions
from campus.identity.models import Reason, WayName
from campus.identity.providers import cas
from campus.identity.providers.base import Arrival, SchoolProvider
from campus.identity.reasons import TurnedAway
from campus.identity.ways import Way, way_on
from campus.models import Person

METHOD = "identity"
# Keys of the session: who is about to come in, how somebody came in, what waits to be linked.
COMING, CAME, TO_LINK = "identity_coming", "identity", "identity_to_link"
AUTHENTICATED = "account_authentication_methods"


def set_out(request: HttpRequest, way: Way) -> HttpResponse:
    """On to the service. A form cannot lead there: the portal's own policy lets forms go nowhere
    else; so this is a link, and what it begins is bound to this browser. Raises TurnedAway."""
    if way.id == WayName.CAS:
        return redirect(cas.start_address(request, way))
    provider = get_identity_adapter(request).get_provider(request, way.id.value)
    answer: HttpResponse = provider.redirect_from_request(request)
    return answer


def come_back(request: HttpRequest, way: Way) -> HttpResponse:
    """Back from a service with an answer in the address. Raises TurnedAway."""
    if way.id == WayName.CAS:
        return received(request, *cas.read_ticket(request, way))
    provider = get_identity_adapter(request).get_provider(request, way.id.value)
    if not isinstance(provider, SchoolProvider):
        raise TurnedAway(Reason.UNSOLICITED)
    view = OAuth2CallbackView.adapter_view(provider.get_oauth2_adapter(request))
    answer: HttpResponse = view(request)
    return answer


def arrive(request: HttpRequest, login: SocialLogin) -> HttpResponse:
    """What allauth has made of an answer. Raises TurnedAway."""
    return received(request, login.provider.arrival(login), login.state)


def received(request: HttpRequest, arrival: Arrival, state: Mapping[str, Any]) -> HttpResponse:
    """Let the person in, or, when they are signed in and want to link, ask whether it is theirs.

    `state` was kept when they set out. Raises TurnedAway.
    """
    if state.get("process") == AuthProcess.CONNECT and request.user.is_authenticated:
        request.session[TO_LINK] = {
            "way": arrival.way, "uid": arrival.uid, "number": arrival.number,
            "label": arrival.label,
        }  # fmt: skip
        return redirect("identity:link", arrival.way)
    return let_in(request, arrival, path=state.get("next"))


def let_in(request: HttpRequest, arrival: Arrival, *, path: str | None) -> HttpResponse:
    """Sign the person in on this device and lead them to `path`; whoever was signed in here is
    signed out first. Raises TurnedAway."""
    person = actions.recognise(arrival, at=timezone.now())
    if request.user.is_authenticated:
        get_adapter(request).logout(request)
    request.session[COMING] = {
        "person": person.pk, "way": arrival.way, "uid": arrival.uid, "sid": arrival.sid,
        "had_factor": arrival.had_factor,
        "receipt": seal(arrival.receipt) if arrival.receipt else "",
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
        "had_factor": coming["had_factor"], "receipt": coming["receipt"],
    }  # fmt: skip
    way = way_on(coming["way"])
    actions.note_sign_in(person, way=way, has_code=has_code, ip=ip, at=timezone.now())


def came_by_identity(request: HttpRequest) -> bool:
    """Whether this session was opened by an identity; its person has typed no password."""
    return CAME in request.session


def came_with_factor(request: HttpRequest) -> bool:
    """Whether a trusted service has asked for a second factor when this session was opened."""
    return bool(request.session.get(CAME, {}).get("had_factor"))
