"""What happens to checklists: written, a draft of their lines begun, put into use, thrown away."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Protocol, TypedDict, TypeVar, Unpack

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from inspections.models import Checklist, ChecklistItem, ChecklistVersion
from inspections.models.scoring import full_marks

Scoring = ChecklistVersion.Scoring


class ChecklistFields(TypedDict, total=False):
    """What is said of a checklist beside its lines; a field left out keeps its value."""

    name: str
    topic: str
    note: str
    roles: list[str]
    helpers: list[str]
    second_roles: list[str]
    every_days: int | None
    is_offered: bool
    parts: str
    appeal_days: int
    deciding_roles: list[str]


@transaction.atomic
def write_checklist(
    checklist: Checklist, *, by: Person, at: datetime, **fields: Unpack[ChecklistFields]
) -> Checklist:
    """Write what a checklist is, with a draft for its lines where it is new.

    A walk under way keeps whether it needs a second signature. Raises ValidationError.
    """
    is_new = checklist.pk is None
    kept = checklist if is_new else locked(checklist)
    for name, value in fields.items():
        setattr(kept, name, value)
    store(kept)
    if is_new:
        begin_draft(kept, by=by, at=at)
    return kept


def locked(checklist: Checklist) -> Checklist:
    """The checklist as it stands, held until the transaction ends."""
    return Checklist.objects.select_for_update(of=("self",)).get(pk=checklist.pk)


@transaction.atomic
def begin_draft(checklist: Checklist, *, by: Person | None, at: datetime) -> ChecklistVersion:
    """The draft of the next version, a copy of the lines in use; the one there is, if there is."""
    held = locked(checklist)
    draft = held.versions.filter(in_use_at=None).first()
    if draft is not None:
        return draft
    last = held.versions.order_by("-number").first()
    draft = ChecklistVersion(checklist=held, number=1, made_by=by, made_at=at)
    if last:
        draft.number, draft.scoring = last.number + 1, last.scoring
        draft.full_marks = last.full_marks
    store(draft)
    lines = last.items.order_by("position") if last else []
    ChecklistItem.objects.bulk_create(ChecklistItem(version=draft, **line.copied) for line in lines)
    return draft


def draft_of(checklist: Checklist) -> ChecklistVersion:
    """The checklist's draft, held until the transaction ends. Raises Refused where there is none:
    somebody else has just put it into use or thrown it away."""
    drafts = ChecklistVersion.objects.select_for_update(of=("self",))
    found = drafts.filter(checklist=checklist, in_use_at=None).first()
    if found is None:
        raise Refused(_("There is no draft any more. Begin to change the lines again."))
    return found


@transaction.atomic
def set_scoring(
    checklist: Checklist, *, scoring: str, full_marks: Decimal | None, by: Person, at: datetime
) -> ChecklistVersion:
    """Say how the lines of the draft make a score. Raises ValidationError, Refused."""
    draft = draft_of(checklist)
    draft.scoring = scoring
    draft.full_marks = full_marks if scoring == Scoring.DEDUCT else None
    store(draft)
    return draft


@transaction.atomic
def put_into_use(checklist: Checklist, *, by: Person | None, at: datetime) -> ChecklistVersion:
    """Let the draft be walked from now on; walks under way keep theirs. Raises Refused for a
    draft without lines, and for lines that the checklist cannot ask for."""
    held = locked(checklist)
    draft = draft_of(held)
    lines = list(draft.items.all())
    if not lines:
        raise Refused(_("A checklist without lines cannot be walked."))
    refuse_unfit(held, draft, lines)
    draft.full_marks = full_marks(draft, lines)
    draft.in_use_at = at
    store(draft)
    held.current = draft
    held.save(update_fields=["current"])
    return draft


def refuse_unfit(
    checklist: Checklist, draft: ChecklistVersion, lines: Iterable[ChecklistItem]
) -> None:
    """Parts of a place are marked with points alone, taken from full marks, and nothing else has
    lines of praise. Raises Refused."""
    if checklist.parts and draft.scoring == Scoring.ADD:
        raise Refused(_("Parts lose points from full marks; points do not add up there."))
    for line in lines:
        if checklist.parts and line.kind not in ChecklistItem.OF_PARTS:
            raise Refused(_("“%(line)s”: parts are marked with points alone.") % {"line": line})
        if not checklist.parts and line.kind == ChecklistItem.Kind.PRAISE:
            raise Refused(
                _("“%(line)s”: praise is given where parts are gone over.") % {"line": line}
            )


@transaction.atomic
def discard_draft(checklist: Checklist, *, by: Person, at: datetime) -> None:
    """Throw the draft away; what is in use stays. Raises Refused where it is all there is."""
    held = locked(checklist)
    draft = draft_of(held)
    if held.current_id is None:
        raise Refused(_("These lines are all there is. Take them out one by one."))
    draft.delete()


class NamedUsual(Protocol):
    """A checklist that comes with the portal, by its name."""

    @property
    def name(self) -> str: ...


Usual = TypeVar("Usual", bound=NamedUsual)


def not_laid(usual: Mapping[str, Usual]) -> Iterator[tuple[str, Usual]]:
    """Those of the usual checklists, by their codes, that the school has neither under their code
    nor under their name: laying them is safe to repeat, and what it has changed stays its own."""
    known = set(Checklist.objects.values_list("code", flat=True))
    named = set(Checklist.objects.values_list("name", flat=True))
    for code, each in usual.items():
        if code not in known and each.name not in named:
            yield code, each


@transaction.atomic
def lay_checklist(
    fields: ChecklistFields, lines: Iterable[ChecklistItem], *, code: str, at: datetime,
    scoring: str = Scoring.NONE, full: Decimal | None = None,
) -> Checklist:  # fmt: skip
    """A checklist that comes with the portal, in use at once. Raises ValidationError."""
    checklist = Checklist(code=code, **fields)
    store(checklist)
    draft = begin_draft(checklist, by=None, at=at)
    draft.scoring, draft.full_marks = scoring, full
    draft.save()
    for position, line in enumerate(lines, 1):
        line.version, line.position = draft, position
        store(line)
    put_into_use(checklist, by=None, at=at)
    checklist.refresh_from_db()
    return checklist
