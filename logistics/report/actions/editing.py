"""Sections are edited; newer text from the figures is taken over, merged or left."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from campus.submissions.forms import digest
from logistics.report.actions.versions import keep, locked
from logistics.report.models import ReportSection, SectionVersion
from logistics.report.text import tidied

Way = SectionVersion.Way


@transaction.atomic
def edit(
    section: ReportSection, *, title: str, text: str, by: Person, at: datetime
) -> ReportSection:
    """Let the section say this; nothing happens where it does already."""
    held = locked(section)
    return said(held, title=title, text=text, way=Way.EDITED, by=by, at=at)


def said(
    held: ReportSection, *, title: str, text: str, way: SectionVersion.Way, by: Person, at: datetime
) -> ReportSection:  # fmt: skip
    text = tidied(text)
    if (held.title, held.text) == (title, text):
        return held
    held.title, held.text, held.is_edited = title, text, True
    keep(held, way, by=by, at=at)
    return held


@transaction.atomic
def merge(
    section: ReportSection, *, title: str, text: str, seen: str, by: Person, at: datetime
) -> ReportSection:
    """Let the section say what was put together from its own text and a newer one, of which `seen`
    is the digest.

    Where the figures were asked once more meanwhile, their newest text goes on being offered.
    """
    held = locked(section)
    if held.is_offered and digest(held.offered) == seen:
        decide(held)
    store(held)
    return said(held, title=title, text=text, way=Way.MERGED, by=by, at=at)


def decide(held: ReportSection) -> None:
    """The newer text is one that people have seen and decided on."""
    held.generated, held.offered, held.is_offered = held.offered, "", False


@transaction.atomic
def take_over(section: ReportSection, *, by: Person, at: datetime) -> ReportSection:
    """Let the section say the newer text. Raises Refused where none is offered."""
    held = offered(section)
    held.text = held.offered
    decide(held)
    held.is_edited = False
    keep(held, Way.TAKEN, by=by, at=at)
    return held


@transaction.atomic
def leave(section: ReportSection, *, by: Person, at: datetime) -> ReportSection:
    """Keep the section as people wrote it; this newer text is not offered again."""
    held = offered(section)
    decide(held)
    store(held)
    return held


def offered(section: ReportSection) -> ReportSection:
    held = locked(section)
    if not held.is_offered:
        raise Refused(_("There is no newer text any more; somebody has decided on it already."))
    return held


@transaction.atomic
def restore(
    section: ReportSection, version: SectionVersion, *, by: Person, at: datetime
) -> ReportSection:
    """Let the section say what it said in an earlier version."""
    held = locked(section)
    text, title = version.text, version.title
    if (held.title, held.text) == (title, text):
        raise Refused(_("The section says this already."))
    return said(held, title=title, text=text, way=Way.RESTORED, by=by, at=at)
