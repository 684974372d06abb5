"""What programs read of the portal as an identity; apps, for administrators; consents."""

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.idp.oidc.adapter import get_adapter as get_provider_adapter
from allauth.idp.oidc.models import Client
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.clients import actions, rights
from campus.clients.forms import AppForm
from campus.clients.models import Consent
from campus.clients.telling import SCOPES, in_words
from campus.doors import PersonRequest, require


def ip_of(request: HttpRequest) -> str:
    ip: str = get_adapter(request).get_client_ip(request)
    return ip


@login_not_required
@require_safe
def configuration(request: HttpRequest) -> HttpResponse:
    """What the portal says of itself (Discovery 1.0, 3): as much of allauth's as it offers."""
    issuer = get_provider_adapter().get_issuer()
    addresses = {
        "authorization_endpoint": "authorization", "token_endpoint": "token",
        "userinfo_endpoint": "userinfo", "jwks_uri": "jwks", "revocation_endpoint": "revoke",
        "end_session_endpoint": "logout",
    }  # fmt: skip
    said = {
        "issuer": issuer,
        **{key: issuer + reverse(f"idp:oidc:{name}") for key, name in addresses.items()},
        "scopes_supported": list(SCOPES),
        "response_types_supported": ["code"],
        "grant_types_supported": [str(grant) for grant in actions.GRANTS],
        "subject_types_supported": ["pairwise"],
        "id_token_signing_alg_values_supported": ["RS256"],
        "code_challenge_methods_supported": ["S256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "claims_supported": [
            "sub", "name", "number", "preferred_username", "kind", "department", "class", "roles",
        ],
    }  # fmt: skip
    answer = JsonResponse(said)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


# Apps


@require_safe
def apps(request: PersonRequest) -> HttpResponse:
    """The apps that let people in by the portal."""
    require(rights.can_keep_apps(request.user))
    drawn = [drawn_app(app) for app in Client.objects.order_by("name", "id")]
    issuer = get_provider_adapter().get_issuer()
    return render(request, "clients/apps.html", {"apps": drawn, "issuer": issuer})


def drawn_app(app: Client) -> dict[str, Any]:
    return {
        "app": app, "is_on": actions.is_on(app), "told": in_words(app.get_scopes()),
        "addresses": app.get_redirect_uris(),
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
@never_cache
def app_new(request: PersonRequest) -> HttpResponse:
    """Make an app; the answer is the only place where its secret ever stands."""
    require(rights.can_keep_apps(request.user))
    form = AppForm(request.POST or None)
    if not form.is_valid():
        return form_page(request, form, title=_("New app"))
    made, secret = actions.make_app(
        by=request.user, ip=ip_of(request), at=timezone.now(), **form.cleaned_data
    )
    return render(request, "clients/secret.html", {"app": made, "secret": secret})


@require_http_methods(["GET", "POST"])
def app(request: PersonRequest, pk: str) -> HttpResponse:
    """Change an app."""
    require(rights.can_keep_apps(request.user))
    kept = get_object_or_404(Client, pk=pk)
    held = {
        "name": kept.name, "redirect_uris": "\n".join(kept.get_redirect_uris()),
        "logout_uris": "\n".join(kept.get_post_logout_redirect_uris()),
        "scopes": kept.get_scopes(),
    }  # fmt: skip
    form = AppForm(request.POST or None, initial=held)
    if not form.is_valid():
        return form_page(request, form, title=kept.name, app=kept, is_on=actions.is_on(kept))
    actions.change_app(
        kept, by=request.user, ip=ip_of(request), at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("“%(app)s” is saved.") % {"app": form.cleaned_data["name"]})
    return redirect("clients:apps")


def form_page(request: PersonRequest, form: AppForm, **context: Any) -> HttpResponse:
    said = {"form": form, "button": _("Save"), "back": reverse("clients:apps"), **context}
    return render(request, "clients/app.html", said, status=422 if form.is_bound else 200)


@require_POST
@never_cache
def app_secret(request: PersonRequest, pk: str) -> HttpResponse:
    """Give an app a new secret; the answer is the only place where it ever stands."""
    require(rights.can_keep_apps(request.user))
    kept = get_object_or_404(Client, pk=pk)
    secret = actions.new_secret(kept, by=request.user, ip=ip_of(request), at=timezone.now())
    return render(request, "clients/secret.html", {"app": kept, "secret": secret})


@require_POST
def app_off(request: PersonRequest, pk: str) -> HttpResponse:
    """Switch an app off."""
    return switched(request, pk, to_on=False)


@require_POST
def app_on(request: PersonRequest, pk: str) -> HttpResponse:
    """Switch an app on again."""
    return switched(request, pk, to_on=True)


def switched(request: PersonRequest, pk: str, *, to_on: bool) -> HttpResponse:
    require(rights.can_keep_apps(request.user))
    kept = get_object_or_404(Client, pk=pk)
    actions.switch_app(kept, to_on=to_on, by=request.user, ip=ip_of(request), at=timezone.now())
    told = _("“%(app)s” is switched on.") if to_on else _("“%(app)s” is switched off.")
    messages.success(request, told % {"app": kept.name})
    return redirect("clients:apps")


# Consents


@require_safe
@never_cache
def consents(request: PersonRequest) -> HttpResponse:
    """The apps that one has let in, and what each is told."""
    held = Consent.objects.held().filter(person=request.user).select_related("client")
    drawn = [{"consent": each, "told": in_words(each.scopes)} for each in held]
    return render(request, "clients/consents.html", {"consents": drawn})


@require_POST
def consent_back(request: PersonRequest, pk: int) -> HttpResponse:
    """The app is told nothing more."""
    held = Consent.objects.held().select_related("client", "person")
    consent = get_object_or_404(held, pk=pk, person=request.user)
    actions.take_back(consent, ip=ip_of(request), at=timezone.now())
    messages.success(request, _("“%(app)s” is told nothing more.") % {"app": consent.client.name})
    return redirect("clients:consents")
