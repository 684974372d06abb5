"""One of everything of inspections that an address can name."""

from datetime import date, datetime, timedelta
from typing import Any

from campus.models import Person, Place, Role
from inspections.actions import campaigns, checklists, schedules, walking
from inspections.actions.walking import Seen
from inspections.models import (
    Campaign,
    CampaignArea,
    Checklist,
    ChecklistItem,
    Inspection,
    Schedule,
)


def inspection_things(head: Person, at: datetime) -> dict[str, Any]:
    """All of it is the head's: a checklist with a draft, a walk under way, a finding of another
    that is finished, one planned, a schedule, a campaign in preparation with an area."""
    place = Place.objects.create(kind=Place.Kind.ROOM, code="I-101", name="I 101")
    checklist = checklists.lay_checklist(
        {"name": "Rounds", "topic": "safety", "roles": [Role.HEAD], "second_roles": []},
        [ChecklistItem(title="Exits", kind="pass_fail")], code="", at=at,
    )  # fmt: skip
    draft = checklists.begin_draft(checklist, by=head, at=at)
    walk = walking.start_at(checklist, place, by=head, at=at)
    campaign = campaigns.write_campaign(
        Campaign(), title="Sweep", checklist=checklist, leader=head, starts_on=at.date(),
        due_on=at.date() + timedelta(days=3), min_photos=1, note="", by=head, at=at,
    )  # fmt: skip
    area = CampaignArea(campaign=campaign)
    campaigns.write_area(
        area, members=[], place=place, leader=None, convener=head, recorder=head, by=head, at=at
    )
    schedule = schedules.write_schedule(
        Schedule(), places=[], checklist=checklist, place=place, planned_for=head, role="",
        rhythm="weekly", weekdays=[3], lasts_days=2, starts_on=date(2025, 11, 1), by=head, at=at,
    )  # fmt: skip
    item = checklist.current.items.get() if checklist.current else None
    assert item
    return {
        "inspection": walk.pk, "walked_line": (walk.pk, item.pk), "finding": finding(head, at).pk,
        "inspections:checklist": checklist.pk, "inspections:draft": checklist.pk,
        "line": (checklist.pk, draft.items.get().key),
        "moved_line": (checklist.pk, draft.items.get().key, "up"), "schedule": schedule.pk,
        "campaign": campaign.pk, "area": area.pk,
    }  # fmt: skip


def finding(head: Person, at: datetime) -> Any:
    """What a finished walk has found."""
    place = Place.objects.create(kind=Place.Kind.ROOM, code="I-102", name="I 102")
    checklist = Checklist.objects.get(name="Rounds")
    walk: Inspection = walking.start_at(checklist, place, by=head, at=at)
    found = walking.answer(
        walk, walk.version.items.get(), Seen(result="failed", words="Shut"), by=head, at=at
    )
    walking.finish(walk, by=head, at=at)
    return found
