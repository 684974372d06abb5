"""The page on which somebody lets an app in, and the ways back to the app.

The portal's policy lets forms lead nowhere else, and browsers hold to it over every redirect that
follows a form. So the consent's own form names the app's host, and whoever has agreed before is led
on by a page, not by a redirect that may follow the form of the sign-in.
"""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import get_adapter
from allauth.core.internal.httpkit import add_query_params
from allauth.idp.oidc.models import Client
from allauth.idp.oidc.views import AuthorizationView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from campus.clients import actions
from campus.clients.models import Consent
from campus.clients.telling import in_words


def origin_of(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def may_lead_to(answer: HttpResponse, address: str) -> HttpResponse:
    """Let the page's form lead to the app as well."""
    vars(answer)["_csp_update"] = {"form-action": [origin_of(address)]}
    return answer


def led_on(request: HttpRequest, app: Client, address: str) -> HttpResponse:
    """A page that leads to the app by itself."""
    answer = render(request, "clients/going_on.html", {"app": app, "address": address})
    answer["Refresh"] = f"0; url={address}"
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


class ConsentView(AuthorizationView):
    """allauth's, with consents that are kept, and what is told in words."""

    template_name = "clients/consent.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Without a page only for an app that the person has let in: allauth would take tokens
        of any other app for a consent."""
        said = request.GET
        app = Client.objects.filter(pk=said.get("client_id", "")).first()
        silently = "none" in said.get("prompt", "").split() and request.user.is_authenticated
        if app and silently and not self.is_let_in(app.pk, said.get("scope", "").split()):
            address = said.get("redirect_uri", "")
            if address in app.get_redirect_uris():
                told = {"error": "consent_required", "state": said.get("state", "")}
                return redirect(add_query_params(address, told))
        return super().get(request, *args, **kwargs)

    def is_let_in(self, client_id: str, scopes: list[str]) -> bool:
        """Whether the person has agreed to at least that."""
        if not self.request.user.is_authenticated:
            return False
        held = Consent.objects.held().filter(client=client_id, person=self.request.user)
        return held.filter(scopes__contains=scopes).exists()

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """The page, or on to the app for whoever has agreed before and is not to be asked anew."""
        info, app = self._request_info, context["client"]
        asks_anew = "consent" in (info.get("prompt") or ())
        if not asks_anew and self.is_let_in(info["client_id"], self._scopes):
            form = self.form_class(
                data={"scopes": self._scopes, "request": "known"},
                requested_scopes=self._scopes, user=self.request.user,
            )  # fmt: skip
            form.full_clean()
            answer = super().form_valid(form)
            return led_on(self.request, app, answer["Location"])
        context |= {"told": in_words(self._scopes), "scopes": self._scopes}
        return may_lead_to(super().render_to_response(context, **kwargs), info["redirect_uri"])

    def form_valid(self, form: Any) -> HttpResponse:
        """They let it in, as the page said: all of it or nothing."""
        app = Client.objects.get(pk=self._request_info["client_id"])
        ip = get_adapter(self.request).get_client_ip(self.request)
        actions.give(
            self.request.user,
            app,
            scopes=self._scopes,
            ip=ip,
            at=timezone.now(),
        )
        form.cleaned_data["scopes"] = self._scopes
        return super().form_valid(form)


class EndView(LogoutView):
    """allauth's: whether to sign out of the portal as well, and back to the app."""

    template_name = "clients/end.html"

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        answer = super().render_to_response(context, **kwargs)
        address = context["form"].cleaned_data.get("post_logout_redirect_uri")
        return may_lead_to(answer, address) if address else answer
