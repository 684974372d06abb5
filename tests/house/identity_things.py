"""One of everything of identities, coming in and going out, that an address can name."""

from datetime import datetime
from typing import Any

from campus.clients import actions
from campus.models import JoiningRule, LinkedIdentity, Person


def identity_things(head: Person, at: datetime) -> dict[str, Any]:
    """A link of the head's to a way that is off, a rule, and an app that the head has let in."""
    link = LinkedIdentity.objects.create(way="oidc", uid="x", person=head, linked_at=at)
    rule = JoiningRule.objects.create(way="oidc", pattern="T9*")
    app, _secret = actions.make_app(
        by=head, ip="", at=at, name="App", redirect_uris=["https://app.example/"], logout_uris=[],
        scopes=["profile"],
    )  # fmt: skip
    consent = actions.give(head, app, scopes=["openid"], ip="", at=at)
    ways = ("start", "back", "signed_out", "link", "unlink")
    return {
        **{f"identity:{name}": "saml" for name in ways},
        **dict.fromkeys(("saml_acs", "saml_finish_acs", "saml_metadata", "saml_sls"), "school"),
        "identity:leave": "x", "identity:linked": link.pk, "identity:rule": rule.pk,
        "clients:app": app.pk, "clients:consent": consent.pk,
    }  # fmt: skip
