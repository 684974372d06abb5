"""What happens to devices, passwords and second factors.

The tables of devices and second factors are django-allauth's; whoever changes them does it here,
or through allauth's own pages.
"""

from datetime import datetime, timedelta
from importlib import import_module
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Person
from campus.notices.actions import tell
from campus.people.passwords import first_password_hash, invented_password
from campus.records.actions import note
from campus.storing import store

TOPIC = "account"
LONGEST_AGENT = 200
GIVEN = gettext_noop("A new first password was given out.")
TOLD_GIVEN = gettext_noop(
    "%(by)s gave you a new first password. If you did not ask for it, tell an administrator."
)
SIGNED_OUT = gettext_noop("Signed out on all devices.")
TAKEN_AWAY = gettext_noop("The second factor was taken away.")
TOLD_TAKEN_AWAY = gettext_noop(
    "%(by)s took away your second factor. If you did not ask for it, tell an administrator."
)
# What allauth says of a second factor, by the name of its e-mail.
FACTOR_CHANGES = {
    "mfa/email/totp_activated": gettext_noop("Your second factor was switched on."),
    "mfa/email/totp_deactivated": gettext_noop("Your second factor was switched off."),
    "mfa/email/recovery_codes_generated": gettext_noop("You have new recovery codes."),
}


# Devices


@transaction.atomic
def see_device(person: Person, *, key: str, ip: str, agent: str, at: datetime) -> UserSession:
    """Note that the person is at the device whose session is `key`."""
    seen = {"user": person, "ip": ip, "user_agent": agent[:LONGEST_AGENT], "last_seen_at": at}
    made = {**seen, "created_at": at}
    return UserSession.objects.update_or_create(
        session_key=key, defaults=seen, create_defaults=made
    )[0]


@transaction.atomic
def end_device(device: UserSession) -> None:
    """Sign its person out there."""
    sessions().SessionStore().delete(device.session_key)
    device.delete()


@transaction.atomic
def end_devices(person: Person, *, but: str = "") -> int:
    """Sign the person out everywhere, but for the session `but`; how many devices there were."""
    devices = list(UserSession.objects.filter(user=person).exclude(session_key=but))
    for device in devices:
        end_device(device)
    return len(devices)


def sessions() -> Any:
    """The module of the sessions in use."""
    return import_module(settings.SESSION_ENGINE)


@transaction.atomic
def sign_out_everywhere(person: Person, *, by: Person, at: datetime) -> int:
    """Somebody else ends all sessions of the person; how many there were."""
    count = end_devices(person)
    note(person, by=by, at=at, text=SIGNED_OUT)
    record("signed_out", by=by, at=at, about=person)
    return count


@transaction.atomic
def clear_devices(*, at: datetime) -> int:
    """Forget devices whose sessions have run out, and these sessions; how many devices."""
    sessions().SessionStore.clear_expired()
    oldest = at - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    forgotten, _each = UserSession.objects.filter(last_seen_at__lt=oldest).delete()
    return forgotten


# Passwords


@transaction.atomic
def give_password(person: Person, *, by: Person, at: datetime) -> str:
    """A new first password for the person, answered this once and stored as a hash alone.

    It opens nothing but the page that replaces it; their devices are signed out, and they are
    told. Raises Refused for whoever has left.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if not person.is_active:
        raise Refused(_("Whoever has left does not sign in."))
    password = invented_password()
    person.password, person.must_change_password = first_password_hash(password), True
    store(person, only=["password", "must_change_password"])
    end_devices(person)
    note(person, by=by, at=at, text=GIVEN)
    record("password_given", by=by, at=at, about=person)
    tell_person(person, TOLD_GIVEN, facts={"by": by.name}, at=at)
    return password


# Second factors


@transaction.atomic
def take_factor_away(person: Person, *, reason: str, by: Person, at: datetime) -> None:
    """Take away a lost second factor with its recovery codes; the reason stands in the timeline.

    Their devices are signed out: whoever found the phone may sit at one. Raises Refused where
    there is none.
    """
    own = Authenticator.objects.select_for_update().filter(user_id=person.pk)
    if not list(own):
        raise Refused(_("There is no second factor to take away."))
    own.delete()
    end_devices(person)
    note(person, by=by, at=at, text=TAKEN_AWAY, words=reason)
    record("factor_taken", by=by, at=at, about=person, reason=reason)
    tell_person(person, TOLD_TAKEN_AWAY, facts={"by": by.name}, at=at)


@transaction.atomic
def tell_of_factor(person: Person, change: str, *, at: datetime) -> None:
    """Note what the person has changed of their own second factor, and tell them: it may have
    been somebody else at their screen. Changes that allauth knows and we do not are let be."""
    if text := FACTOR_CHANGES.get(change):
        note(person, by=person, at=at, text=text)
        record("factor_changed", by=person, at=at, about=person)
        tell_person(person, text, facts={}, at=at)


def tell_person(person: Person, text: str, *, facts: dict[str, Any], at: datetime) -> None:
    """Into the inbox, and by e-mail; no group's robot hears of it."""
    tell(
        [person], key=f"account:{person.pk}:{at.isoformat()}", topic=TOPIC, text=text,
        facts=facts, path="/account/", at=at, robots=False,
    )  # fmt: skip
