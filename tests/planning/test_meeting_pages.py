"""The pages of meetings: calling, opening, the roll, the minutes, paper; for whom each is."""

from datetime import time

import pytest
from django.utils import timezone

from campus.models import Person, Place, Role
from planning.actions import minutes
from planning.models import Attendee, Decision, Meeting
from tests.conftest import make_person
from tests.planning.meetings import (
    ENDS_AT,
    NEXT_WEEK,
    all_present,
    called,
    held,
    minuted,
    published,
)

TODAY = timezone.localdate()


def page_of(meeting: Meeting, rest: str = "") -> str:
    return f"/plan/meetings/{meeting.pk}/{rest}"


@pytest.fixture
def typed(head) -> dict[str, object]:
    return {
        "title": "工作例会", "kind": "regular", "day": "2099-11-05", "begins": "14:00",
        "ends": "15:30", "chair": head.number, "agenda": "1、报修\n（2）消防月\n11.9主题教育",
    }  # fmt: skip


def errors(answer) -> list[str]:
    return list(answer.context["form"].errors)


# -- calling


def test_a_meeting_is_called_with_people_groups_and_agenda(
    signed_in, head, technician, typed, academic_office, teacher
):
    hall = Place.objects.create(kind=Place.Kind.ROOM, code="A-XZ-302", name="行政楼302")
    answer = signed_in(head).post(
        "/plan/meetings/new/",
        typed | {"people": "江小川", "departments": academic_office.pk, "place": "A-XZ-302"},
    )
    meeting = Meeting.objects.get()
    assert (answer.status_code, answer.url) == (302, page_of(meeting))
    assert (meeting.place, timezone.localtime(meeting.ends_at).time()) == (hall, time(15, 30))
    assert [each.title for each in meeting.agenda.all()] == ["报修", "消防月", "11.9主题教育"]
    assert {each.person for each in meeting.attendees.all()} == {head, technician, teacher}


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"ends": "13:00"}, "ends"),
        ({"people": "无此人"}, "people"),
        ({"place": "没有这里"}, "place"),
        ({"agenda": "报修\n报修"}, "agenda"),
        ({"chair": ""}, "chair"),
    ],
)
def test_a_slip_is_told_at_its_field(signed_in, head, typed, wrong, field):
    answer = signed_in(head).post("/plan/meetings/new/", typed | wrong)
    assert (answer.status_code, errors(answer)) == (422, [field])
    assert not Meeting.objects.exists()


def test_two_people_of_one_name_are_told_apart_by_number(signed_in, head, technician, typed):
    twin = make_person("T033", technician.name)
    browser = signed_in(head)
    answer = browser.post("/plan/meetings/new/", typed | {"people": technician.name})
    assert (answer.status_code, errors(answer)) == (422, ["people"])
    browser.post("/plan/meetings/new/", typed | {"people": "T033"})
    assert {each.person for each in Attendee.objects.all()} == {head, twin}


def test_whom_one_may_not_see_one_cannot_invite_by_name(signed_in, safety_officer, pupil, typed):
    answer = signed_in(safety_officer).post(
        "/plan/meetings/new/", typed | {"people": pupil.name, "chair": safety_officer.number}
    )
    assert (answer.status_code, errors(answer)) == (422, ["people"])


def test_only_who_leads_an_area_calls_meetings(signed_in, teacher, technician, pupil, head):
    codes = [
        signed_in(person).get("/plan/meetings/new/").status_code
        for person in (teacher, technician, pupil, head)
    ]
    assert codes == [403, 403, 403, 200]


def test_the_next_one_begins_as_the_last_one_was(signed_in, head, technician, semester):
    meeting = called(head, technician, roles=[Role.DISPATCHER])
    form = signed_in(head).get(f"/plan/meetings/new/?like={meeting.pk}").context["form"]
    assert {name: form.initial[name] for name in ("title", "day", "people", "roles", "agenda")} == {
        "title": "安全工作例会", "day": NEXT_WEEK, "people": [technician],
        "roles": ["dispatcher"], "agenda": "上周隐患整改\n消防月安排",
    }  # fmt: skip


