"""What happens to apps and to consents. Apps are allauth's table; they are written here alone."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from allauth.idp.oidc.adapter import get_adapter
from allauth.idp.oidc.models import Client, Token
from django.db import transaction

from campus.audit.actions import record
from campus.clients.models import Consent
from campus.models import Person
from campus.storing import store

GRANTS = [Client.GrantType.AUTHORIZATION_CODE, Client.GrantType.REFRESH_TOKEN]


def is_on(app: Client) -> bool:
    """Whether the app may let people in: one that is off has no answer that it could ask for."""
    return bool(app.get_response_types())


# Apps


@transaction.atomic
def make_app(*, by: Person, ip: str, at: datetime, **fields: Any) -> tuple[Client, str]:
    """A new app and its secret, which is answered this once and kept as a hash alone."""
    app = Client(owner=None, type=Client.Type.CONFIDENTIAL, created_at=at)
    secret = get_adapter().generate_client_secret()
    app.set_secret(secret)
    fill(app, **fields)
    switch(app, to_on=True)
    app.save(force_insert=True)
    record("app_made", by=by, at=at, ip=ip, app=app.name)
    return app, secret


@transaction.atomic
def change_app(app: Client, *, by: Person, ip: str, at: datetime, **fields: Any) -> Client:
    """Other addresses, another name, other scopes; what an app is no longer told, no token tells
    any more."""
    app = Client.objects.select_for_update().get(pk=app.pk)
    before = set(app.get_scopes())
    fill(app, **fields)
    app.save()
    if before - set(app.get_scopes()):
        Token.objects.filter(client=app).delete()
    record("app_changed", by=by, at=at, ip=ip, app=app.name)
    return app


def fill(
    app: Client, *, name: str, redirect_uris: list[str], logout_uris: list[str], scopes: list[str]
) -> None:
    app.name = name
    app.set_redirect_uris(redirect_uris)
    app.set_post_logout_redirect_uris(logout_uris)
    app.set_scopes(["openid", *scopes])
    app.set_default_scopes(["openid"])


@transaction.atomic
def new_secret(app: Client, *, by: Person, ip: str, at: datetime) -> str:
    """Another secret, answered this once; the old one and all tokens are worth nothing now."""
    app = Client.objects.select_for_update().get(pk=app.pk)
    secret = get_adapter().generate_client_secret()
    app.set_secret(secret)
    app.save(update_fields=["secret"])
    Token.objects.filter(client=app).delete()
    record("app_secret", by=by, at=at, ip=ip, app=app.name)
    return secret


@transaction.atomic
def switch_app(app: Client, *, to_on: bool, by: Person, ip: str, at: datetime) -> Client:
    """Let the app ask again, or refuse whatever it asks and end its tokens."""
    app = Client.objects.select_for_update().get(pk=app.pk)
    switch(app, to_on=to_on)
    app.save(update_fields=["grant_types", "response_types"])
    if not to_on:
        Token.objects.filter(client=app).delete()
    record("app_on" if to_on else "app_off", by=by, at=at, ip=ip, app=app.name)
    return app


def switch(app: Client, *, to_on: bool) -> None:
    app.set_grant_types(list(GRANTS) if to_on else [])
    app.set_response_types([Client.ResponseType.CODE] if to_on else [])


@transaction.atomic
def forget_tokens(*, at: datetime) -> int:
    """Let go of tokens that have run out; how many."""
    return Token.objects.filter(expires_at__lt=at).delete()[0]


# Consents


@transaction.atomic
def give(person: Person, app: Client, *, scopes: Iterable[str], ip: str, at: datetime) -> Consent:
    """The person lets the app in and agrees to what it is told; more is added to less."""
    found = Consent.objects.select_for_update().filter(person=person, client=app).first()
    consent = found or Consent(person=person, client=app)
    held = set(consent.scopes) if found and found.taken_back_at is None else set()
    consent.scopes = sorted(held | set(scopes))
    consent.given_at, consent.taken_back_at = at, None
    store(consent)
    record("consent_given", by=person, at=at, ip=ip, app=app.name)
    return consent


@transaction.atomic
def take_back(consent: Consent, *, ip: str, at: datetime) -> None:
    """The app is told nothing more; its tokens end at once."""
    consent.taken_back_at = at
    store(consent, only=["taken_back_at"])
    Token.objects.filter(client=consent.client, user=consent.person).delete()
    record("consent_back", by=consent.person, at=at, ip=ip, app=consent.client.name)
