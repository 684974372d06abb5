"""What people ask for; the work itself is done by a worker."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.drafts.actions import KEPT_DAYS, forget_file, keep_file, put_to_work, refuse_under_way
from campus.models import Person, RosterImport
from campus.rosters.actions.lock import locked
from campus.storing import store

READ, APPLY, TAKE_BACK = "rosters.read", "rosters.apply", "rosters.take_back"
# Of a kind's people no more than this part may leave without a second word.
MANY = 0.1
S = RosterImport.State


@transaction.atomic
def take_up(  # each is a fact of its own
    *, data: bytes, name: str, complete: Iterable[str], day: date, by: Person, at: datetime
) -> RosterImport:
    """Store an uploaded file privately and have it read; nothing of the school changes.

    `complete` are the kinds ("staff", "pupils") whose list holds everybody.
    """
    roster = RosterImport(
        by=by,
        at=at,
        day=day,
        file_name=name[-200:],
        digest=sha256(data).hexdigest(),
        complete=sorted(complete),
    )
    roster.full_clean()
    roster.file = keep_file(data, name, folder="rosters")
    roster.save()
    return ask_for(roster, READ, title=_("Read %(file)s"), by=by, at=at)


def ask_for(  # each is a fact of its own
    roster: RosterImport, kind: str, *, title: str, by: Person, at: datetime, sure: bool = False
) -> RosterImport:
    """Ask for a job over the import; refuses while another one is under way."""
    facts = {"roster": roster.pk, "sure": sure}
    words = title % {"file": roster.file_name}
    put_to_work(roster, kind, title=words, facts=facts, by=by, at=at)
    return roster


@transaction.atomic
def read_again(roster: RosterImport, *, day: date, by: Person, at: datetime) -> RosterImport:
    """Hold the stored file against the school as it stands now; it holds from `day`."""
    refusal = _("This file has been imported or thrown away. Upload it once more.")
    roster = locked(roster, S.READING, S.READY, S.FAULTY, otherwise=refusal)
    roster.changes.all().delete()
    roster.state, roster.counts, roster.faults, roster.day = S.READING, {}, [], day
    roster.save(update_fields=["state", "counts", "faults", "day"])
    return ask_for(roster, READ, title=_("Read %(file)s"), by=by, at=at)


@transaction.atomic
def ask_to_apply(roster: RosterImport, *, sure: bool, by: Person, at: datetime) -> RosterImport:
    """Have the import applied; `sure` says that many may leave by it. Raises Refused."""
    roster = locked(roster, S.READY, otherwise=_("This import is not ready to be applied."))
    if roster.changes_nothing:
        raise Refused(_("This import changes nothing."))
    refuse_many_leavers(roster, sure=sure)
    return ask_for(roster, APPLY, title=_("Import %(file)s"), by=by, at=at, sure=sure)


def refuse_many_leavers(roster: RosterImport, *, sure: bool) -> None:
    """Raise Refused where more than a tenth of a kind would leave and nobody is `sure` of it."""
    if many_leave(roster) and not sure:
        raise Refused(
            _("More than a tenth would leave by this import. Tick that this is what you mean.")
        )


def many_leave(roster: RosterImport) -> bool:
    """Whether more than a tenth of the staff or of the pupils would leave by it."""
    shares = roster.counts.get("leaving", {}).values()
    return any(count > MANY * there for count, there in shares)


@transaction.atomic
def ask_to_take_back(roster: RosterImport, *, by: Person, at: datetime) -> RosterImport:
    """Have an applied import taken back."""
    roster = locked(roster, S.APPLIED, otherwise=_("Only what was imported can be taken back."))
    return ask_for(roster, TAKE_BACK, title=_("Take %(file)s back"), by=by, at=at)


@transaction.atomic
def throw_away(roster: RosterImport, *, by: Person, at: datetime) -> RosterImport:
    """Give up an import that was not applied: its file and what it would change are deleted."""
    refusal = _("Only what was not imported yet can be thrown away.")
    roster = locked(roster, S.READING, S.READY, S.FAULTY, otherwise=refusal)
    refuse_under_way(roster)
    let_go(roster)
    return roster


def let_go(roster: RosterImport) -> None:
    """Keep of an import who uploaded what and when, and nothing that names people."""
    forget_file(roster)
    roster.changes.all().delete()
    roster.state, roster.faults, roster.unread = S.LET_GO, [], []
    store(roster)


@transaction.atomic
def let_go_of_old(*, at: datetime) -> int:
    """Let go of imports that nobody has applied within a week; answers with how many."""
    lying = RosterImport.objects.left_lying(at - timedelta(days=KEPT_DAYS))
    found = list(lying.select_for_update(of=("self",)).select_related("job"))
    old = [roster for roster in found if not roster.is_under_way]
    for roster in old:
        let_go(roster)
    return len(old)
