"""One of everything of inspections that an address can name."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from campus.models import Person, Place, Role
from inspections.actions import (
    campaigns,
    checklists,
    corrections,
    marking,
    schedules,
    walking,
)
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
        "campaign": campaign.pk, "area": area.pk, **part_things(head, at),
    }  # fmt: skip


def part_things(head: Person, at: datetime) -> dict[str, Any]:
    """A walk of the head's over the one room of a floor, under way, and an appeal against a mark of
    a former one."""
    floor = Place.objects.create(kind=Place.Kind.FLOOR, code="I-F", name="I F")
    room = Place.objects.create(kind=Place.Kind.ROOM, code="I-F1", name="I F1", parent=floor)
    floor.refresh_from_db()
    checklist = checklists.lay_checklist(
        {"name": "Rooms", "topic": "safety", "roles": [Role.HEAD], "parts": "rooms"},
        [ChecklistItem(title="Floor", kind="pass_fail", points=1)], code="", at=at,
        scoring="deduct", full=Decimal(10),
    )  # fmt: skip
    line = checklist.current.items.get() if checklist.current else None
    assert line
    former = walking.start_at(checklist, floor, by=head, at=at)
    mark = marking.mark(former, room, line, marking.Seen(), by=head, at=at)
    walking.finish(former, by=head, at=at)
    assert mark
    appealed = corrections.appeal(mark, words="…", by=head, at=at)
    walk = walking.start_at(checklist, floor, by=head, at=at)
    return {
        "walked_part": (walk.pk, room.pk), "walked_mark": (walk.pk, room.pk, line.pk),
        "inspections:appeals:case": appealed.pk,
        "inspections:appeals:case_move": (appealed.pk, "refuse"),
        "inspections:inspection_again": former.pk, "inspections:finding_correct": mark.pk,
        "inspections:finding_appeal": mark.pk,
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