def test_a_plan_item_and_its_meeting_lead_to_each_other(signed_in, head, plan, typed):
    item = plan.items.get(kind="meeting")
    browser = signed_in(head)
    assert len(browser.get(item.get_absolute_url()).context["buttons"]) == 1
    form = browser.get(f"/plan/meetings/new/?item={item.pk}").context["form"]
    assert (form.initial["title"], form.initial["plan_item"]) == (item.title, item.pk)
    browser.post("/plan/meetings/new/", typed | {"plan_item": item.pk})
    meeting = Meeting.objects.get()
    made = browser.get(item.get_absolute_url()).context["made"]
    assert [each.path for each in made] == [meeting.get_absolute_url()]
    assert item.get_absolute_url() in browser.get(page_of(meeting)).content.decode()


def test_changing_it_beside_somebody_else_shows_what_was_typed(signed_in, head, typed):
    meeting = called(head)
    browser = signed_in(head)
    browser.post(page_of(meeting, "edit/"), typed | {"seen": 1, "title": "第一次"})
    answer = browser.post(page_of(meeting, "edit/"), typed | {"seen": 1, "title": "第二次"})
    assert (answer.status_code, errors(answer)) == (422, ["__all__"])
    assert (answer.context["form"]["title"].value(), answer.context["form"]["seen"].value()) == (
        "第二次", "2",
    )  # fmt: skip
    assert Meeting.objects.get().title == "第一次"


def test_it_is_cancelled_on_a_page_that_asks_why(signed_in, head):
    meeting = called(head)
    browser = signed_in(head)
    assert browser.post(page_of(meeting, "cancel/"), {"reason": ""}).status_code == 422
    browser.post(page_of(meeting, "cancel/"), {"reason": "台风停课"})
    assert Meeting.objects.get().reason == "台风停课"


# -- who does what


def test_who_is_not_concerned_finds_nothing_and_who_only_attends_runs_nothing(
    signed_in, head, technician, teacher
):
    meeting = held(head, technician)
    for path, method in (
        ("edit/", "get"), ("cancel/", "get"), ("roll/", "get"), ("minutes/", "get"),
        ("begin/", "post"), ("publish/", "post"), ("take-back/", "post"), ("sheet/", "get"),
    ):  # fmt: skip
        codes = [
            getattr(signed_in(person), method)(page_of(meeting, path)).status_code
            for person in (technician, teacher)
        ]
        assert (path, codes) == (path, [403, 404])


def test_drafts_are_for_who_runs_the_meeting(signed_in, head, technician):
    meeting = minuted(head, technician)
    shown = {
        person.name: "三处隐患已整改" in signed_in(person).get(page_of(meeting)).content.decode()
        for person in (head, technician)
    }
    assert shown == {"程远山": True, "江小川": False}


def test_pupils_read_minutes_but_no_names_and_no_timeline(signed_in, head, technician):
    leader = make_person("20250302", "苏听澜", Role.DORM_LEADER, kind=Person.Kind.PUPIL)
    make_person("20250303", "贺望舒", Role.DORM_LEADER, kind=Person.Kind.PUPIL)
    meeting = published(head, roles=[Role.DORM_LEADER])
    answer = signed_in(leader).get(page_of(meeting))
    assert [name in answer.content.decode() for name in ("三处隐患已整改", "贺望舒")] == [
        True,
        False,
    ]
    assert "timeline" not in answer.context
    assert signed_in(leader).get(page_of(meeting, "sheet/")).status_code == 200


# -- the roll


def answers(meeting: Meeting, **said: str) -> dict[str, str]:
    """What the roll's page sends: each answer by the person's number, and what was drawn."""
    sent = {}
    for each in meeting.attendees.select_related("person"):
        drawn = "" if each.presence == "open" else each.presence
        sent[f"initial-presence-{each.pk}"] = drawn
        sent[f"presence-{each.pk}"] = said.get(each.person.number, drawn)
    return sent


