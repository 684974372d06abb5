"""Reading a file and holding it against the school: a dry run."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.drafts.actions import bytes_of, note_faults
from campus.jobs.registry import Outcome, Progress
from campus.models import RosterChange, RosterImport
from campus.rosters.actions.lock import locked
from campus.rosters.difference import Comparing, compare
from campus.rosters.reading import read_roster
from campus.rosters.snapshot import school_now
from campus.sheets.guard import Unreadable
from campus.sheets.table import Fault

HAS_FAULTS = gettext_noop("“%(file)s” has %(count)s faults to mend before it can be imported.")
IS_READY = gettext_noop(
    "“%(file)s” is read: %(added)s added, %(changed)s changed, %(ended)s ended. Nothing is imported"
    " yet."
)
S = RosterImport.State
BATCH = 1000


@transaction.atomic
def read(roster: RosterImport, progress: Progress, *, at: datetime) -> Outcome:
    """Note what the import would do, or what is wrong with its file; the school stays as it is."""
    progress(0, 3)
    refusal = _("This file has been imported or thrown away. Upload it once more.")
    roster = locked(roster, S.READING, otherwise=refusal)
    try:
        work = compared(roster, lock=False)
    except Unreadable as refused:
        fault = Fault("", 0, "", refused.sentence, refused.facts)
        return end(roster, [fault], file=roster.file_name)
    progress(1, 3)
    faults = in_file_order(work)
    roster.unread = work.roster.unread
    if not faults:
        keep(roster, work)
    progress(2, 3)
    outcome = end(roster, faults, file=roster.file_name)
    progress(3, 3)
    return outcome


def compared(roster: RosterImport, *, lock: bool) -> Comparing:
    """The stored file held against the school; raises Unreadable, and Refused where it is gone."""
    read_rows = read_roster(bytes_of(roster), roster.file_name)
    work = Comparing(
        school=school_now(lock=lock),
        roster=read_rows,
        day=roster.day,
        by=roster.by.number,
        complete=frozenset(roster.complete),
    )
    return compare(work)


def keep(roster: RosterImport, work: Comparing) -> None:
    """Store the changes, each a row that the page lists."""
    roster.counts = {"rows": work.counted(), "leaving": work.leaving_shares()}
    RosterChange.objects.bulk_create(
        (
            RosterChange(
                roster=roster,
                kind=change.kind,
                what=change.what,
                key=change.key,
                title=change.title,
                row=change.row,
                fields=change.fields,
            )
            for change in work.changes
        ),
        batch_size=BATCH,
    )


def end(roster: RosterImport, faults: list[Fault], *, file: str) -> Outcome:
    """Note the faults, or that there are none."""
    note_faults(roster, faults)
    if faults:
        facts = {"file": file, "count": len(faults)}
        return Outcome(text=HAS_FAULTS, facts=facts, path=roster.get_absolute_url())
    return Outcome(
        text=IS_READY, facts={"file": file, **totals(roster)}, path=roster.get_absolute_url()
    )


def in_file_order(work: Comparing) -> list[Fault]:
    """All faults as somebody mends them: sheet by sheet from the top; those of no sheet first."""
    places = {name: place for place, name in enumerate(work.roster.sheets, 1)}
    faults = [*work.roster.faults, *work.faults]
    return sorted(faults, key=lambda fault: (places.get(fault.sheet, 0), fault.row))


def totals(roster: RosterImport) -> dict[str, int]:
    """How many are added, changed and ended, of all kinds together."""
    What = RosterChange.What
    return {str(what): roster.count(what) for what in (What.ADDED, What.CHANGED, What.ENDED)}
