"""Which ways to sign in are on; the settings say so (`IDENTITY_WAYS`)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from campus.identity.models import LinkedIdentity, WayName
from campus.people.models import Person

ICONS = {
    WayName.OIDC: "id-badge",
    WayName.SAML: "id-badge",
    WayName.CAS: "id-badge",
    WayName.WECOM: "messages",
    WayName.DINGTALK: "send",
    WayName.FEISHU: "send",
}


@dataclass(frozen=True)
class Way:
    """One way: how people call it, as whom the portal introduces itself there, and how it is
    asked. `options` are described beside the settings that give them."""

    id: WayName
    name: str
    client_id: str
    secret: str
    options: Mapping[str, Any]

    @property
    def icon(self) -> str:
        return ICONS[self.id]

    @property
    def asks_again(self) -> bool:
        """Whether its service lets somebody sign in again who is signed in there already."""
        return self.id in {WayName.OIDC, WayName.SAML, WayName.CAS}


def ways_on() -> list[Way]:
    """The ways that are on, in the order in which the sign-in page shows them."""
    return [made(each, settings.IDENTITY_WAYS[each]) for each in WayName if is_on(each)]


def way_on(name: str) -> Way | None:
    """The way called `name` ("oidc"), if it is on."""
    return made(WayName(name), settings.IDENTITY_WAYS[name]) if is_on(name) else None


def ways_to_confirm(person: Person) -> list[Way]:
    """The ways by which somebody can confirm that it is them: linked, and asking again."""
    linked = LinkedIdentity.objects.filter(person=person).values_list("way", flat=True)
    return [way for way in ways_on() if way.asks_again and way.id in linked]


def is_on(name: str) -> bool:
    return name in WayName.values and name in settings.IDENTITY_WAYS


def made(way: WayName, said: Mapping[str, Any]) -> Way:
    options = {key: said[key] for key in said if key not in {"name", "client_id", "secret"}}
    name = said.get("name") or str(way.label)
    return Way(way, name, said.get("client_id", ""), said.get("secret", ""), options)
