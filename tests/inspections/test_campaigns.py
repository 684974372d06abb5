"""A sweep before a holiday: areas, teams, the wall, the register, closing out."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.attachments.actions import attach
from campus.doors import Refused
from campus.models import Notice, Place
from inspections.actions import campaigns, walking
from inspections.models import Campaign, CampaignArea, Finding, Inspection
from tests.campus.attachments.samples import jpeg, upload
from tests.inspections.conftest import FAULT

pytestmark = pytest.mark.django_db


def now():
    return timezone.now()


@pytest.fixture
def sweep(patrol, head) -> Campaign:
    today = timezone.localdate()
    return campaigns.write_campaign(
        Campaign(), title="国庆前大检查", checklist=patrol, leader=head, starts_on=today,
        due_on=today + timedelta(days=3), min_photos=2, note="", by=head, at=now(),
    )  # fmt: skip


@pytest.fixture
def area(sweep, room, head, teacher, technician) -> CampaignArea:
    return campaigns.write_area(
        CampaignArea(campaign=sweep), members=[], place=room, leader=None, convener=teacher,
        recorder=technician, by=head, at=now(),
    )  # fmt: skip


@pytest.fixture
def begun(sweep, area, head) -> CampaignArea:
    campaigns.begin(sweep, by=head, at=now())
    area.refresh_from_db()
    return area


def test_beginning_plans_the_walks_and_calls_the_teams(begun, teacher, technician):
    walk = begun.inspection
    assert walk
    assert (walk.status, walk.planned_for, walk.place) == ("planned", teacher, begun.place)
    told = Notice.objects.get(key__startswith="inspection:campaign").entries
    assert {entry.person for entry in told.all()} == {teacher, technician}


def test_without_areas_nothing_begins_and_nothing_twice(sweep, head, room, teacher):
    with pytest.raises(Refused):
        campaigns.begin(sweep, by=head, at=now())
    campaigns.write_area(
        CampaignArea(campaign=sweep), members=[], place=room, leader=None, convener=teacher,
        recorder=teacher, by=head, at=now(),
    )  # fmt: skip
    campaigns.begin(sweep, by=head, at=now())
    with pytest.raises(Refused):
        campaigns.begin(sweep, by=head, at=now())


def test_a_place_is_an_area_once(sweep, area, head, teacher, room):
    with pytest.raises(ValidationError):
        campaigns.write_area(
            CampaignArea(campaign=sweep), members=[], place=room, leader=None, convener=teacher,
            recorder=teacher, by=head, at=now(),
        )  # fmt: skip


def test_the_team_walks_though_it_holds_no_role(signed_in, begun, teacher, pupil):
    path = f"/inspections/{begun.inspection_id}/start/"
    assert signed_in(pupil).post(path).status_code == 404
    assert signed_in(teacher).post(path).status_code == 302
    walk = Inspection.objects.get()
    assert (walk.status, walk.walker) == ("under_way", teacher)


def test_an_area_is_done_with_its_walk_and_its_photos(signed_in, begun, teacher, technician):
    walk = begun.inspection
    assert walk
    walking.start(walk, by=teacher, at=now())
    walk.refresh_from_db()
    found = walking.answer(walk, walk.version.items.first(), FAULT, by=teacher, at=now())
    assert found
    attach(found, [upload(jpeg())], by=teacher, at=now())
    walking.finish(walk, by=teacher, at=now())

    def wall() -> list[tuple]:
        page = signed_in(teacher).get(f"/inspections/campaigns/{begun.campaign_id}/wall/")
        return [(each.photos, each.area.found, each.is_done) for each in page.context["wall"]]

    assert wall() == [(1, 1, False)]
    path = f"/inspections/areas/{begun.pk}/photos/"
    assert signed_in(technician).post(path, {"photos": upload(jpeg(80, 80))}).status_code == 302
    assert wall() == [(2, 1, True)]


def test_the_register_is_a_list_a_sheet_and_paper(signed_in, begun, teacher, head):
    walk = begun.inspection
    assert walk
    walking.start(walk, by=teacher, at=now())
    walk.refresh_from_db()
    walking.answer(walk, walk.version.items.first(), FAULT, by=teacher, at=now())
    walking.finish(walk, by=teacher, at=now())
    query = f"campaign={begun.campaign_id}"
    assert len(signed_in(head).get(f"/inspections/findings/?{query}").context["rows"]) == 1
    file = signed_in(head).post(f"/lists/findings/export/?{query}")
    assert file.headers["Content-Type"].endswith("sheet")
    paper = signed_in(head).get(f"/inspections/campaigns/{begun.campaign_id}/sheet/")
    assert [finding for finding, _becoming in paper.context["rows"]] == [Finding.objects.get()]


def test_closing_wants_a_summary_and_nobody_on_the_way(signed_in, sweep, begun, teacher, head):
    walk = begun.inspection
    assert walk
    path = f"/inspections/campaigns/{sweep.pk}/close/"
    assert signed_in(head).post(path, {"summary": ""}).status_code == 422
    walking.start(walk, by=teacher, at=now())
    with pytest.raises(Refused):
        campaigns.close(sweep, summary="完成", by=head, at=now())
    walk.refresh_from_db()
    walking.finish(walk, by=teacher, at=now())
    signed_in(head).post(path, {"summary": "完成"})
    sweep.refresh_from_db()
    assert (sweep.status, sweep.closed_by) == ("closed", head)
    with pytest.raises(Refused):
        campaigns.add_photos(begun, photos=[], by=teacher, at=now())


def test_areas_nobody_has_walked_are_missed_when_it_closes(sweep, begun, head):
    campaigns.close(sweep, summary="未完成", by=head, at=now())
    assert Inspection.objects.get().status == "missed"


def test_the_wall_asks_the_same_few_questions(signed_in, sweep, begun, head, building, teacher):
    browser = signed_in(head)

    def asked() -> int:
        browser.get(f"/inspections/campaigns/{sweep.pk}/")
        with CaptureQueriesContext(connection) as queries:
            browser.get(f"/inspections/campaigns/{sweep.pk}/")
        return len(queries)

    few = asked()
    for place in Place.objects.filter(kind="room").exclude(pk=begun.place_id):
        campaigns.write_area(
            CampaignArea(campaign=sweep), members=[teacher], place=place, leader=head,
            convener=teacher, recorder=teacher, by=head, at=now(),
        )  # fmt: skip
    assert asked() == few <= 12