def presences(meeting: Meeting) -> dict[str, str]:
    return {each.person.number: each.presence for each in meeting.attendees.all()}


def test_opening_leads_to_the_roll(signed_in, head):
    start = timezone.now()
    meeting = called(head, starts_at=start, ends_at=start + (ENDS_AT - ENDS_AT.replace(hour=14)))
    answer = signed_in(head).post(page_of(meeting, "begin/"))
    assert answer.url == page_of(meeting, "roll/")


def test_those_ticked_are_noted_and_the_rest_at_one_press(signed_in, head, technician, teacher):
    meeting = held(head, technician, teacher)
    sent = answers(meeting, T003="late") | {"rest": "present"}
    answer = signed_in(head).post(page_of(meeting, "roll/"), sent)
    assert presences(meeting) == {"T001": "present", "T003": "late", "T005": "present"}
    assert answer.url == page_of(meeting)


def test_two_people_call_the_roll_at_once(signed_in, head, technician, teacher):
    meeting = held(head, technician, teacher, recorder=teacher)
    first, second = answers(meeting, T003="leave"), answers(meeting, T005="present")
    signed_in(head).post(page_of(meeting, "roll/"), first)
    signed_in(teacher).post(page_of(meeting, "roll/"), second)
    assert presences(meeting) == {"T001": "open", "T003": "leave", "T005": "present"}


def test_guests_are_put_on_the_roll(signed_in, head, dispatcher):
    meeting = held(head)
    signed_in(head).post(page_of(meeting, "roll/"), answers(meeting) | {"guests": "秦疏影"})
    guest = meeting.attendees.get(person=dispatcher)
    assert (guest.way, guest.presence) == ("guest", "present")


def test_before_the_opening_roll_and_minutes_lead_back(signed_in, head):
    meeting = called(head)
    for path in ("roll/", "minutes/"):
        answer = signed_in(head).get(page_of(meeting, path))
        assert (answer.status_code, answer.url) == (302, page_of(meeting))


# -- the minutes


def written(meeting: Meeting, *texts: str, seen: int | None = None, **line) -> dict[str, object]:
    """What the page of the minutes sends; `line` are the facts of one decision."""
    meeting.refresh_from_db()
    points = zip(meeting.agenda.all(), texts, strict=False)
    return {
        "seen": meeting.version if seen is None else seen,
        **{f"minutes-{point.pk}": text for point, text in points},
        "decisions-TOTAL_FORMS": 1, "decisions-INITIAL_FORMS": 0,
        **{f"decisions-0-{name}": value for name, value in line.items()},
    }  # fmt: skip


def test_minutes_and_a_decision_are_saved(signed_in, head, technician):
    meeting = held(head, technician)
    sent = written(meeting, "已整改", "全校动员", text="更换应急灯", owner=technician.number,
                   due_on="2099-11-12")  # fmt: skip
    answer = signed_in(head).post(page_of(meeting, "minutes/"), sent)
    assert answer.url == page_of(meeting)
    assert [each.minutes for each in meeting.agenda.all()] == ["已整改", "全校动员"]
    assert Decision.objects.get().owner == technician


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"text": "更换应急灯", "due_on": "2099-11-12"}, "owner"),
        ({"text": "更换应急灯", "owner": "technician"}, "due_on"),
        ({"owner": "technician", "due_on": "2099-11-12"}, "text"),
    ],
)
def test_half_a_decision_is_told_and_the_minutes_are_not_lost(
    signed_in, head, technician, line, field
):
    meeting = held(head, technician)
    facts = {
        name: technician.number if value == "technician" else value for name, value in line.items()
    }
    answer = signed_in(head).post(page_of(meeting, "minutes/"), written(meeting, "已整改", **facts))
    assert (answer.status_code, list(answer.context["lines"].forms[0].errors)) == (422, [field])
    assert "已整改" in answer.content.decode()


