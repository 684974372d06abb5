"""The school's list is fetched, tried, brought in, or held for somebody to look at."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.audit.actions import record
from campus.directory.channels import NoList, fetch
from campus.directory.models import DirectoryRun, DirectorySync
from campus.doors import Refused
from campus.models import Person, Role, RosterChange, RosterImport
from campus.notices.actions import tell
from campus.rosters import actions as rosters
from campus.rosters import rights
from campus.storing import store

TOPIC = "directory"
S = DirectoryRun.State
R = RosterImport.State
What = RosterChange.What

NOBODY_ANSWERS = gettext_noop("Roster sync: whoever answered for it may not import any more.")
FAULTS = gettext_noop("Roster sync: the list has faults; nothing was brought in.")
TOO_MANY = gettext_noop(
    "Roster sync: %(count)s of %(there)s would leave at once; somebody must look at it."
)
TRIED = gettext_noop("Roster sync, tried: %(added)s added, %(changed)s changed, %(ended)s ended.")
UNCHANGED = gettext_noop("Roster sync: everything is as the list says.")
DONE = gettext_noop(
    "Roster sync, brought in: %(added)s added, %(changed)s changed, %(ended)s ended."
)
BROKE = gettext_noop("Roster sync: it could not be done. %(why)s")


def the_sync() -> DirectorySync:
    """The school's one setting; off where nobody has written one."""
    return DirectorySync.objects.first() or DirectorySync()


@transaction.atomic
def change_sync(*, by: Person, at: datetime, **fields: Any) -> DirectorySync:
    """Change the setting; from now on `by` answers for what it brings in.

    Raises ValidationError.
    """
    sync = DirectorySync.objects.select_for_update(of=("self",)).first() or DirectorySync()
    for name, value in fields.items():
        setattr(sync, name, value)
    sync.by = by
    store(sync)
    record(
        "directory_changed", by=by, at=at, on="✓" if sync.is_on else "—",
        trial="✓" if sync.is_trial else "—", complete=", ".join(sync.complete) or "—",
        most=sync.most_leavers,
    )  # fmt: skip
    return sync


def begin(
    *, is_trial: bool, by: Person, at: datetime, bring: Callable[[str], tuple[str, bytes]] = fetch
) -> DirectoryRun:
    """Fetch the list and have it read; a list that cannot be had is a run that failed.

    Raises Refused while one is under way, and where `by` may not import.
    """
    refuse_under_way()
    if not (may := rights.can_import(by)):
        raise Refused(str(may.reason))
    try:
        name, data = bring(the_sync().number_from)
    except NoList as fault:
        return failed(fault, is_trial=is_trial, at=at)
    return taken_up(name, data, is_trial=is_trial, by=by, at=at)


def refuse_under_way() -> None:
    if DirectoryRun.objects.under_way().exists():
        raise Refused(_("The list is being brought in already."))


@transaction.atomic
def failed(fault: NoList, *, is_trial: bool, at: datetime) -> DirectoryRun:
    """Note that the list could not be had."""
    run = DirectoryRun(state=S.FAILED, is_trial=is_trial, begun_at=at)
    run.text, run.facts = fault.text, fault.facts
    store(run)
    tell_keepers(run, at=at)
    return run


@transaction.atomic
def taken_up(name: str, data: bytes, *, is_trial: bool, by: Person, at: datetime) -> DirectoryRun:
    """Make the fetched list an import that is read. Raises Refused where another one has begun
    meanwhile."""
    day = timezone.localtime(at).date()
    roster = rosters.take_up(
        data=data, name=f"{day} {name}", complete=the_sync().complete, day=day, by=by, at=at
    )
    run = DirectoryRun(roster=roster, is_trial=is_trial, begun_at=at)
    store(run)
    return run


@transaction.atomic
def go_on(pk: int, *, at: datetime) -> DirectoryRun:
    """Take the next step of a run whose import is at rest: bring it in, hold it, or say that it is
    done. Repeating it changes nothing."""
    found = DirectoryRun.objects.select_for_update(of=("self",)).select_related("roster__by")
    run = found.get(pk=pk)
    roster = run.roster
    if roster is None or run.state not in (S.READING, S.APPLYING) or roster.is_under_way:
        return run
    if run.state == S.APPLYING:
        return applied(run, roster, at=at)
    return read(run, roster, at=at)


def read(run: DirectoryRun, roster: RosterImport, *, at: datetime) -> DirectoryRun:
    """The list has been read: what becomes of it."""
    if roster.state != R.READY:
        return end(run, S.HELD, FAULTS, at=at)
    if roster.changes_nothing:
        rosters.throw_away(roster, by=roster.by, at=at)
        return end(run, S.UNCHANGED, UNCHANGED, at=at)
    if run.is_trial:
        return end(run, S.TRIED, TRIED, at=at, **totals(roster))
    if beyond := beyond_limit(roster):
        count, there = beyond
        return end(run, S.HELD, TOO_MANY, at=at, count=count, there=there)
    if not rights.can_import(roster.by):
        return end(run, S.HELD, NOBODY_ANSWERS, at=at)
    rosters.ask_to_apply(roster, sure=True, by=roster.by, at=at)
    run.state = S.APPLYING
    store(run)
    return run


def applied(run: DirectoryRun, roster: RosterImport, *, at: datetime) -> DirectoryRun:
    """The import has come to an end."""
    if roster.state == R.APPLIED:
        return end(run, S.DONE, DONE, at=at, **totals(roster))
    why = roster.job.sentence if roster.job else ""
    return end(run, S.HELD, BROKE, at=at, why=why)


def beyond_limit(roster: RosterImport) -> tuple[int, int] | None:
    """How many of how many would leave, where that is more than the school lets go at once."""
    most = the_sync().most_leavers
    shares = roster.counts.get("leaving", {}).values()
    return next(((count, there) for count, there in shares if count * 100 > most * there), None)


def totals(roster: RosterImport) -> dict[str, int]:
    return {
        "added": roster.count(What.ADDED), "changed": roster.count(What.CHANGED),
        "ended": roster.count(What.ENDED),
    }  # fmt: skip


def end(run: DirectoryRun, state: str, text: str, *, at: datetime, **facts: Any) -> DirectoryRun:
    """The run's last state; the administrators are told where they have to look, and of what was
    done."""
    run.state, run.text, run.facts = state, text, facts
    store(run)
    if state != S.UNCHANGED:
        tell_keepers(run, at=at)
    return run


def tell_keepers(run: DirectoryRun, *, at: datetime) -> None:
    """Into the inboxes of the administrators."""
    tell(
        Person.objects.on_duty_as(Role.ADMINISTRATOR), key=f"directory:{run.pk}:{run.state}",
        topic=TOPIC, text=run.text, facts=run.facts,
        path=run.roster.get_absolute_url() if run.roster else "/directory/", at=at, robots=False,
    )  # fmt: skip
