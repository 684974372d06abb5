"""What adopting a draft writes: the plan, its aims, new departments, and each item."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Department, Person
from campus.storing import store
from planning.actions import comparison, items
from planning.actions.aims import proposed_aim
from planning.actions.reminders import plan_all_reminders, plan_reminders
from planning.models import DraftItem, Plan, PlanAim, PlanDraft, PlanItem, ProgressNote


def write(
    draft: PlanDraft,
    plan: Plan | None,
    *,
    drop: Iterable[PlanItem],
    by: Person,
    at: datetime,
) -> Plan:
    """Write the plan that `draft` says, within the caller's transaction and locks.

    New items get their lead unit (the first named, else the plan's department), an aim proposed
    from their words, and reminders; items that the text changed are changed, with a note.
    """
    drop = list(drop)
    kept = list(draft.items.filter(is_dropped=False).select_related("draft__department"))
    compared = comparison.comparisons(draft, kept)
    plan = written_plan(draft, plan, by=by, at=at)
    refuse_foreign(drop, plan, kept)
    units = departments(kept)
    aims = written_aims(draft, plan)
    change_items(kept, compared, units=units, by=by, at=at)
    create_items(plan, kept, aims=aims, units=units, at=at)
    place_items(plan, kept)
    for item in drop:
        items.move(item, PlanItem.Status.DROPPED, reason=_("No longer in the plan."), by=by, at=at)
    draft.adopted_as, draft.adopted_at = plan, at
    draft.save(update_fields=["adopted_as", "adopted_at"])
    return plan


def refuse_foreign(drop: list[PlanItem], plan: Plan, kept: list[DraftItem]) -> None:
    """Only items of this plan that the text no longer holds can be dropped with it."""
    matched = {item.matches_id for item in kept}
    if any(item.plan_id != plan.pk or item.pk in matched for item in drop):
        raise Refused(_("An item to be dropped is still in the text. Look at the draft once more."))


def written_plan(draft: PlanDraft, plan: Plan | None, *, by: Person, at: datetime) -> Plan:
    """The plan with the draft's title, adopted now."""
    plan = plan or Plan(semester=draft.semester, department=draft.department)
    plan.title, plan.adopted_by, plan.adopted_at = draft.title, by, at
    store(plan)
    return plan


def departments(kept: list[DraftItem]) -> dict[str, Department]:
    """Every unit named, by name; unknown ones become departments."""
    names = dict.fromkeys(name for item in kept for name in item.units)
    Department.objects.bulk_create([Department(name=name) for name in names], ignore_conflicts=True)
    return {unit.name: unit for unit in Department.objects.filter(name__in=names)}


def written_aims(draft: PlanDraft, plan: Plan) -> list[PlanAim]:
    """The plan's aims as the text has them; an old aim stays while items serve it."""
    if draft.aims:
        plan.aims.filter(items=None).exclude(title__in=draft.aims).delete()
    titles = list(dict.fromkeys([*draft.aims, *plan.aims.values_list("title", flat=True)]))
    return [
        PlanAim.objects.update_or_create(plan=plan, title=title, defaults={"position": place})[0]
        for place, title in enumerate(titles, 1)
    ]


def change_items(
    kept: list[DraftItem],
    compared: dict[int, comparison.Comparison],
    *,
    units: dict[str, Department],
    by: Person,
    at: datetime,
) -> None:
    """Write into matched items what the text changes, each with a note of it."""
    for draft in kept:
        changes = compared[draft.pk].changes
        if not draft.matches_id or not changes:
            continue
        item = PlanItem.objects.select_for_update().get(pk=draft.matches_id)
        item.source = draft.source
        for change in changes:
            apply(change, item, units=units, office=draft.draft.department)
        store(item)
        words = "; ".join(f"{change.label}: {change.before} → {change.after}" for change in changes)
        text = _("Changed with the plan: %(changes)s") % {"changes": words}
        ProgressNote.objects.create(item=item, by=by, at=at, text=text[:1000])
        plan_reminders(item, at=at)


def apply(
    change: comparison.Change, item: PlanItem, *, units: dict[str, Department], office: Department
) -> None:
    """Put one changed fact into the item."""
    if change.name == "days":
        item.starts_on, item.ends_on = change.value
    elif change.name == "units":
        known = units | {office.name: office}
        item.lead_unit, *supporting = (known[name] for name in change.value)
        item.support_units.set(supporting)
    else:
        setattr(item, change.name, change.value)


def create_items(
    plan: Plan,
    kept: list[DraftItem],
    *,
    aims: list[PlanAim],
    units: dict[str, Department],
    at: datetime,
) -> None:
    """Make plan items of the drafted ones that match none; in bulk, for plans are long."""
    drafts = [draft for draft in kept if not draft.matches_id]
    made = [new_item(plan, draft, aims, units) for draft in drafts]
    for item in made:
        item.clean_fields(exclude=["plan", "aim", "lead_unit", "owner", "carried_from"])
    PlanItem.objects.bulk_create(made)
    supporting = PlanItem.support_units.through
    supporting.objects.bulk_create(
        supporting(planitem=item, department=units[name])
        for draft, item in zip(drafts, made, strict=True)
        for name in dict.fromkeys(draft.units[1:])
        if units[name] != item.lead_unit
    )
    for draft, item in zip(drafts, made, strict=True):
        draft.matches = item
    DraftItem.objects.bulk_update(drafts, ["matches"])
    plan_all_reminders(made, at=at)


def new_item(
    plan: Plan, draft: DraftItem, aims: list[PlanAim], units: dict[str, Department]
) -> PlanItem:
    """One item as drafted, planned, nobody's own yet."""
    return PlanItem(
        plan=plan,
        aim=proposed_aim(draft.title, draft.kind, aims),
        title=draft.title,
        kind=draft.kind,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        lead_unit=units[draft.units[0]] if draft.units else plan.department,
        cohort=draft.cohort,
        source=draft.source,
        carried_from=draft.carried_from,
    )


def place_items(plan: Plan, kept: list[DraftItem]) -> None:
    """Number the plan's items in the order of the text; those not in it come last."""
    order = {draft.matches_id: place for place, draft in enumerate(kept, 1)}
    placed = list(plan.items.order_by("position", "id"))
    for place, item in enumerate(placed, 1):
        item.position = order.get(item.pk, len(kept) + place)
    PlanItem.objects.bulk_update(placed, ["position"])
