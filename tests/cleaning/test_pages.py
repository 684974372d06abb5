"""The pages of the cleaning area: what is typed, who is let in, and how little they ask."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.models import Place, Role
from cleaning import agenda
from cleaning.actions import areas as actions
from cleaning.models import CleaningArea, DutyWeek, Rotation
from cleaning.reminders import CareReminders
from inspections.actions import marking, walking
from inspections.models import Finding, Inspection
from logistics.areas import waiting_things

pytestmark = pytest.mark.django_db


def test_an_area_is_described_given_into_care_and_given_up(
    signed_in, supervisor, campus, classes, today
):
    browser = signed_in(supervisor)
    typed = {"name": "操场", "kind": "daily", "place": "C-Y1", "boundary": "东起跑道",
             "starts_on": today.isoformat()}  # fmt: skip
    assert browser.post("/cleaning/areas/new/", {**typed, "place": "nowhere"}).status_code == 422
    browser.post("/cleaning/areas/new/", typed)
    area = CleaningArea.objects.get()
    twice = browser.post("/cleaning/areas/new/", {**typed, "name": "另一处"})
    assert twice.status_code == 422
    path = f"/cleaning/areas/{area.pk}"
    wrong = {"to": classes[0].pk, "starts_on": today, "ends_on": today - timedelta(days=1)}
    assert browser.post(f"{path}/give/", wrong).status_code == 422
    browser.post(f"{path}/give/", {"to": classes[0].pk, "starts_on": today})
    assert str(classes[0]) in browser.get(f"{path}/").content.decode()
    browser.post(f"{path}/give-up/", {"on": today})
    area.refresh_from_db()
    assert area.ends_on == today


def test_pupils_see_who_cleans_what_and_change_nothing(signed_in, pupil, yards):
    browser = signed_in(pupil)
    assert browser.get("/cleaning/").status_code == 200
    assert browser.get("/cleaning/areas/").status_code == 200
    for path in ("areas/new/", "rotations/", "duty-class/lay/", "duty-class/points/", "figures/"):
        assert browser.get(f"/cleaning/{path}").status_code == 403


def test_a_rotation_is_looked_at_before_it_is_laid(signed_in, supervisor, yards, classes, today):
    browser = signed_in(supervisor)
    typed = {
        "name": "轮换", "areas": [yards[0].pk], "classes": [each.pk for each in classes],
        "starts_on": today, "ends_on": today + timedelta(days=20), "every_weeks": 1,
        "changes_on": "",
    }  # fmt: skip
    both = {**typed, "changes_on": today.isoformat()}
    assert browser.post("/cleaning/rotations/new/", both).status_code == 422
    no_day = {**typed, "every_weeks": "", "changes_on": "期中后"}
    assert browser.post("/cleaning/rotations/new/", no_day).status_code == 422
    browser.post("/cleaning/rotations/new/", typed)
    rule = Rotation.objects.get()
    page = browser.get(f"/cleaning/rotations/{rule.pk}/").content.decode()
    assert all(str(each) in page for each in classes)
    assert not rule.care.exists()
    browser.post(f"/cleaning/rotations/{rule.pk}/lay/")
    assert rule.care.count() == 3


def test_weeks_are_laid_grouped_scored_and_swapped(
    signed_in, affairs, classes, checker, pupil, today
):
    browser = signed_in(affairs)
    typed = {"first": today, "until": today + timedelta(days=7), "classes": [classes[1].pk]}
    assert (
        browser.post("/cleaning/duty-class/lay/", {**typed, "until": "2000-01-01"}).status_code
        == 422
    )
    browser.post("/cleaning/duty-class/lay/", typed)
    week = DutyWeek.objects.order_by("starts_on")[0]
    path = f"/cleaning/duty-class/{week.pk}"
    other = {"name": "一组", "leader": pupil.pk}
    assert browser.post(f"{path}/group/", other).status_code == 422
    browser.post(f"{path}/group/", {"name": "一组", "leader": checker.pk})
    assert "白露" in browser.get(f"{path}/").content.decode()
    # Another class is not told who leads.
    assert "白露" not in signed_in(pupil).get(f"{path}/").content.decode()
    assert browser.post(f"{path}/score/", {"rank": "0"}).status_code == 422
    assert browser.post(f"{path}/swap/", {"other": week.pk}).status_code == 422
    steps = {"steps": "3 5\n1"}
    browser.post("/cleaning/duty-class/points/", steps)
    assert browser.post("/cleaning/duty-class/points/", {"steps": "3 x"}).status_code == 422
    assert browser.post("/cleaning/duty-class/points/", {"steps": "3 1\n3 2"}).status_code == 422


@pytest.fixture
def checked(yards, check, checker, campus, on_duty, now) -> None:
    """The duty class has walked over all areas and found something."""
    walk = walking.start_at(check, campus, by=checker, at=now)
    line = walk.version.items.get(position=1)
    marking.mark(walk, yards[0].place, line, marking.Seen(), by=checker, at=now)
    walking.finish(walk, by=checker, at=now)


def test_pages_ask_the_same_of_one_area_and_of_many(
    signed_in, head, yards, on_duty, checked, supervisor, now
):
    browser, campus, today = signed_in(head), yards[0].place.parent, now.date()
    paths = ("", "areas/", "areas/sheet/", "areas/sheet/?by=area", "results/", "figures/",
             "duty-class/", f"areas/{yards[0].pk}/", f"duty-class/{on_duty.pk}/")  # fmt: skip

    def asked() -> dict[str, int]:
        counted = {}
        for path in paths:
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(f"/cleaning/{path}").status_code == 200
            counted[path] = len(queries)
        return counted

    asked()
    few = asked()
    for number in range(5):
        spot = Place.objects.create(
            kind="spot", code=f"C-Z{number}", name=f"Z{number}", parent=campus
        )
        area = CleaningArea(name=spot.name, place=spot, kind="daily", starts_on=today)
        actions.write_area(area, by=supervisor, at=now)
    assert asked() == few


def test_what_nobody_cleans_waits_for_the_supervisor(yards, supervisor, teacher, now, today):
    actions.take_away(yards[0].care.get(), on=today - timedelta(days=1), by=supervisor, at=now)
    told = [each.path for each in waiting_things(supervisor, timezone.now())]
    assert "/cleaning/areas/?care=nobody" in told
    assert agenda.waiting(teacher, now) == []
    # Reminded ahead, once for all that end on one day.
    for area in yards[1:]:
        ends = today + timedelta(days=7)
        actions.take_away(area.care.get(), on=ends, by=supervisor, at=now)
    reminders = CareReminders()
    coming = [care for care in reminders.open_things() if care.ends_on and care.ends_on > today]
    assert [reminders.due_on(care) for care in coming] == [today + timedelta(days=8)]
    assert reminders.responsible(coming[0]) == [supervisor]


def test_a_pupil_of_the_duty_class_walks_what_is_planned(
    signed_in, checker, pupil, yards, on_duty, check, now
):
    campus = yards[0].place.parent
    assert campus
    walk = Inspection.objects.create(
        checklist=check, version=check.current, place=campus, role=Role.CLEANING_SUPERVISOR,
        opens_at=now - timedelta(days=1), due_at=now + timedelta(days=1),
        closes_at=now + timedelta(days=1),
    )  # fmt: skip
    path = f"/inspections/{walk.pk}"
    assert signed_in(pupil).get(f"{path}/").status_code == 404
    browser = signed_in(checker)
    assert path in " ".join(each.path for each in waiting_things(checker, timezone.now()))
    assert browser.get(f"{path}/").status_code == 200
    browser.post(f"{path}/start/")
    assert browser.get(f"{path}/walk/").status_code == 200
    own = browser.get(f"{path}/parts/{yards[1].place_id}/")
    assert own.status_code == 403
    line = check.current.items.get(position=1)
    other = f"{path}/parts/{yards[0].place_id}/"
    # Pupils name nobody: what is sent all the same is not read.
    sent = {f"line-{line.pk}-times": "1", f"line-{line.pk}-pupil": pupil.number}
    browser.post(other, sent)
    browser.post(f"{path}/finish/", {})
    walk.refresh_from_db()
    mark = Finding.objects.get()
    assert (walk.status, walk.walker, mark.place, mark.pupil) == (
        "finished", checker, yards[0].place, None
    )  # fmt: skip
