"""CAS 3 (Jasig), asked through django-cas-ng's client.

Its own views would sign people in past the second factor and the portal's other rules. A ticket is
bound to the address that it was made for, and this holds a state that only this browser knows.
"""

from collections.abc import Mapping
from typing import Any

import requests
from allauth.account.utils import get_next_redirect_url
from allauth.socialaccount.internal import statekit
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode
from django_cas_ng.utils import get_cas_client
from lxml import etree

from campus.identity.asking import readable, session
from campus.identity.models import Reason, WayName
from campus.identity.providers.base import Arrival, as_number, process_of
from campus.identity.reasons import TurnedAway
from campus.identity.ways import Way

LONGEST_LOGOUT = 10_000
SESSION_INDEX = "{urn:oasis:names:tc:SAML:2.0:protocol}SessionIndex"


def client(way: Way, service: str) -> Any:
    """A client of the service for tickets that are made for the address `service`."""
    made = get_cas_client(service_url=service)
    made.server_url, made.session = way.options["server"], session()
    return made


def service_address(request: HttpRequest, state: str) -> str:
    path = reverse("identity:back", args=[WayName.CAS])
    return f"{request.build_absolute_uri(path)}?{urlencode({'state': state})}"


def start_address(request: HttpRequest, way: Way) -> str:
    """Where the person goes to sign in; whoever signs in again is asked for it there (renew)."""
    said: dict[str, Any] = {"process": process_of(request)}
    if path := get_next_redirect_url(request):
        said["next"] = path
    if "again" in request.GET:
        said["again"] = True
    state = statekit.stash_state(request, provider_id=way.id.value, state=said)
    asking = client(way, service_address(request, state))
    asking.renew = "again" in request.GET
    address: str = asking.get_login_url()
    return address


def read_ticket(request: HttpRequest, way: Way) -> tuple[Arrival, dict[str, Any]]:
    """Who the ticket says has come, and what was kept of their setting out. Raises TurnedAway."""
    state_id, ticket = (request.GET.get(name, "") for name in ("state", "ticket"))
    state = statekit.unstash_state(request, state_id=state_id, provider_id=way.id.value)
    if state is None:
        raise TurnedAway(Reason.STATE)
    if not ticket:
        raise TurnedAway(Reason.CANCELLED)
    user, attributes = asked_about(client(way, service_address(request, state_id)), ticket)
    name = way.options["number_attribute"]
    number = as_number(user if name == "user" else attributes.get(name))
    arrival = Arrival(
        way=way.id.value, uid=user, number=number, sid=ticket, claims=attributes, label=user
    )
    return arrival, state


@readable
def asked_about(asking: Any, ticket: str) -> tuple[str, Mapping[str, Any]]:
    """User and attributes of a ticket. Raises TurnedAway."""
    try:
        user, attributes, _proxy = asking.verify_ticket(ticket)
    except requests.RequestException as error:
        raise TurnedAway(Reason.UNREACHABLE) from error
    except (SyntaxError, IndexError) as error:  # no XML, or none that CAS would send
        raise TurnedAway(Reason.UNREADABLE) from error
    if not user:
        raise TurnedAway(Reason.CODE)
    return str(user), attributes or {}


def end_address(way: Way, *, back: str) -> str:
    """Where a person goes to be signed out over there as well."""
    return f"{way.options['server']}logout?{urlencode({'service': back})}"


def ended_ticket(text: str) -> str:
    """The ticket whose session a logout request ends (SAML in a POST by CAS). Raises TurnedAway."""
    if not text or len(text) > LONGEST_LOGOUT:
        raise TurnedAway(Reason.UNREADABLE)
    try:
        # What anybody may send is read here: no entities, no files, no network.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TurnedAway(Reason.UNREADABLE) from error
    ticket = root.findtext(f".//{SESSION_INDEX}", "").strip()
    if not ticket:
        raise TurnedAway(Reason.UNREADABLE)
    return ticket
