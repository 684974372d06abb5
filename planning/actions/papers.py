"""What happens to papers that expire: written, changed, renewed, set aside; and to their kinds."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TypedDict, Unpack

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Person
from campus.storing import store
from planning.actions.reminders import plan_all_reminders, plan_reminders
from planning.models import Paper, PaperKind
from planning.papers import HOLDERS, USUAL, UsualKind, sort_of


class PaperFields(TypedDict, total=False):
    """What a paper says; a field left out keeps its value, or is empty on a new paper."""

    number: str
    issuer: str
    issued_on: date | None
    ends_on: date
    note: str


class KindFields(TypedDict, total=False):
    """What is said of a kind."""

    name: str
    holder_type: ContentType
    months: int | None
    role: str
    is_offered: bool


@transaction.atomic
def record(
    kind: PaperKind, holder: Model, *, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (), **fields: Unpack[PaperFields],
) -> Paper:  # fmt: skip
    """Write down a paper that `holder` has; whoever is responsible is reminded of its end.

    Raises ValidationError, and Refused for a holder that papers of this kind do not belong to.
    """
    if not isinstance(holder, sort_of(kind).model):
        raise Refused(_("“%(kind)s” does not belong to “%(holder)s”.") % {
            "kind": kind, "holder": holder
        })  # fmt: skip
    paper = Paper(kind=kind, holder=holder, holder_name=str(holder)[:200], by=by, at=at, **fields)
    store(paper)
    attach(paper, attachments, by=by, at=at)
    plan_reminders(paper, at=at)
    return paper


@transaction.atomic
def record_all(papers: Iterable[Paper], *, at: datetime) -> list[Paper]:
    """Write down many papers with a few statements, as `record` does with one."""
    given = list(papers)
    for paper in given:
        paper.holder_name = str(paper.holder)[:200]
        paper.clean_fields(exclude=["kind", "holder_type", "renewed_by", "by"])
    Paper.objects.bulk_create(given)
    plan_all_reminders(given, at=at)
    return given


@transaction.atomic
def change(
    paper: Paper, *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (),
    **fields: Unpack[PaperFields],
) -> Paper:  # fmt: skip
    """Correct what a paper says, add files to it. Raises ValidationError."""
    paper = locked(paper)
    for name, value in fields.items():
        setattr(paper, name, value)
    store(paper)
    attach(paper, attachments, by=by, at=at)
    plan_reminders(paper, at=at)
    return paper


@transaction.atomic
def renew(
    paper: Paper, *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (),
    **fields: Unpack[PaperFields],
) -> Paper:  # fmt: skip
    """Write down the next paper in place of this one, which is not reminded of any more.

    Answers with the new one. Raises ValidationError, and Refused where this one does not count.
    """
    paper = locked(paper)
    refuse_what_is_over(paper)
    if fields["ends_on"] <= paper.ends_on:
        raise Refused(_("The next paper must end later than this one."))
    assert paper.holder is not None  # a paper that counts has its holder
    following = record(paper.kind, paper.holder, by=by, at=at, attachments=attachments, **fields)
    paper.renewed_by = following
    store(paper, only=["renewed_by"])
    plan_reminders(paper, at=at)
    return following


@transaction.atomic
def set_aside(paper: Paper, *, why: str, by: Person, at: datetime) -> Paper:
    """Let a paper count no more, for a reason: its end is not watched."""
    paper = locked(paper)
    refuse_what_is_over(paper)
    paper.set_aside_on = timezone.localtime(at).date()
    paper.set_aside_why = why
    store(paper, only=["set_aside_on", "set_aside_why"])
    plan_reminders(paper, at=at)
    return paper


@transaction.atomic
def set_all_aside(papers: Iterable[Paper], *, why: str, by: Person, at: datetime) -> None:
    """Set all of them aside for one reason, or none. Raises Refused."""
    for paper in papers:
        set_aside(paper, why=why, by=by, at=at)


def refuse_what_is_over(paper: Paper) -> None:
    """Raise Refused for a paper that is renewed or set aside already."""
    if not paper.counts:
        raise Refused(_("“%(paper)s” is renewed or set aside already.") % {"paper": paper})


def locked(paper: Paper) -> Paper:
    found = Paper.objects.select_for_update(of=("self",)).select_related("kind")
    return found.get(pk=paper.pk)


# Kinds


@transaction.atomic
def write_kind(
    kind: PaperKind, *, by: Person, at: datetime, **fields: Unpack[KindFields]
) -> PaperKind:
    """Add a kind, or change one. Raises ValidationError.

    What holds its papers stays as it is once there are any.
    """
    if kind.pk:
        kind = PaperKind.objects.select_for_update().get(pk=kind.pk)
    for name, value in fields.items():
        setattr(kind, name, value)
    store(kind)
    return kind


@transaction.atomic
def lay_usual_kinds(
    usual_kinds: Iterable[UsualKind] = USUAL, *, by: Person, at: datetime
) -> list[PaperKind]:
    """Add the kinds that most schools have, in the reader's language; those there are stay.

    An area lays its own by the same way. Answers with the new ones.
    """
    known = set(PaperKind.objects.values_list("code", flat=True))
    names = set(PaperKind.objects.values_list("name", flat=True))
    laid = []
    for usual in usual_kinds:
        if usual.code in known or _(usual.name) in names:
            continue
        kind = PaperKind(
            code=usual.code, name=_(usual.name), months=usual.months, role=usual.role or "",
            holder_type=HOLDERS[usual.holder].content_type,
        )  # fmt: skip
        store(kind)
        laid.append(kind)
    return laid
