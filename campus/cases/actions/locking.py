"""Two people at once: one wins, the other is told what happened."""

from typing import TypeVar

from django.utils.translation import gettext as _

from campus.cases.models import Case
from campus.doors import Refused
from campus.models import TimelineEntry
from campus.shell.words import moment_in_words

C = TypeVar("C", bound=Case)


def locked(case: C, *, seen: int | None = None) -> C:
    """The case as it stands now, locked for this transaction.

    `seen` is the version that the person had before their eyes; raises Refused with what has
    happened since where it is not the present one.
    """
    rows = type(case)._default_manager.select_for_update(of=("self",))
    now: C = rows.select_related("place", "reporter", "assignee").get(pk=case.pk)
    if seen is not None and seen != now.version:
        raise Refused(what_happened(now))
    return now


def what_happened(case: Case) -> str:
    """The newest act in words, for somebody who was a moment too late."""
    latest = TimelineEntry.objects.of(case).exclude(kind=TimelineEntry.Kind.COMMENT).last()
    if latest is None or latest.by is None:
        return _("%(case)s has changed in the meantime. Look at it anew.") % {"case": case.number}
    return _(
        "%(person)s was faster: “%(what)s” (%(moment)s). Nothing has been changed by you; look at "
        "it anew."
    ) % {
        "person": latest.by,
        "what": latest.sentence,
        "moment": moment_in_words(latest.at),
    }
