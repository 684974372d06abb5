"""What happens to every draft: its table kept, work asked for, its faults noted, the file gone."""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.drafts.models import Draft
from campus.jobs.actions import ask
from campus.models import Person
from campus.sheets.table import Fault
from campus.storing import store

KEPT_DAYS = 7
MOST_FAULTS = 2000
NOT_THERE = gettext_noop("The uploaded file is not there any more. Upload it once more.")
MORE_FAULTS = gettext_noop("There are %(count)s more faults; mend these first.")


def keep_file(data: bytes, name: str, *, folder: str = "tables") -> str:
    """Put an uploaded table into the storage of private files; answers with its name there."""
    ending = PurePath(name).suffix.lower()[:8]
    path = f"{folder}/{sha256(data).hexdigest()[:16]}{ending}"
    return default_storage.save(path, ContentFile(data))


def bytes_of(draft: Draft) -> bytes:
    """The stored table. Raises Refused where it is gone."""
    try:
        with default_storage.open(draft.file) as stored:
            return stored.read()
    except FileNotFoundError as error:
        raise Refused(_(NOT_THERE)) from error


def forget_file(draft: Draft) -> None:
    """Delete the file once the transaction stands: one that is undone still needs it."""
    name, draft.file = draft.file, ""
    if name:
        transaction.on_commit(lambda: default_storage.delete(name))


def put_to_work(
    draft: Draft, work: str, *, title: str, facts: dict[str, Any], by: Person, at: datetime
) -> None:
    """Ask for a job over the draft. Raises Refused while another one is under way."""
    refuse_under_way(draft)
    draft.job = ask(work, title=title[:120], by=by, at=at, facts=facts)
    store(draft, only=["job"])


def refuse_under_way(draft: Draft) -> None:
    if draft.is_under_way:
        raise Refused(_("This is being worked on already."))


def note_faults(draft: Draft, faults: Iterable[Fault]) -> None:
    """Keep the faults, in their order, as many as anybody mends before trying again, and how many
    more there are; with any the draft has faults, else it is ready."""
    found = list(faults)
    rest = len(found) - MOST_FAULTS
    more = [Fault("", 0, "", MORE_FAULTS, {"count": rest})] if rest > 0 else []
    draft.faults = [each.stored() for each in [*found[:MOST_FAULTS], *more]]
    draft.state = "faulty" if found else "ready"
    store(draft)


def in_file_order(fault: Fault) -> tuple[str, int]:
    return fault.sheet, fault.row
