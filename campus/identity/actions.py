"""What happens to linked identities, sessions by them and joining rules; what of it is noted."""

from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from campus.account.actions import end_device, tell_person
from campus.audit.actions import record
from campus.doors import Refused
from campus.identity import joining
from campus.identity.models import IdentitySession, JoiningRule, LinkedIdentity, Reason, WayName
from campus.identity.providers.base import Arrival
from campus.identity.reasons import TurnedAway
from campus.identity.ways import Way
from campus.models import Person
from campus.shell.words import in_languages
from campus.storing import store

BY_PASSWORD = gettext_lazy("number and password")
WITH_CODE = gettext_lazy("number, password and code")
TOLD_LINKED = gettext_noop(
    "You can sign in with %(way)s now. If you did not link it, tell an administrator."
)


# Who comes


@transaction.atomic
def recognise(arrival: Arrival, *, at: datetime) -> Person:
    """Whom an arrival belongs to: by their link, else by the number, which links them for good.

    Whoever is not known joins where a rule says so. Raises TurnedAway.
    """
    known = LinkedIdentity.objects.select_for_update(of=("self",)).select_related("person")
    link = known.filter(way=arrival.way, uid=arrival.uid).first()
    if arrival.tells_number and not arrival.number:
        raise TurnedAway(Reason.NO_NUMBER, person=link.person if link else None)
    if link is None:
        link = first_link(arrival, at=at)
    elif arrival.number not in {"", link.person.number}:
        raise TurnedAway(Reason.OTHER_NUMBER, person=link.person)
    if not link.person.is_active:
        raise TurnedAway(Reason.LEFT, person=link.person)
    link.used_at = at
    store(link, only=["used_at"])
    return link.person


def first_link(arrival: Arrival, *, at: datetime) -> LinkedIdentity:
    """Link whoever has the number. Raises TurnedAway."""
    if not arrival.number:
        raise TurnedAway(Reason.NOT_LINKED)
    people = Person.objects.select_for_update(of=("self",))
    person = people.filter(number=arrival.number).first() or joining.join(arrival)
    if person is None:
        raise TurnedAway(Reason.UNKNOWN, number=arrival.number)
    if LinkedIdentity.objects.filter(way=arrival.way, person=person).exists():
        raise TurnedAway(Reason.OTHER_IDENTITY, person=person)
    if not person.is_active:
        raise TurnedAway(Reason.LEFT, person=person)
    link = LinkedIdentity(way=arrival.way, uid=arrival.uid, person=person, linked_at=at)
    store(link)
    return link


# Links by the people themselves


@transaction.atomic
def link(person: Person, *, way: Way, uid: str, number: str, ip: str, at: datetime) -> None:
    """The person says that an identity is theirs. Raises Refused where it is somebody else's, has
    another number, or where they have one of this way already."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if number not in {"", person.number}:
        raise Refused(Reason.OTHER_NUMBER.label)
    if LinkedIdentity.objects.filter(way=way.id, uid=uid).exclude(person=person).exists():
        raise Refused(Reason.TAKEN.label)
    if LinkedIdentity.objects.filter(way=way.id, person=person).exists():
        raise Refused(_("You have linked one already; unlink it first."))
    store(LinkedIdentity(way=way.id, uid=uid, person=person, linked_at=at))
    record("identity_linked", by=person, at=at, about=person, ip=ip, way=way.name)
    tell_person(person, TOLD_LINKED, facts={"way": way.name}, at=at)


@transaction.atomic
def unlink(link: LinkedIdentity, *, by: Person, ip: str, at: datetime) -> None:
    """The identity is its person's no more; whoever was signed in by it, is signed out."""
    ended = IdentitySession.objects.filter(way=link.way, person=link.person)
    end_sessions(ended.values_list("session_key", flat=True))
    way = in_languages(WayName(link.way).label)
    record("identity_unlinked", by=by, at=at, about=link.person, ip=ip, way=way)
    link.delete()


# Sessions


@transaction.atomic
def open_session(
    person: Person, *, way: str, uid: str, sid: str, session_key: str, at: datetime
) -> IdentitySession:
    """Note that the person is here on a device by an identity."""
    session = IdentitySession(
        way=way, uid=uid, sid=sid, person=person, session_key=session_key, at=at
    )
    store(session)
    return session


@transaction.atomic
def follow_session(pk: int, *, session_key: str) -> None:
    """The same device under the new name that a changed password gives its session."""
    IdentitySession.objects.filter(pk=pk).update(session_key=session_key)


def end_sessions(keys: Any) -> int:
    """Sign out where the sessions are called so, at once; how many there were."""
    names = list(keys)
    for name in names:
        device = UserSession.objects.filter(session_key=name).first()
        end_device(device or UserSession(session_key=name))
    IdentitySession.objects.filter(session_key__in=names).delete()
    return len(names)


@transaction.atomic
def sign_out_from_there(*, way: Way, uid: str = "", sid: str = "", ip: str, at: datetime) -> int:
    """The other side has ended a session, or without `sid` all of a person's; how many here."""
    found = IdentitySession.objects.select_for_update().filter(way=way.id)
    found = found.filter(sid=sid) if sid else found
    found = found.filter(uid=uid) if uid else found
    sessions = list(found.select_related("person"))
    for person in {each.person for each in sessions}:
        record("sign_out_from_there", by=None, at=at, about=person, ip=ip, way=way.name)
    return end_sessions(each.session_key for each in sessions)


@transaction.atomic
def forget_sessions(*, at: datetime) -> int:
    """Let go of sessions that are over; how many. A device is noted soon after its sign-in."""
    alive = UserSession.objects.values("session_key")
    over = IdentitySession.objects.exclude(session_key__in=alive)
    return over.filter(at__lt=at - timedelta(days=1)).delete()[0]


# Joining rules


@transaction.atomic
def write_rule(
    rule: JoiningRule, *, by: Person, ip: str, at: datetime, **fields: Any
) -> JoiningRule:
    """Lay a rule, or change one. Raises ValidationError."""
    for name, value in fields.items():
        setattr(rule, name, value)
    store(rule)
    way = in_languages(WayName(rule.way).label)
    record(
        "joining_rule", by=by, at=at, about=rule, ip=ip, way=way, pattern=rule.pattern,
        who=in_languages(Person.Kind(rule.kind).label),
    )  # fmt: skip
    return rule


@transaction.atomic
def remove_rule(rule: JoiningRule, *, by: Person, ip: str, at: datetime) -> None:
    """Nobody joins by it any more; who has joined stays."""
    way = in_languages(WayName(rule.way).label)
    record("joining_rule_gone", by=by, at=at, ip=ip, way=way, pattern=rule.pattern)
    rule.delete()


# The log


@transaction.atomic
def note_sign_in(person: Person, *, way: Way | None, has_code: bool, ip: str, at: datetime) -> None:
    """Somebody has signed in: by a way, else with number and password."""
    local = in_languages(WITH_CODE if has_code else BY_PASSWORD)
    record("sign_in", by=person, at=at, ip=ip, method=way.name if way else local)


@transaction.atomic
def note_refusal(refusal: TurnedAway, *, way: Way | None, ip: str, at: datetime) -> None:
    """Somebody was turned away; of those whom nobody knows no more than the number is told."""
    told = f" {refusal.number}" if refusal.number else ""
    record(
        "sign_in_refused", by=None, at=at, about=refusal.person, ip=ip, code=refusal.reason.value,
        method=way.name if way else in_languages(BY_PASSWORD),
        reason=in_languages(refusal.reason.label), number=told,
    )  # fmt: skip
