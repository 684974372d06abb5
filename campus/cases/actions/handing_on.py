"""A case turns out to be another area's."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import copy_attachments
from campus.cases.actions.following import follow
from campus.cases.actions.locking import locked
from campus.cases.actions.merging import people_of
from campus.cases.actions.moving import move
from campus.cases.actions.raising import raise_case
from campus.cases.models import HANDED_ON, Case
from campus.cases.registry import CaseKind, receivers
from campus.doors import Refused
from campus.models import Person, TimelineEntry
from campus.records.actions import copy_timeline, note
from campus.shell.words import in_languages

ON_TO = gettext_noop("Handed on to %(kind)s as %(other)s")
CONTINUES = gettext_noop("Continues %(other)s")


@transaction.atomic
def hand_on(
    case: Case, *, to: CaseKind, by: Person, at: datetime, seen: int | None = None, words: str = ""
) -> TimelineEntry:
    """Continue the case as one of kind `to`: its place, reporter, photos, timeline and followers
    go along, and figures count the new one alone. Answers with the entry that closes the old one.

    Raises Refused where that kind takes none, or the case has been handed on already.
    """
    case = locked(case, seen=seen)
    if to not in receivers(case) or to.receive is None:
        raise Refused(_("That area takes no such cases."))
    if not case.can_become(HANDED_ON):
        raise Refused(_("%(case)s is closed.") % {"case": case.number})
    new = raise_case(
        to.model, by=by, at=at, title=case.title, description=case.description,
        place=case.place, priority=case.priority, reporter=case.reporter, origin=case,
        **to.receive(case),
    )  # fmt: skip
    copy_timeline(case, to=new, files=copy_attachments(case, to=new))
    note(new, by=by, at=at, text=CONTINUES, facts={"other": case.number}, words=words)
    for person, is_troubled in people_of(case):
        follow(new, person=person, at=at, me_too=is_troubled)
    facts = {"kind": in_languages(to.label), "other": new.number}
    return move(case, HANDED_ON, by=by, at=at, words=words, text=ON_TO, facts=facts)