def test_who_types_beside_somebody_else_sees_both_and_saves_again(signed_in, head, technician):
    meeting = held(head, technician, recorder=technician)
    first = meeting.agenda.all()[0]
    minutes.keep_minutes(meeting, minutes={first.pk: "先写的"}, decisions=[], by=head, at=ENDS_AT)
    browser = signed_in(technician)
    sent = written(meeting, "后写的", seen=meeting.version)
    answer = browser.post(page_of(meeting, "minutes/"), sent | {"seen": 2})
    _point, field, others = answer.context["form"].lines[0]
    assert (answer.status_code, field.value(), others) == (422, "后写的", "先写的")
    again = sent | {"seen": answer.context["form"]["seen"].value()}
    assert browser.post(page_of(meeting, "minutes/"), again).status_code == 302
    assert meeting.agenda.all()[0].minutes == "后写的"


def test_publishing_says_what_is_still_missing(signed_in, head, technician):
    meeting = held(head, technician, recorder=head)
    path = page_of(meeting)
    answer = signed_in(head).post(
        f"{path}publish/", follow=True, headers={"referer": f"http://testserver{path}"}
    )
    assert answer.redirect_chain == [(f"http://testserver{path}", 302)]
    assert Meeting.objects.get().status == "held"


def test_published_minutes_stand_on_paper_with_all_that_belongs_there(signed_in, head, technician):
    meeting = published(head, technician, decisions=[("更换应急灯", technician, NEXT_WEEK)])
    paper = signed_in(technician).get(page_of(meeting, "sheet/")).content.decode()
    wanted = (
        "安全工作例会",
        "14:00",
        "程远山",
        "江小川",
        "三处隐患已整改",
        "更换应急灯",
        "11月12日",
    )
    assert [word for word in wanted if word not in paper] == []


def test_one_more_action_comes_of_a_meeting_by_hand(signed_in, head, technician):
    meeting = published(head, technician)
    typed = {"title": "补充台账", "owner": technician.number, "due_on": "2099-12-31"}
    signed_in(head).post(f"/plan/actions/new/?meeting={meeting.pk}", typed)
    assert [each.title for each in meeting.actions.all()] == ["补充台账"]


# -- the list


def titles(answer) -> list[str]:
    return [row.record.title for row in answer.context["rows"]]


def test_the_list_finds_by_title_kind_state_and_what_is_ones_own(signed_in, head, safety_officer):
    called(head, title="后勤例会", kind="regular")
    published(safety_officer, title="安全工作例会")
    browser = signed_in(head)
    found = [
        titles(browser.get(f"/plan/meetings/?{query}"))
        for query in ("q=后勤", "kind=safety", "status=planned", "whose=me")
    ]
    assert found == [["后勤例会"], ["安全工作例会"], ["后勤例会"], ["后勤例会"]]


def test_a_pupil_finds_only_what_they_are_invited_to(signed_in, head, pupil):
    called(head, pupil, title="舍长会")
    published(head, open_minutes=True)
    assert titles(signed_in(pupil).get("/plan/meetings/")) == ["舍长会"]


PAGE_QUERIES = 10


def test_the_page_costs_the_same_for_one_and_for_three(
    signed_in, head, technician, teacher, django_assert_num_queries
):
    small = published(head)
    large = published(
        head, technician, teacher, title="大会",
        decisions=[("一", technician, NEXT_WEEK), ("二", teacher, NEXT_WEEK)],
    )  # fmt: skip
    browser = signed_in(head)
    browser.get(page_of(small))
    for meeting in (small, large):
        with django_assert_num_queries(PAGE_QUERIES):
            browser.get(page_of(meeting))


def test_a_comment_of_the_meetings_staff_stands_in_its_timeline(signed_in, head, technician):
    meeting = called(head, technician)
    browser = signed_in(technician)
    path = f"/records/planning.meeting/{meeting.pk}/comment/"
    browser.post(path, {"words": "我会晚到十分钟"})
    assert "我会晚到十分钟" in signed_in(head).get(page_of(meeting)).content.decode()


def test_all_who_were_there_are_counted_on_the_page(signed_in, head, technician):
    meeting = held(head, technician)
    all_present(meeting)
    assert signed_in(head).get(page_of(meeting)).context["tally"]["there"] == 2
