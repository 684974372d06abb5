"""SAML 2.0 by allauth and python3-saml: a signed assertion that answers a question of this browser.

allauth's own reader writes an error into the log for whatever anybody sends; here it is refused,
and the reason noted.
"""

import json
from collections.abc import Mapping
from typing import Any

from allauth.core.internal import httpkit
from allauth.socialaccount.internal import statekit
from allauth.socialaccount.models import SocialLogin
from allauth.socialaccount.providers.base import Provider, ProviderAccount
from allauth.socialaccount.providers.saml.utils import build_auth
from allauth.socialaccount.sessions import LoginSession
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from onelogin.saml2.auth import OneLogin_Saml2_Auth
from onelogin.saml2.errors import OneLogin_Saml2_Error
from onelogin.saml2.errors import OneLogin_Saml2_ValidationError as Invalid
from onelogin.saml2.logout_request import OneLogin_Saml2_Logout_Request
from onelogin.saml2.response import OneLogin_Saml2_Response

from campus.identity.models import Reason, WayName
from campus.identity.providers.base import Arrival, as_number, asked_from
from campus.identity.reasons import TurnedAway

TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient"
# Assertions are valid for minutes; each is remembered for longer than that, and taken once.
REMEMBERED = 24 * 3600
REASONS = {
    Invalid.INVALID_SIGNATURE: Reason.SIGNATURE,
    Invalid.NO_SIGNATURE_FOUND: Reason.SIGNATURE,
    Invalid.NO_SIGNED_ASSERTION: Reason.SIGNATURE,
    Invalid.DEPRECATED_SIGNATURE_METHOD: Reason.ALGORITHM,
    Invalid.DEPRECATED_DIGEST_METHOD: Reason.ALGORITHM,
    Invalid.WRONG_ISSUER: Reason.ISSUER,
    Invalid.WRONG_AUDIENCE: Reason.AUDIENCE,
    Invalid.WRONG_DESTINATION: Reason.AUDIENCE,
    Invalid.WRONG_SUBJECTCONFIRMATION: Reason.AUDIENCE,
    Invalid.WRONG_INRESPONSETO: Reason.STATE,
    Invalid.ASSERTION_TOO_EARLY: Reason.EXPIRED,
    Invalid.ASSERTION_EXPIRED: Reason.EXPIRED,
    Invalid.SESSION_EXPIRED: Reason.EXPIRED,
    Invalid.STATUS_CODE_IS_NOT_SUCCESS: Reason.DENIED,
}


class Saml(Provider):
    """The school's identity by SAML."""

    id = WayName.SAML.value
    name = "SAML"
    account_class = ProviderAccount
    supports_redirect = True

    def get_redirect_from_request_kwargs(self, request: HttpRequest) -> dict[str, Any]:
        asked = asked_from(request)
        return {**asked, "again": True} if "again" in request.GET else asked

    def redirect(
        self, request: HttpRequest, process: str, next_url: str | None = None, data: Any = None,
        **kwargs: Any,
    ) -> HttpResponse:  # fmt: skip
        """On to the service with a question; its number is the state."""
        auth = build_auth(request, self)
        address = auth.login(return_to="", force_authn=bool(kwargs.get("again")))
        question = auth.get_last_request_id()
        self.stash_redirect_state(request, process, next_url, data, state_id=question, **kwargs)
        return redirect(address)

    def extract_uid(self, data: OneLogin_Saml2_Response) -> str:
        """The name over there; one for this visit alone says nothing, so the number stands in."""
        if data.get_nameid_format() == TRANSIENT:
            return self.number_in(data)
        return str(data.get_nameid())

    def extract_extra_data(self, data: OneLogin_Saml2_Response) -> dict[str, Any]:
        return {
            "attributes": data.get_attributes(), "number": self.number_in(data),
            "name_id": data.get_nameid(), "format": data.get_nameid_format(),
            "index": data.get_session_index() or "", "contexts": data.get_authn_contexts(),
        }  # fmt: skip

    def number_in(self, data: OneLogin_Saml2_Response) -> str:
        name = self.app.settings["number_attribute"]
        number = as_number(data.get_attributes().get(name))
        if not number:
            raise TurnedAway(Reason.NO_NUMBER)
        return number

    def arrival(self, login: SocialLogin) -> Arrival:
        said = login.account.extra_data
        receipt = {name: said[name] for name in ("name_id", "format", "index")}
        trusted = set(self.app.settings["factors"]) & set(said["contexts"])
        return Arrival(
            way=self.id, uid=login.account.uid, number=said["number"], sid=said["index"],
            claims=said["attributes"], receipt=json.dumps(receipt), had_factor=bool(trusted),
        )  # fmt: skip


