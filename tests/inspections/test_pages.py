"""Walking, looking and building, page by page."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.attachments.actions import attach
from campus.models import Attachment, Place
from inspections.actions import schedules, walking
from inspections.models import Coverage, Finding, Inspection, Schedule
from repairs.models import Category, Ticket
from tests.campus.attachments.samples import jpeg, upload
from tests.inspections.conftest import FAULT, lay, line

pytestmark = pytest.mark.django_db
LONG = "长" * 10_000
HTML = "<script>alert(1)</script>"


def now():
    return timezone.now()


@pytest.fixture
def walk(patrol, room, safety_officer) -> Inspection:
    """Under way since a moment ago."""
    return walking.start_at(patrol, room, by=safety_officer, at=now())


def lines_of(walk: Inspection) -> list[int]:
    return list(walk.version.items.order_by("position").values_list("pk", flat=True))


def fault(item: int, words: str = "锁着", **more: Any) -> dict[str, Any]:
    return {f"line-{item}-result": "failed", f"line-{item}-words": words, **more}


# Walking


def test_from_the_label_to_the_end(signed_in, safety_officer, patrol, room):
    browser = signed_in(safety_officer)
    page = browser.get(room.get_absolute_url()).content.decode()
    assert f"/inspections/new/?place={room.code}" in page
    offered = browser.get(f"/inspections/new/?place={room.code}").context["checklists"]
    assert patrol in offered
    sent = {"place": room.code, "checklist": patrol.pk}
    walk_page = browser.post("/inspections/start/", sent)
    walk = Inspection.objects.get()
    assert walk_page.url == f"/inspections/{walk.pk}/walk/"
    first = lines_of(walk)[0]
    answer = browser.post(f"/inspections/{walk.pk}/lines/{first}/", fault(first))
    finding = Finding.objects.get()
    assert answer.json() == {"saved": first, "finding": finding.pk}
    ended = browser.post(f"/inspections/{walk.pk}/finish/", {"remark": "其余正常"})
    assert ended.url == f"/inspections/{walk.pk}/"
    walk.refresh_from_db()
    assert (walk.status, walk.faults, walk.words) == ("finished", 1, "其余正常")


def test_without_script_one_form_saves_and_finishes(signed_in, safety_officer, walk):
    first, second, _third = lines_of(walk)
    photo = SimpleUploadedFile("a.jpg", jpeg(), content_type="image/jpeg")
    sent = {
        **fault(first), f"line-{first}-photos": photo, f"line-{second}-result": "not_there"
    }  # fmt: skip
    browser = signed_in(safety_officer)
    path = f"/inspections/{walk.pk}/walk/"
    assert browser.post(path, sent).url == path
    assert dict(walk.answers.values_list("item", "result")) == {
        first: "failed", second: "not_there"
    }  # fmt: skip
    assert Attachment.objects.of(Finding.objects.get()).count() == 1
    back = {f"line-{first}-result": "passed", "finish": "1"}
    browser.post(path, back)
    walk.refresh_from_db()
    assert (walk.status, walk.faults) == ("finished", 0)


def test_last_times_faults_come_first_and_are_marked(signed_in, safety_officer, walk, patrol, room):
    last = lines_of(walk)[2]
    signed_in(safety_officer).post(f"/inspections/{walk.pk}/lines/{last}/", fault(last, "缺一具"))
    walking.finish(walk, by=safety_officer, at=now())
    again = walking.start_at(patrol, room, by=safety_officer, at=now())
    groups = signed_in(safety_officer).get(f"/inspections/{again.pk}/walk/").context["page"].groups
    assert [(group.is_again, [each.item.title for each in group.lines]) for group in groups] == [
        (True, ["器材在位"]), (False, ["出口畅通", "指示灯亮"])
    ]  # fmt: skip


def test_a_page_that_is_over_says_so_to_script_and_people(signed_in, safety_officer, walk):
    first = lines_of(walk)[0]
    walking.finish(walk, by=safety_officer, at=now())
    browser = signed_in(safety_officer)
    path = f"/inspections/{walk.pk}/lines/{first}/"
    refused = browser.post(path, fault(first), headers={"Accept": "application/json"})
    assert (refused.status_code, "error" in refused.json()) == (409, True)
    assert browser.post(path, fault(first)).status_code == 302
    assert browser.get(f"/inspections/{walk.pk}/walk/").url == f"/inspections/{walk.pk}/"
    assert not Finding.objects.exists()


def test_others_walks_are_not_theirs(signed_in, walk, head, teacher, pupil, administrator):
    first = lines_of(walk)[0]
    paths = [f"/inspections/{walk.pk}/walk/", f"/inspections/{walk.pk}/lines/{first}/"]
    for person, code in ((head, 403), (administrator, 403), (teacher, 404), (pupil, 404)):
        browser = signed_in(person)
        assert [browser.post(path, fault(first)).status_code for path in paths] == [code, code]
    assert not Finding.objects.exists()


@pytest.mark.parametrize(
    "typed",
    [
        {"result": "fine"}, {"number": "many"}, {"number": "NaN"}, {"number": "-1"},
        {"words": LONG}, {"choice": "无此项"}, {"number": "1" * 30},
    ],
)  # fmt: skip
def test_forged_and_endless_answers_stand_at_their_line(signed_in, safety_officer, walk, typed):
    first = lines_of(walk)[0]
    sent = {f"line-{first}-result": "failed", **{f"line-{first}-{k}": v for k, v in typed.items()}}
    answer = signed_in(safety_officer).post(f"/inspections/{walk.pk}/lines/{first}/", sent)
    assert (answer.status_code, bool(answer.json()["error"])) == (422, True)
    page = signed_in(safety_officer).post(f"/inspections/{walk.pk}/walk/", sent)
    assert (page.status_code, walk.answers.count()) == (422, 0)


def test_lines_of_other_lists_are_not_found(signed_in, safety_officer, walk, mixed):
    foreign = mixed.current.items.first().pk
    for item in (foreign, 10**12):
        answer = signed_in(safety_officer).post(f"/inspections/{walk.pk}/lines/{item}/", {})
        assert answer.status_code == 404


def test_words_are_words(signed_in, safety_officer, walk):
    first = lines_of(walk)[0]
    browser = signed_in(safety_officer)
    browser.post(f"/inspections/{walk.pk}/lines/{first}/", fault(first, HTML))
    walking.finish(walk, by=safety_officer, at=now())
    finding = Finding.objects.get()
    for path in (walk.get_absolute_url(), finding.get_absolute_url(), "/inspections/findings/"):
        assert HTML not in browser.get(path).content.decode()


def test_a_planned_walk_is_taken_instead_of_another(signed_in, safety_officer, patrol, room, head):
    at = now() - timedelta(minutes=5)
    planned = Inspection.objects.create(
        checklist=patrol, version=patrol.current, place=room, role="safety_officer", opens_at=at,
        due_at=at + timedelta(hours=1), closes_at=at + timedelta(hours=1),
    )  # fmt: skip
    sent = {"place": room.code, "checklist": patrol.pk}
    signed_in(safety_officer).post("/inspections/start/", sent)
    planned.refresh_from_db()
    assert (planned.status, Inspection.objects.count()) == ("under_way", 1)


def test_only_whoever_walks_it_begins_it(signed_in, teacher, warden, patrol, room):
    sent = {"place": room.code, "checklist": patrol.pk}
    assert signed_in(teacher).post("/inspections/start/", sent).status_code == 403
    # Another role: the list is not among those that are offered.
    assert signed_in(warden).post("/inspections/start/", sent).status_code == 422
    assert not Inspection.objects.exists()


def test_the_second_signs_and_the_sheet_bears_both(signed_in, safety_officer, head, room):
    both = lay("双签", line("出口畅通"), second_roles=["head"])
    walk = walking.start_at(both, room, by=safety_officer, at=now())
    walking.finish(walk, by=safety_officer, at=now())
    path = f"/inspections/{walk.pk}/sign/"
    assert signed_in(safety_officer).post(path).status_code == 403
    assert signed_in(head).post(path).status_code == 302
    sheet = signed_in(head).get(f"/inspections/{walk.pk}/sheet/").content.decode()
    assert (safety_officer.name in sheet, head.name in sheet) == (True, True)


# Findings and what goes on from them


@pytest.fixture
def finding(walk, safety_officer) -> Finding:
    first = walk.version.items.first()
    found = walking.answer(walk, first, FAULT, by=safety_officer, at=now())
    assert found
    attach(found, [upload(jpeg())], by=safety_officer, at=now())
    walking.finish(walk, by=safety_officer, at=now())
    return Finding.objects.get()


def test_a_finding_is_reported_to_repairs_with_all_that_is_known(
    signed_in, safety_officer, finding, dispatcher
):
    browser = signed_in(safety_officer)
    path = f"/repairs/new/?finding={finding.pk}"
    assert path in browser.get(finding.get_absolute_url()).content.decode()
    begun = browser.get(path).context["form"]
    assert (begun["place"].value(), begun["title"].value()) == ("A-JX1-101", "出口畅通：锁着")
    sent = {
        "title": "出口畅通：锁着", "place": "A-JX1-101", "priority": "normal",
        "category": Category.objects.get(code="doors").pk,
    }  # fmt: skip
    browser.post(path, sent)
    ticket = Ticket.objects.get()
    assert (ticket.origin, Attachment.objects.of(ticket).count()) == (finding, 1)
    page = browser.get(f"/repairs/{ticket.pk}/").content.decode()
    assert finding.get_absolute_url() in page
    shown = browser.get(finding.get_absolute_url())
    assert [each.case.pk for each in shown.context["going"]] == [ticket.pk]
    # Once is enough: the button is gone, and the form says so.
    assert path not in shown.content.decode()
    assert browser.post(path, sent).status_code == 422
    assert Ticket.objects.count() == 1


def test_others_findings_are_not_brought_along(signed_in, teacher, finding):
    form = signed_in(teacher).get(f"/repairs/new/?finding={finding.pk}").context["form"]
    assert (form.finding, form["title"].value()) == (None, None)
    for typed in ("x", "9" * 30, "-1", ""):
        assert signed_in(teacher).get(f"/repairs/new/?finding={typed}").status_code == 200


def test_what_was_put_right_on_the_spot_is_settled(signed_in, safety_officer, finding):
    browser = signed_in(safety_officer)
    path = f"/inspections/findings/{finding.pk}/settle/"
    assert browser.post(path, {"words": ""}).status_code == 422
    browser.post(path, {"words": "当场打开"})
    finding.refresh_from_db()
    assert (finding.settled_words, finding.settled_by) == ("当场打开", safety_officer)
    assert list(Finding.objects.open()) == []
    browser.post(f"/inspections/findings/{finding.pk}/reopen/")
    assert list(Finding.objects.open()) == [finding]


@pytest.mark.parametrize(("state", "count"), [("open", 1), ("continued", 0), ("settled", 0)])
def test_findings_are_narrowed_by_what_became_of_them(
    signed_in, safety_officer, finding, state, count
):
    found = signed_in(safety_officer).get(f"/inspections/findings/?state={state}")
    assert len(found.context["rows"]) == count


def test_findings_of_a_walk_under_way_are_not_listed(signed_in, safety_officer, walk):
    walking.answer(walk, walk.version.items.first(), FAULT, by=safety_officer, at=now())
    page = signed_in(safety_officer).get("/inspections/findings/")
    assert page.context["rows"] == []


# Schedules and coverage


def test_a_schedule_is_written_in_the_browser(signed_in, safety_officer, patrol, building):
    sent = {
        "checklist": patrol.pk, "place": building.code, "part_use": "classroom",
        "role": "safety_officer", "rhythm": "daily", "times": "7:05、17：50", "month_day": "40",
        "days_off": "keep", "starts_on": timezone.localdate().isoformat(), "within_minutes": "60",
    }  # fmt: skip
    browser = signed_in(safety_officer)
    slips = browser.post("/inspections/schedules/new/", sent | {"times": "25:00"})
    assert (slips.status_code, list(slips.context["form"].errors)) == (422, ["times"])
    browser.post("/inspections/schedules/new/", sent)
    schedule = Schedule.objects.get()
    assert ([f"{at:%H:%M}" for at in schedule.times], schedule.month_day) == (
        ["07:05", "17:50"], None
    )  # fmt: skip
    assert Inspection.objects.filter(window__schedule=schedule).exists()
    edit = browser.get(f"/inspections/schedules/{schedule.pk}/edit/").context["form"]
    assert edit["times"].value() == "07:05, 17:50"
    browser.post(f"/inspections/schedules/{schedule.pk}/pause/")
    assert not Inspection.objects.filter(status="planned").exists()


def test_the_map_shows_floors_and_cells_in_their_colours(
    signed_in, safety_officer, patrol, building, room, walked
):
    schedules.write_schedule(
        Schedule(), places=[], checklist=patrol, place=building, part_kind="room",
        role="safety_officer", rhythm="weekly", weekdays=[1], lasts_days=1,
        starts_on=timezone.localdate(), by=safety_officer, at=now(),
    )  # fmt: skip
    walked(patrol, {"出口畅通": FAULT}, at=now())
    page = signed_in(safety_officer).get(f"/inspections/coverage/?checklist={patrol.pk}")
    floors = page.context["floors"]
    assert [(str(floor), [str(cell.sight) for cell in cells]) for floor, cells in floors] == [
        ("2层", ["never"] * 3), ("1层", ["done", "never", "never"])
    ]  # fmt: skip
    whole = page.context["whole"]
    assert (whole.total, whole.in_time, whole.percent) == (6, 1, 16)
    for sight, count in (("never", 5), ("done", 1), ("in_time", 1), ("overdue", 0)):
        found = signed_in(safety_officer).get(f"/inspections/coverage/list/?sight={sight}")
        assert len(found.context["rows"]) == count


# Numbers of queries


def asked(browser, path: str) -> int:
    browser.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(path).status_code == 200
    return len(queries)


def test_pages_ask_the_same_few_questions_however_much_there_is(
    signed_in, safety_officer, patrol, walked, room, building
):
    browser = signed_in(safety_officer)
    first = walked(patrol, {"出口畅通": FAULT}, at=now())
    Coverage.objects.update(is_expected=True)
    pages = [
        "/inspections/", "/inspections/findings/", f"/inspections/{first.pk}/",
        "/inspections/coverage/", "/inspections/coverage/list/", "/inspections/schedules/",
        "/inspections/checklists/", "/", room.get_absolute_url(),
    ]  # fmt: skip
    few = [asked(browser, page) for page in pages]
    for place in Place.objects.filter(kind="room"):
        walked(patrol, {"出口畅通": FAULT, "指示灯亮": FAULT}, at=now(), place=place)
    Coverage.objects.update(is_expected=True)
    assert [asked(browser, page) for page in pages] == few
    assert max(few) <= 12, few


def test_walking_asks_as_much_for_three_lines_as_for_many(signed_in, safety_officer, room):
    counts = []
    for number in (3, 30):
        long = lay(f"{number} 项", *(line(f"第 {n} 项") for n in range(number)))
        walk = walking.start_at(long, room, by=safety_officer, at=now())
        counts.append(asked(signed_in(safety_officer), f"/inspections/{walk.pk}/walk/"))
    assert counts[0] == counts[1] <= 12
