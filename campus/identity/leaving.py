"""Being signed out over there as well, when one signs out here, and the other way about.

The portal's policy lets a form lead nowhere else, so the sign-out ends on a page of the portal,
which leads on by itself. The address waits in the cache: it holds what must stand in no log.
"""

import logging
from secrets import token_urlsafe
from typing import Any

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.socialaccount.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from campus.account.sealing import seal, unseal
from campus.identity import actions
from campus.identity.arriving import CAME
from campus.identity.models import Reason, WayName
from campus.identity.providers import cas, oidc, saml
from campus.identity.reasons import TurnedAway
from campus.identity.ways import Way, way_on

logger = logging.getLogger(__name__)

WAITS = 300


def page_of(request: HttpRequest) -> str:
    """The page that leads on to the sign-out over there; empty where there is nothing to end."""
    came: dict[str, Any] = request.session.get(CAME, {})
    way = way_on(came["way"]) if came else None
    address = address_there(request, way, came) if way else ""
    if not address:
        return ""
    key = token_urlsafe(16)
    cache.set(f"identity:leave:{key}", seal(address), WAITS)
    return reverse("identity:leave", args=[key])


def address_there(request: HttpRequest, way: Way, came: dict[str, Any]) -> str:
    """Where the session over there is ended; empty where the service knows no such thing, or does
    not answer: nobody stays signed in here because of that."""
    home = request.build_absolute_uri(reverse("account_login"))
    receipt = unseal(came["receipt"]) if came["receipt"] else ""
    try:
        if way.id == WayName.OIDC:
            return oidc.end_address(way, receipt=receipt, back=home)
        if way.id == WayName.CAS:
            return cas.end_address(way, back=home)
        if way.id == WayName.SAML:
            provider = get_adapter(request).get_provider(request, way.id.value)
            return saml.end_address(provider, request, receipt=receipt, back=home)
    except TurnedAway as away:
        logger.warning("signed out here alone: %s", away.reason)
    return ""


def taken(key: str) -> str:
    """The address that waits under the key, once; empty where none does any more."""
    waiting = cache.get(f"identity:leave:{key}")
    cache.delete(f"identity:leave:{key}")
    return unseal(waiting) if waiting else ""


def ended_there(request: HttpRequest, way: Way) -> int:
    """A service says that a session or a person over there is signed out (OIDC back-channel, CAS
    single log-out); how many sessions that ends here. Raises TurnedAway."""
    at, ip = timezone.now(), get_account_adapter(request).get_client_ip(request)
    if way.id == WayName.OIDC:
        subject, session = oidc.read_logout(way, request.POST.get("logout_token", ""))
        return actions.sign_out_from_there(way=way, uid=subject, sid=session, ip=ip, at=at)
    if way.id == WayName.CAS:
        ticket = cas.ended_ticket(request.POST.get("logoutRequest", ""))
        return actions.sign_out_from_there(way=way, sid=ticket, ip=ip, at=at)
    raise TurnedAway(Reason.UNSOLICITED)


def ended_by_saml(request: HttpRequest, way: Way) -> str:
    """A service leads a browser here to end its session, or back from ending ours; where to go on.

    Raises TurnedAway.
    """
    provider = get_adapter(request).get_provider(request, way.id.value)
    sessions, address = saml.ended_sessions(request, provider)
    at, ip = timezone.now(), get_account_adapter(request).get_client_ip(request)
    for session in sessions:
        actions.sign_out_from_there(way=way, sid=session, ip=ip, at=at)
    return address
