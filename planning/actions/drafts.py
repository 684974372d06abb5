"""From a text to an adopted plan: drafting, comparing, choosing the semester, adopting."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Department, Person, Semester
from campus.school_time.actions import lay_school_year
from campus.storing import store
from planning.actions import adoption, comparison
from planning.models import DraftItem, Plan, PlanDraft, PlanItem
from planning.models.doubts import DOUBTS, OUTSIDE_SEMESTER, SHORTENED
from planning.plan_text import PlanText, ReadItem


@transaction.atomic
def draft_plan(
    read: PlanText,
    *,
    text: str,
    department: Department,
    by: Person,
    at: datetime,
    semester: Semester | None = None,
) -> PlanDraft:
    """Keep what was read as a draft, compared with the plan that it may replace.

    `text` is the source as pasted or taken from the file; without `semester` the draft is for the
    one that the text names, if it is laid already.
    """
    draft = PlanDraft(
        semester=semester or semester_of(read.school_year, read.semester),
        school_year=read.school_year,
        semester_no=read.semester,
        department=department,
        title=cut(clean(read.title), 200) or _("Work plan of %(unit)s") % {"unit": department},
        text=without_nul(text),
        aims=[cut(clean(aim), 200) for aim in read.aims],
        by=by,
        at=at,
    )
    store(draft)
    keep_items(draft, [drafted(draft, place, item) for place, item in enumerate(read.items, 1)])
    return draft


def semester_of(school_year: int | None, number: int | None) -> Semester | None:
    """The semester named so, if it is laid."""
    if school_year is None or number is None:
        return None
    return Semester.objects.filter(school_year__starts_in=school_year, number=number).first()


def drafted(draft: PlanDraft, position: int, item: ReadItem) -> DraftItem:
    """One item as read, cut to what the plan can hold; a cut is a doubt."""
    title, units = clean(item.title), [clean(unit) for unit in item.units]
    doubts = list(item.doubts)
    if len(title) > 500 or any(len(unit) > 60 for unit in units):
        doubts.append(SHORTENED)
    return DraftItem(
        draft=draft,
        position=position,
        title=cut(title, 500),
        kind=item.kind,
        starts_on=item.starts_on,
        ends_on=item.ends_on,
        units=[cut(unit, 60) for unit in units if unit],
        cohort=cut(clean(item.cohort), 60),
        line_no=item.line_no,
        source=without_nul(item.source),
        doubts=[code for code in doubts if code in DOUBTS],
    )


def clean(text: str) -> str:
    """One line without control characters, spaces collapsed."""
    letters = (" " if unicodedata.category(letter) == "Cc" else letter for letter in text)
    return " ".join("".join(letters).split())


def cut(text: str, length: int) -> str:
    """At most `length` characters; an ellipsis shows that more was there."""
    return text if len(text) <= length else text[: length - 1] + "…"


def without_nul(text: str) -> str:
    """PostgreSQL holds every character but this one."""
    return text.replace("\x00", "")


def keep_items(draft: PlanDraft, items: list[DraftItem]) -> None:
    """Write the items of a new draft, marked and matched for its semester."""
    for item in items:
        item.clean_fields(exclude=["draft", "matches", "carried_from"])
    DraftItem.objects.bulk_create(items)
    compare_anew(draft)


def compare_anew(draft: PlanDraft) -> None:
    """Match the items with the plan as it stands, and mark what lies outside the semester."""
    plan = plan_before(draft)
    items = list(draft.items.all())
    matches = comparison.match(items, plan)
    for place, item in enumerate(items):
        item.matches = matches.get(place)
        item.doubts = doubts_in(item, draft.semester)
    # First none, then the new ones: two items may exchange theirs, and each is matched once.
    draft.items.update(matches=None)
    DraftItem.objects.bulk_update(items, ["matches", "doubts"])
    draft.compared_with = plan.adopted_at if plan else None
    draft.save(update_fields=["compared_with"])


def doubts_in(item: DraftItem, semester: Semester | None) -> list[str]:
    """The item's doubts; what the laid semester says of its days outweighs what the text says."""
    if semester is None:
        return item.doubts
    doubts = [code for code in item.doubts if code != OUTSIDE_SEMESTER]
    within = semester.first_day <= item.starts_on and item.ends_on <= semester.last_day
    return doubts if within else [*doubts, OUTSIDE_SEMESTER]


def plan_before(draft: PlanDraft) -> Plan | None:
    """The plan that the draft would bring up to date."""
    return Plan.objects.filter(semester=draft.semester, department=draft.department).first()


def waiting_draft(draft: PlanDraft) -> PlanDraft:
    """The draft, locked for this transaction; refuses one that has been adopted."""
    locked = PlanDraft.objects.select_for_update().get(pk=draft.pk)
    if locked.is_adopted:
        raise Refused(_("This draft has been adopted already; import the text again to change it."))
    return locked


@transaction.atomic
def choose_semester(draft: PlanDraft, *, semester: Semester, by: Person, at: datetime) -> PlanDraft:
    """Say which semester the plan is for; it is compared with that semester's plan."""
    draft = waiting_draft(draft)
    draft.semester = semester
    store(draft, only=["semester"])
    compare_anew(draft)
    return draft


@transaction.atomic
def lay_semester(draft: PlanDraft, *, by: Person, at: datetime) -> PlanDraft:
    """Lay the school year that the text names, on its usual days, and choose its semester."""
    draft = waiting_draft(draft)
    if draft.school_year is None or draft.semester_no is None:
        raise Refused(_("The text does not say which semester it is for. Choose one."))
    try:
        lay_school_year(draft.school_year)
    except ValidationError as overlap:
        raise Refused(" ".join(overlap.messages)) from overlap
    draft.semester = semester_of(draft.school_year, draft.semester_no)
    store(draft, only=["semester"])
    compare_anew(draft)
    return draft


@transaction.atomic
def compare(draft: PlanDraft, *, by: Person, at: datetime) -> PlanDraft:
    """Compare once more, after the plan was adopted from another draft."""
    draft = waiting_draft(draft)
    compare_anew(draft)
    return draft


@transaction.atomic
def discard(draft: PlanDraft, *, by: Person, at: datetime) -> None:
    """Throw a draft away; a plan adopted from one keeps it as its origin."""
    waiting_draft(draft).delete()


@transaction.atomic
def adopt(draft: PlanDraft, *, by: Person, at: datetime, drop: Iterable[PlanItem] = ()) -> Plan:
    """Make the draft the semester's plan, or bring that plan up to date with it.

    Matched items keep their state, owner, reason and notes. `drop` are items of the plan that the
    text no longer holds and that are to be dropped; the others stay. Of two people who adopt at
    once, the second is refused.
    """
    draft = waiting_draft(draft)
    if draft.semester is None:
        raise Refused(_("Choose the semester of this plan first."))
    # Two first adoptions for one department must not meet: the plan itself is not there to lock.
    Department.objects.select_for_update().get(pk=draft.department_id)
    plan = plan_before(draft)
    if draft.is_stale(plan.adopted_at if plan else None):
        raise Refused(_("The plan was adopted anew in the meantime. Compare this draft once more."))
    if not draft.items.filter(is_dropped=False).exists():
        raise Refused(_("Every item is left out: there is nothing to adopt."))
    return adoption.write(draft, plan, drop=drop, by=by, at=at)
