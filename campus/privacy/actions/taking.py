"""Pupils' data is taken away: asked for, approved or declined, taken once."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.audit.actions import record
from campus.doors import Refused
from campus.models import Person, Role, TakeAway
from campus.notices.actions import tell
from campus.storing import store

TOPIC = "account"
State = TakeAway.State
ASKS = gettext_noop("%(by)s wants to take data of %(count)s pupils away: %(title)s. Approve it?")
APPROVED = gettext_noop("You may take “%(title)s” away, once and within a day.")
DECLINED = gettext_noop("“%(title)s” may not be taken away: %(words)s")


@transaction.atomic
def ask(  # noqa: PLR0913  # each is a fact of its own
    *, list_name: str, query: str, title: str, reason: str, pupils: int, on_paper: bool,
    by: Person, at: datetime,
) -> TakeAway:  # fmt: skip
    """Ask to take a list away; whoever may approve is told at once. Raises ValidationError."""
    take = TakeAway(
        list_name=list_name, query=query[:1000], title=title[:120], reason=reason, pupils=pupils,
        on_paper=on_paper, by=by, asked_at=at,
    )  # fmt: skip
    store(take)
    note(take, "take_away_asked", by=by, at=at)
    facts = {"by": by.name, "count": pupils, "title": take.title}
    tell_of(approvers(by), take, ASKS, facts, at=at)
    return take


def approvers(by: Person) -> list[Person]:
    """Heads, for the head other heads and administrators; whoever asks is none of them."""
    roles = [Role.HEAD, *([Role.ADMINISTRATOR] if by.on_duty_as(Role.HEAD) else [])]
    return list(Person.objects.on_duty_as(*roles).exclude(pk=by.pk))


@transaction.atomic
def approve(take: TakeAway, *, by: Person, at: datetime) -> TakeAway:
    """Let it be taken away, once and within a day. Raises Refused."""
    take = decided(take, State.APPROVED, words="", by=by, at=at)
    tell_of([take.by], take, APPROVED, {"title": take.title}, at=at)
    note(take, "take_away_approved", by=by, at=at)
    return take


@transaction.atomic
def decline(take: TakeAway, *, words: str, by: Person, at: datetime) -> TakeAway:
    """Say no, and why. Raises Refused, ValidationError."""
    take = decided(take, State.DECLINED, words=words.strip(), by=by, at=at)
    tell_of([take.by], take, DECLINED, {"title": take.title, "words": take.words}, at=at)
    note(take, "take_away_declined", by=by, at=at)
    return take


def decided(take: TakeAway, state: str, *, words: str, by: Person, at: datetime) -> TakeAway:
    take = locked(take)
    if not take.is_waiting:
        raise Refused(_("This is decided already."))
    take.state, take.words, take.decided_by, take.decided_at = state, words, by, at
    store(take)
    return take


@transaction.atomic
def use(take: TakeAway, *, by: Person, at: datetime) -> TakeAway:
    """Take it: the approval is used up. Raises Refused where there is none that holds."""
    take = locked(take)
    if not take.is_open(at):
        raise Refused(_("This approval holds no more; ask anew."))
    take.state, take.used_at = State.USED, at
    store(take)
    note(take, "take_away_used", by=by, at=at)
    return take


def note(take: TakeAway, kind: str, *, by: Person, at: datetime) -> None:
    """In the audit log: what, how many pupils, what for."""
    record(
        kind, by=by, at=at, about=take.by, title=take.title, count=take.pupils,
        reason=take.words or take.reason,
    )  # fmt: skip


def tell_of(
    people: list[Person], take: TakeAway, text: str, facts: dict[str, object], *, at: datetime
) -> None:
    tell(
        people, key=f"take-away:{take.pk}:{take.state}", topic=TOPIC, text=text, facts=facts,
        path=take.get_absolute_url(), at=at, robots=False,
    )  # fmt: skip


def locked(take: TakeAway) -> TakeAway:
    found = TakeAway.objects.select_for_update(of=("self",))
    return found.select_related("by").get(pk=take.pk)
