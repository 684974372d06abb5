"""What inspections make of items of the work plan: one walk, or a campaign over many areas."""

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.rows import Rows
from inspections import rights
from inspections.models import Campaign, Inspection
from planning.fulfilment import Made, Thing, first_day, name_fulfilment, name_made, owner_or
from planning.models import Kind, PlanItem

# The colour of a campaign's state, the same as everywhere.
TONES = {"prepared": "new", "under_way": "under_way", "closed": "done"}


def days_from(item: PlanItem, today: date) -> dict[str, date]:
    """The item's days as far as they are still to come."""
    first = first_day(item, today)
    return {"starts_on": first, "due_on": max(item.ends_on, first)}


def campaign_from(item: PlanItem, person: Person, today: date) -> dict[str, Any]:
    """What a new campaign says at first."""
    return {"title": item.title[:80], "leader": owner_or(item, person), **days_from(item, today)}


def walk_from(item: PlanItem, person: Person, today: date) -> dict[str, Any]:
    """What the form of one walk says at first."""
    return {"planned_for": owner_or(item, person), **days_from(item, today)}


def days_of_campaign(campaign: Campaign) -> tuple[date, date] | None:
    """The days of a campaign that is not closed."""
    is_over = campaign.status == Campaign.Status.CLOSED
    return None if is_over else (campaign.starts_on, campaign.due_on)


def days_of_walk(walk: Inspection) -> tuple[date, date] | None:
    """The days of a walk that nobody has begun."""
    if walk.status != Inspection.Status.PLANNED or not (walk.opens_at and walk.due_at):
        return None
    return timezone.localtime(walk.opens_at).date(), timezone.localtime(walk.due_at).date()


def campaign_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(
        rows=found, fields=("title", "starts_on", "due_on", "status"), draw=drawn_campaign
    )  # fmt: skip


def drawn_campaign(campaign: Campaign) -> Thing:
    return Thing(
        title=campaign.title, path=campaign.get_absolute_url(), icon="flag-3",
        first=campaign.starts_on, last=campaign.due_on, state=TONES[campaign.status],
        state_words=Campaign.Status(campaign.status).label,
    )  # fmt: skip


def walk_rows(found: QuerySet[Any]) -> Rows[Thing]:
    return Rows(
        rows=found,
        fields=("opens_at", "due_at", "finished_at", "status"),
        extra={"checklist_name": F("checklist__name"), "place_name": F("place__name")},
        draw=drawn_walk,
    )


def drawn_walk(walk: Any) -> Thing:
    """A walk on its days, or on the day on which it was walked."""
    ends = timezone.localtime(walk.finished_at or walk.due_at).date()
    begins = ends if walk.finished_at else timezone.localtime(walk.opens_at).date()
    return Thing(
        title=f"{walk.checklist_name} · {walk.place_name}", path=walk.get_absolute_url(),
        icon="clipboard-check", first=begins, last=ends, state=walk.tone(walk.due_at),
        state_words=Inspection.Status(walk.status).label,
    )  # fmt: skip


def hand_in() -> None:
    """A walk is done once it was walked, a campaign once it is closed out."""
    walks = name_made(
        Made(
            model=Inspection, is_done=Q(status__in=Inspection.DONE),
            is_off=Q(status__in=[Inspection.Status.CANCELLED, Inspection.Status.MISSED]),
            rows=walk_rows,
        )
    )  # fmt: skip
    campaigns = name_made(
        Made(
            model=Campaign, is_done=Q(status=Campaign.Status.CLOSED), is_off=Q(pk__in=[]),
            rows=campaign_rows,
        )
    )  # fmt: skip
    name_fulfilment(
        kind=Kind.INSPECTION, label=_("Plan an inspection"), icon="clipboard-check",
        address="inspections:plan", right=rights.can_write_checklists, made=walks,
    )  # fmt: skip
    name_fulfilment(
        kind=Kind.INSPECTION, label=_("Plan a campaign"), icon="flag-3",
        address="inspections:campaigns_new", right=rights.can_write_checklists, made=campaigns,
    )  # fmt: skip
