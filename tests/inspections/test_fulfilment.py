"""Walks and campaigns that are made of items of the work plan."""

from datetime import date

import pytest

from inspections.actions import campaigns, single_walks, walking
from inspections.models import Campaign, CampaignArea, Inspection
from planning.models import PlanItem
from tests.inspections.conftest import AT
from tests.reminding import make_item

Status = PlanItem.Status
DAYS = {"starts_on": date(2025, 11, 3), "due_on": date(2025, 11, 28)}


@pytest.fixture
def item(semester, office, head, safety_officer) -> PlanItem:
    """The inspection of all buildings in November, the safety officer's."""
    return make_item(
        semester, office, head, owner=safety_officer, title="全校校舍安全检查", kind="inspection",
        starts_on=date(2025, 11, 1), ends_on=date(2025, 11, 30),
    )  # fmt: skip


def state(item: PlanItem) -> tuple[str, bool]:
    item.refresh_from_db()
    return item.status, item.is_fulfilled


@pytest.fixture
def walk(patrol, room, safety_officer, head, item) -> Inspection:
    return single_walks.plan_walk(
        checklist=patrol, place=room, planned_for=safety_officer, plan_item=item, by=head, at=AT,
        **DAYS,
    )  # fmt: skip


def test_a_walk_that_is_finished_does_its_item(walk, item, safety_officer):
    walking.start(walk, by=safety_officer, at=AT)
    assert state(item) == (Status.PLANNED, False)
    walking.finish(walk, by=safety_officer, at=AT)
    assert state(item) == (Status.DONE, True)


def test_a_walk_that_is_cancelled_is_not_waited_for(walk, item, patrol, building, head):
    other = single_walks.plan_walk(
        checklist=patrol, place=building, planned_for=head, plan_item=item, by=head, at=AT, **DAYS
    )
    walking.start(other, by=head, at=AT)
    walking.finish(other, by=head, at=AT)
    assert state(item) == (Status.PLANNED, False)
    walking.cancel(walk, reason="停课", by=head, at=AT)
    assert state(item) == (Status.DONE, True)


def test_a_campaign_does_its_item_when_it_is_closed_out(item, patrol, room, head, safety_officer):
    campaign = campaigns.write_campaign(
        Campaign(plan_item=item), title="校舍安全大检查", checklist=patrol, leader=head,
        min_photos=0, note="", by=head, at=AT, **DAYS,
    )  # fmt: skip
    area = CampaignArea(campaign=campaign, place=room, convener=safety_officer, recorder=head)
    campaigns.write_area(area, members=[], by=head, at=AT)
    campaigns.begin(campaign, by=head, at=AT)
    assert state(item) == (Status.PLANNED, False)
    campaigns.close(campaign, summary="已完成。", by=head, at=AT)
    assert state(item) == (Status.DONE, True)


def test_a_walk_is_planned_from_its_item(signed_in, item, patrol, room, head, safety_officer):
    browser, path = signed_in(head), f"/inspections/plan/?item={item.pk}"
    form = browser.get(path).context["form"]
    assert form.initial["planned_for"] == safety_officer
    typed = {
        "checklist": patrol.pk, "place": room.code, "planned_for": safety_officer.number,
        "starts_on": "2025-11-05", "due_on": "2025-11-04",
    }  # fmt: skip
    assert list(browser.post(path, typed).context["form"].errors) == ["due_on"]
    browser.post(path, typed | {"due_on": "2025-11-07"})
    walk = Inspection.objects.get()
    assert (walk.plan_item, walk.planned_for) == (item, safety_officer)
    assert browser.get(walk.get_absolute_url()).context["origin"].item == item
    made = browser.get(item.get_absolute_url()).context["made"]
    assert [(each.first, each.last, each.state) for each in made] == [
        (date(2025, 11, 5), date(2025, 11, 7), "planned")
    ]


def test_a_campaign_is_begun_from_its_item(signed_in, item, patrol, head, safety_officer):
    browser, path = signed_in(head), f"/inspections/campaigns/new/?item={item.pk}"
    form = browser.get(path).context["form"]
    assert (form.initial["title"], form.initial["leader"]) == (item.title, safety_officer)
    typed = {
        "title": "校舍检查", "checklist": patrol.pk, "leader": head.number, "min_photos": "0",
        "starts_on": "2025-11-05", "due_on": "2025-11-07",
    }  # fmt: skip
    browser.post(path, typed)
    campaign = Campaign.objects.get()
    assert browser.get(campaign.get_absolute_url()).context["origin"].item == item
    browser.post(f"{campaign.get_absolute_url()}edit/", typed | {"title": "校舍大检查"})
    campaign.refresh_from_db()
    assert (campaign.title, campaign.plan_item) == ("校舍大检查", item)


def test_only_checklists_that_one_answers_for_are_planned(signed_in, patrol, room, warden):
    offered = signed_in(warden).get("/inspections/plan/").context["form"].fields["checklist"]
    assert patrol not in offered.queryset
