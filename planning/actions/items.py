"""What happens to an item of the adopted plan."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, Department, Person, Semester
from campus.notices.actions import tell
from campus.records.actions import tell_mentioned
from campus.shell.words import days_in_words
from campus.storing import store
from campus.webhooks.actions import announce_state
from planning.actions.reminders import forget_reminders, plan_reminders
from planning.models import Plan, PlanItem, ProgressNote

ASSIGNED = "assigned"
ENTRUSTED = gettext_noop("You are responsible for this now, due on %(day)s: %(title)s")

# What a person may write when making or editing an item.
FIELDS = ("title", "kind", "starts_on", "ends_on", "aim", "lead_unit", "owner", "cohort")


def locked(item: PlanItem) -> PlanItem:
    """The item as it stands now, locked for this transaction."""
    return PlanItem.objects.select_for_update().get(pk=item.pk)


@transaction.atomic
def create(
    *,
    semester: Semester,
    support_units: Iterable[Department],
    by: Person,
    at: datetime,
    **facts: Any,
) -> PlanItem:
    """Write an item by hand into the semester's plan; `facts` are those of FIELDS."""
    plan = plan_for(semester, by=by, at=at)
    item = PlanItem(plan=plan, position=plan.items.count() + 1, **of_fields(facts))
    store(item)
    item.support_units.set(without(support_units, item.lead_unit))
    plan_reminders(item, at=at)
    tell_new_owner(item, None, by=by, at=at)
    return item


def of_fields(facts: dict[str, Any]) -> dict[str, Any]:
    """The facts, all of which must be known ones."""
    unknown = set(facts) - set(FIELDS)
    if unknown:
        raise TypeError(f"An item has no {', '.join(sorted(unknown))}.")
    return facts


def without(units: Iterable[Department], lead: Department) -> list[Department]:
    """Supporting units; the lead unit does not support itself."""
    return [unit for unit in units if unit != lead]


def plan_for(semester: Semester, *, by: Person, at: datetime) -> Plan:
    """The semester's plan of the person's department, else its first; a new one where none is."""
    plans = Plan.objects.filter(semester=semester)
    plan = plans.filter(department=by.department).first() or plans.order_by("id").first()
    if plan:
        return plan
    if by.department is None:
        raise Refused(_("You belong to no department, so it is unclear whose plan this would be."))
    title = _("Work plan of %(unit)s") % {"unit": by.department}
    plan = Plan(
        semester=semester, department=by.department, title=title, adopted_by=by, adopted_at=at
    )
    store(plan)
    return plan


@transaction.atomic
def edit(
    item: PlanItem, *, support_units: Iterable[Department], by: Person, at: datetime, **facts: Any
) -> PlanItem:
    """Correct what an item says; `facts` are those of FIELDS. Its reminders are laid anew."""
    item = locked(item)
    before = item.owner_id
    for name, value in of_fields(facts).items():
        setattr(item, name, value)
    store(item)
    item.support_units.set(without(support_units, item.lead_unit))
    plan_reminders(item, at=at)
    tell_new_owner(item, before, by=by, at=at)
    return item


@transaction.atomic
def give_owner(item: PlanItem, *, to: Person | None, by: Person, at: datetime) -> PlanItem:
    """Name the person responsible, or with `to` None nobody; the new one is told and reminded."""
    item = locked(item)
    before = item.owner_id
    item.owner = to
    store(item, only=["owner"])
    plan_reminders(item, at=at)
    tell_new_owner(item, before, by=by, at=at)
    return item


def tell_new_owner(item: PlanItem, before: int | None, *, by: Person, at: datetime) -> None:
    """Tell whoever has become responsible, unless they named themselves or all is done."""
    if item.owner is None or item.owner_id in (before, by.pk) or not item.is_open:
        return
    tell(
        [item.owner],
        key=f"plan_item:{item.pk}:owner:{item.owner_id}:{at.isoformat()}",
        topic=ASSIGNED,
        text=ENTRUSTED,
        facts={"title": item.title, "day": {"day": item.ends_on.isoformat()}},
        path=item.get_absolute_url(),
        at=at,
        robots=False,
    )


