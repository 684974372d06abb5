"""Tables that come in as a whole or not at all: uploaded, looked at, brought in or thrown away."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.drafts.actions import (
    KEPT_DAYS,
    bytes_of,
    forget_file,
    in_file_order,
    keep_file,
    note_faults,
    put_to_work,
    refuse_under_way,
)
from campus.jobs.registry import Outcome, Progress
from campus.models import Person
from campus.sheets.guard import Unreadable
from campus.sheets.reader import read_table
from campus.sheets.table import Fault
from campus.storing import store
from repairs.actions.asset_import import ASSETS
from repairs.actions.issue_import import ISSUE
from repairs.actions.property_import import PROPERTY
from repairs.actions.table_kinds import Checked, TableKind
from repairs.models import SheetImport

READ, APPLY = "repairs.read_table", "repairs.bring_in_table"
S = SheetImport.State
KINDS: dict[str, TableKind] = {
    SheetImport.Kind.ASSETS: ASSETS,
    SheetImport.Kind.ISSUE: ISSUE,
    SheetImport.Kind.PROPERTY: PROPERTY,
}

IS_READY = gettext_noop("“%(file)s” is read and can be brought in. Nothing has changed yet.")
HAS_FAULTS = gettext_noop("“%(file)s” has %(count)s faults to mend; nothing has changed.")
BROUGHT_IN = gettext_noop("“%(file)s” is brought in.")
NOTHING = gettext_noop("The table holds nothing new.")
AT_ONCE = gettext_noop("Somebody has just written the same; read the file again.")


@transaction.atomic
def take_up(
    *, kind: str, data: bytes, name: str, by: Person, at: datetime,
    facts: Mapping[str, Any] | None = None,
) -> SheetImport:  # fmt: skip
    """Store an uploaded table privately and have it read; nothing else changes."""
    found = SheetImport(kind=kind, by=by, at=at, file_name=name[-200:], facts=dict(facts or {}))
    found.full_clean()
    found.file = keep_file(data, name)
    found.save()
    return ask_for(found, READ, title=_("Read %(file)s"), by=by, at=at)


def ask_for(found: SheetImport, work: str, *, title: str, by: Person, at: datetime) -> SheetImport:
    """Ask for a job over the import; refuses while another one is under way."""
    words = title % {"file": found.file_name}
    put_to_work(found, work, title=words, facts={"import": found.pk}, by=by, at=at)
    return found


def locked(pk: int, *states: str) -> SheetImport:
    """The import under this transaction's lock. Raises Refused where it is in no such state."""
    rows = SheetImport.objects.select_for_update(of=("self",)).select_related("by", "job")
    found = rows.get(pk=pk)
    if found.state not in states:
        raise Refused(_("This import is brought in or thrown away already."))
    return found


@transaction.atomic
def read(pk: int, progress: Progress, *, at: datetime) -> Outcome:
    """A dry run: note what the table would do, or what is wrong with it."""
    found = locked(pk, S.READING)
    try:
        checked = looked_at(found)
    except Unreadable as refused:
        checked = Checked(faults=[Fault("", 0, "", refused.sentence, refused.facts)])
    if not checked.faults and not checked.things:
        checked.faults.append(Fault("", 0, "", NOTHING))
    found.counts, found.preview = checked.counts, [checked.header, *checked.preview]
    note_faults(found, sorted(checked.faults, key=in_file_order))
    facts = {"file": found.file_name, "count": len(checked.faults)}
    text = HAS_FAULTS if checked.faults else IS_READY
    return Outcome(text=text, facts=facts, path=found.get_absolute_url())


def looked_at(found: SheetImport) -> Checked:
    """The stored file held against the school. Raises Unreadable, Refused where it is gone."""
    kind = KINDS[found.kind]
    table = read_table(bytes_of(found), found.file_name, headings=kind.headings)
    found.unread = table.unread
    return kind.check(table, found)


@transaction.atomic
def ask_to_apply(found: SheetImport, *, by: Person, at: datetime) -> SheetImport:
    """Have a table brought in. Raises Refused where it is not ready."""
    found = locked(found.pk, S.READY)
    return ask_for(found, APPLY, title=_("Bring in %(file)s"), by=by, at=at)


@transaction.atomic
def apply(pk: int, progress: Progress, *, by: Person, at: datetime) -> Outcome:
    """Bring the table in as a whole: it is looked at once more, and one fault stops all of it."""
    found = locked(pk, S.READY)
    checked = looked_at(found)
    if checked.faults:
        raise Refused(checked.faults[0].sentence)
    if not checked.things:
        raise Refused(_(NOTHING))
    try:
        with transaction.atomic():
            found.path = KINDS[found.kind].apply(checked.things, found, by=by, at=at)
    except IntegrityError as error:
        raise Refused(_(AT_ONCE)) from error
    forget_file(found)
    found.state, found.applied_by, found.applied_at = S.APPLIED, by, at
    found.counts = checked.counts
    store(found)
    path = found.get_absolute_url()
    return Outcome(text=BROUGHT_IN, facts={"file": found.file_name}, path=path)


@transaction.atomic
def throw_away(found: SheetImport, *, by: Person, at: datetime) -> SheetImport:
    """Give up a table that was not brought in; its file is deleted."""
    found = locked(found.pk, S.READING, S.FAULTY, S.READY)
    refuse_under_way(found)
    return let_go(found)


def let_go(found: SheetImport) -> SheetImport:
    forget_file(found)
    found.state = S.LET_GO
    store(found)
    return found


@transaction.atomic
def let_go_of_old(*, at: datetime) -> int:
    """Throw away what nobody has brought in within a week; answers with how many."""
    old = SheetImport.objects.left_lying(at - timedelta(days=KEPT_DAYS))
    found = list(old.select_for_update(skip_locked=True))
    for each in found:
        let_go(each)
    return len(found)