def read_answer(request: HttpRequest, provider: Saml) -> SocialLogin:
    """What the service has posted, after every check. Raises TurnedAway.

    It came from another site, without this browser's session; allauth keeps it for the next
    request, which is of this browser.
    """
    apart = LoginSession(request, "saml_acs_session", "saml-acs-session")
    posted = apart.store.get("request")
    apart.delete()
    if not posted:
        raise TurnedAway(Reason.STATE)
    auth = build_auth(httpkit.deserialize_request(posted, HttpRequest()), provider)
    response = checked(auth)
    question = response.get_in_response_to()
    if not question:
        raise TurnedAway(Reason.UNSOLICITED)
    state = unstashed(request, provider, question)
    if not cache.add(f"identity:assertion:{response.get_assertion_id()}", 1, REMEMBERED):
        raise TurnedAway(Reason.STATE)
    login: SocialLogin = provider.sociallogin_from_response(request, response)
    login.state = state
    return login


def unstashed(request: HttpRequest, provider: Saml, question: str) -> dict[str, Any]:
    """What was kept when this browser asked the question. Raises TurnedAway for one it has not."""
    state = statekit.unstash_state(request, provider_id=provider.sub_id, state_id=question)
    if state is None:
        raise TurnedAway(Reason.STATE)
    return state


def checked(auth: OneLogin_Saml2_Auth) -> OneLogin_Saml2_Response:
    """The response, its signature, times, parties and question checked. Raises TurnedAway."""
    said: Mapping[str, Any] = auth._request_data
    try:
        response = OneLogin_Saml2_Response(
            auth.get_settings(), said["post_data"].get("SAMLResponse", "")
        )
        response.is_valid(said, response.get_in_response_to(), raise_exceptions=True)
    except Invalid as error:
        raise TurnedAway(REASONS.get(error.code, Reason.UNREADABLE)) from error
    except (OneLogin_Saml2_Error, ValueError, SyntaxError, AttributeError) as error:
        raise TurnedAway(Reason.UNREADABLE) from error
    return response


def end_address(provider: Saml, request: HttpRequest, *, receipt: str, back: str) -> str:
    """Where a person goes to be signed out over there as well; empty where it cannot be."""
    if not provider.app.settings["idp"].get("slo_url"):
        return ""
    said = json.loads(receipt)
    address: str = build_auth(request, provider).logout(
        return_to=back, name_id=said["name_id"], name_id_format=said["format"],
        session_index=said["index"] or None,
    )  # fmt: skip
    return address


def ended_sessions(request: HttpRequest, provider: Saml) -> tuple[list[str], str]:
    """Which sessions a signed request of the service ends, and where it wants to be answered;
    of its answer to our own request none, and the sign-in page. Raises TurnedAway."""
    if "SAMLRequest" not in request.GET:
        return [], reverse("account_login")
    auth = build_auth(request, provider)
    if "Signature" not in request.GET:
        raise TurnedAway(Reason.SIGNATURE)
    try:
        address = auth.process_slo(keep_local_session=True)
        text = auth.get_last_request_xml()
    except (OneLogin_Saml2_Error, ValueError, SyntaxError) as error:
        raise TurnedAway(Reason.UNREADABLE) from error
    if auth.get_errors():
        forged = "invalid_logout_request_signature" in auth.get_errors()
        raise TurnedAway(Reason.SIGNATURE if forged else Reason.UNREADABLE)
    return OneLogin_Saml2_Logout_Request.get_session_indexes(text), address