@transaction.atomic
def give_owner_to_all(
    items: Iterable[PlanItem], *, to: Person | None, by: Person, at: datetime
) -> list[PlanItem]:
    """Name one person for several items, all or none."""
    return [give_owner(item, to=to, by=by, at=at) for item in items]


@transaction.atomic
def move(
    item: PlanItem,
    to: str,
    *,
    by: Person,
    at: datetime,
    reason: str = "",
    note: str = "",
    days: tuple[date, date] | None = None,
) -> PlanItem:
    """Move an item to the state `to`: record in its timeline, reminders laid anew.

    Postponing and dropping need a `reason`; postponing takes the new first and last `days`, whose
    last comes after the old one. What was made of the item no longer changes a state that people
    have set. Raises Refused for a move that may not follow the present state.
    """
    item = locked(item)
    refuse_impossible(item, to)
    if to == PlanItem.Status.POSTPONED:
        put_off(item, days)
    item.status, item.is_fulfilled = to, False
    item.reason = reason if to in PlanItem.NEEDS_REASON else ""
    store(item)
    record = ProgressNote(item=item, by=by, at=at, text=reason or note, moved_to=to)
    store(record)
    plan_reminders(item, at=at)
    announce_state(item, item.status, at=at)
    return item


def refuse_impossible(item: PlanItem, to: str) -> None:
    if not item.can_become(to):
        raise Refused(
            _("“%(item)s” is %(state)s and cannot become %(to)s.")
            % {
                "item": item.title,
                "state": item.get_status_display(),
                "to": PlanItem.Status(to).label,
            }
        )


def put_off(item: PlanItem, days: tuple[date, date] | None) -> None:
    """Give a postponed item its new days."""
    if days is None:
        raise Refused(_("Say to which days it is postponed."))
    if days[1] <= item.ends_on:
        raise Refused(
            _("It was planned for %(days)s: postponed, it must end later.")
            % {"days": days_in_words(item.starts_on, item.ends_on)}
        )
    item.starts_on, item.ends_on = days


@transaction.atomic
def move_all(items: Iterable[PlanItem], to: str, *, by: Person, at: datetime) -> list[PlanItem]:
    """Move those of several items that can become `to`; the others stay as they are.

    The answer holds the moved ones.
    """
    able = [found for found in map(locked, items) if found.can_become(to)]
    return [move(item, to, by=by, at=at) for item in able]


@transaction.atomic
def note(item: PlanItem, *, text: str, by: Person, at: datetime) -> ProgressNote:
    """Add a note to the item's timeline; notes are never changed afterwards."""
    record = ProgressNote(item=locked(item), by=by, at=at, text=text)
    store(record)
    return record


@transaction.atomic
def report(
    item: PlanItem,
    *,
    words: str,
    mentioned: Iterable[Person],
    attachments: Iterable[Upload | Attachment],
    finish: bool,
    by: Person,
    at: datetime,
) -> ProgressNote:
    """Note progress with its photos, tell whoever is mentioned, with `finish` move it to done.

    Takes what `WriteNote` has cleaned. Raises Refused for an item that cannot become done now.
    """
    if finish:
        move(item, PlanItem.Status.DONE, by=by, at=at, note=words)
        record = item.notes.latest("id")
    else:
        record = note(item, text=words, by=by, at=at)
    record.attachments.set(attach(item, attachments, by=by, at=at))
    tell_mentioned(mentioned, item, key=f"mention:note:{record.pk}", by=by, at=at)
    return record


@transaction.atomic
def take_out(item: PlanItem, *, by: Person, at: datetime) -> None:
    """Take away an item that nothing has happened to; all others are dropped, with a reason."""
    item = locked(item)
    if not item.is_untouched:
        raise Refused(
            _("Something was noted of this item already. Drop it instead, with a reason.")
        )
    forget_reminders(item)
    item.delete()
