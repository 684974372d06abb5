"""Going to a service and coming back from it; being signed out by it, and there."""

from typing import cast

from allauth.account.adapter import get_adapter
from allauth.socialaccount.adapter import get_adapter as get_identity_adapter
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.identity import arriving, leaving
from campus.identity.providers import saml
from campus.identity.ways import Way, way_on


def found(name: str) -> Way:
    """The way called `name`; a page that is not there for one that is off."""
    way = way_on(name)
    if way is None:
        raise Http404
    return way


def ip_of(request: HttpRequest) -> str:
    ip: str = get_adapter(request).get_client_ip(request)
    return ip


@login_not_required
@require_safe
@never_cache
def start(request: HttpRequest, way: str) -> HttpResponse:
    """On to the service."""
    return arriving.set_out(request, found(way))


@csrf_exempt  # CAS ends sessions at the very address that its tickets are made for
@login_not_required
@require_http_methods(["GET", "POST"])
@never_cache
def back(request: HttpRequest, way: str) -> HttpResponse:
    """Back from a service, with an answer or a refusal."""
    if request.method == "POST":
        leaving.ended_there(request, found(way))
        return HttpResponse()
    return arriving.come_back(request, found(way))


@csrf_exempt  # a service sends it, without any session; it is signed
@login_not_required
@require_POST
@never_cache
def signed_out(request: HttpRequest, way: str) -> HttpResponse:
    """A service says that a session over there has ended: so it has here, at once."""
    leaving.ended_there(request, found(way))
    return HttpResponse()


@login_not_required
@require_safe
@never_cache
def leave(request: HttpRequest, key: str) -> HttpResponse:
    """Signed out here; on to be signed out there."""
    address = leaving.taken(key)
    if not address:
        return redirect("account_login")
    answer = render(request, "identity/leave.html", {"address": address})
    answer["Refresh"] = f"1; url={address}"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


@login_not_required
@require_safe
@never_cache
def saml_finish(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """Back from a SAML service; what it has posted waits in a cookie's session of its own."""
    way = found("saml")
    provider = get_identity_adapter(request).get_provider(request, way.id.value)
    login = saml.read_answer(request, cast(saml.Saml, provider))
    return arriving.arrive(request, login)


@login_not_required
@require_safe
@never_cache
def saml_signed_out(request: HttpRequest, organization_slug: str) -> HttpResponse:
    """A SAML service ends a session by this browser, or answers ours."""
    return redirect(leaving.ended_by_saml(request, found("saml")))
