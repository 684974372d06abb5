"""The list of plan items and the page of one: what is shown to whom, filters, acts."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse

from campus.attachments.actions import attach
from campus.models import Attachment, InboxEntry
from campus.records.actions import comment
from planning.actions import items
from planning.models import PlanItem
from tests.campus.attachments.samples import jpeg, upload
from tests.planning.school_plan import (
    AT,
    DRILL,
    EXAMS,
    FIRE_DAY,
    ITEMS,
    LATER,
    MEETING,
    adopted,
    item_of,
)  # fmt: skip

LIST = reverse("planning:items")
Status = PlanItem.Status


@pytest.fixture
def browser(signed_in, head):
    return signed_in(head)


def listed(browser, **query) -> list[str]:
    months = browser.get(LIST, query).context["months"]
    return [item.title for _month, found in months for item in found]


def address(name: str, item: PlanItem) -> str:
    return reverse(f"planning:{name}", args=[item.pk])


def facts(office, **changes):
    return {
        "title": "更换灯管", "kind": "maintenance", "starts_on": "2025-10-01",
        "ends_on": "2025-10-12", "lead_unit": office.pk, "cohort": "",
    } | changes  # fmt: skip


def test_the_list_groups_the_semesters_items_by_month(browser, plan):
    months = browser.get(LIST).context["months"]
    assert [(month, len(found)) for month, found in months] == [
        (date(2025, 9, 1), 2), (date(2025, 11, 1), 2),
    ]  # fmt: skip


def test_a_school_without_a_semester_has_an_empty_list(browser, db):
    assert browser.get(LIST).context["months"] == []


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ({"kind": "drill"}, {DRILL.title}),
        ({"q": "演练"}, {DRILL.title}),
        ({"q": "高一"}, {DRILL.title}),
        ({"q": "安全 会"}, {MEETING.title}),
        ({"state": "done"}, {EXAMS.title}),
        ({"state": "open"}, {each.title for each in ITEMS} - {EXAMS.title}),
        ({"owner": "me"}, {FIRE_DAY.title}),
        ({"owner": "nobody", "kind": "meeting"}, {MEETING.title}),
        ({"kind": "party", "state": "lost", "unit": "x", "owner": "y"}, {e.title for e in ITEMS}),
    ],
)
def test_filters_stand_in_the_address_and_wrong_ones_filter_nothing(
    browser, plan, head, query, titles
):
    items.give_owner(item_of(plan, FIRE_DAY.title), to=head, by=head, at=AT)
    items.move(item_of(plan, EXAMS.title), Status.DONE, by=head, at=AT)
    assert set(listed(browser, **query)) == titles


def test_a_unit_finds_its_items(browser, plan):
    unit = item_of(plan, MEETING.title).lead_unit
    assert listed(browser, unit=unit.pk) == [MEETING.title]


def test_the_overdue_are_the_open_ones_whose_last_day_has_passed(browser, plan, head):
    # Semesters of the tests lie in the past of whoever runs them later; far ahead nothing is late.
    PlanItem.objects.exclude(title=DRILL.title).update(ends_on=date(2999, 1, 1))
    assert listed(browser, state="overdue") == [DRILL.title]


def test_the_ring_counts_done_of_planned_whatever_is_filtered(browser, plan, drill, head):
    items.move(drill, Status.DONE, by=head, at=AT)
    context = browser.get(LIST, {"kind": "meeting"}).context
    assert context["progress"] == {"done": 1, "planned": 4}


def test_pupils_read_the_plan_but_not_its_progress(signed_in, pupil, plan, drill, technician, head):
    items.give_owner(drill, to=technician, by=head, at=AT)
    items.note(drill, text="路线已确认", by=head, at=AT)
    items.move(drill, Status.UNDER_WAY, by=head, at=AT)
    browser = signed_in(pupil)
    for page in (LIST, reverse("planning:items_sheet"), drill.get_absolute_url()):
        text = browser.get(page).content.decode()
        assert drill.title in text
        hidden = (technician.name, head.name, "路线已确认", Status.UNDER_WAY.label, DRILL.source)
        assert [word for word in hidden if str(word) in text] == []


def test_pupils_cannot_search_by_what_they_do_not_see(signed_in, pupil, plan, drill, head):
    items.move(drill, Status.DONE, by=head, at=AT)
    assert set(listed(signed_in(pupil), state="done", owner="me")) == {e.title for e in ITEMS}


def test_only_items_that_one_may_move_can_be_selected(signed_in, plan, technician, teacher):
    seen = {
        person: signed_in(person).get(LIST).context["movable"] for person in (technician, teacher)
    }
    meeting = item_of(plan, MEETING.title)
    led = set(plan.items.exclude(pk=meeting.pk).values_list("pk", flat=True))
    assert seen == {technician: led, teacher: set()}


def test_the_selected_are_set_done_together(browser, plan):
    chosen = plan.items.filter(title__in=[DRILL.title, MEETING.title])
    browser.post(reverse("planning:items_finish"), {"item": [item.pk for item in chosen]})
    done = plan.items.filter(status=Status.DONE).values_list("title", flat=True)
    assert set(done) == {DRILL.title, MEETING.title}


def test_the_selected_are_set_under_way_together(browser, plan):
    browser.post(reverse("planning:items_start"), {"item": [item.pk for item in plan.items.all()]})
    assert set(plan.items.values_list("status", flat=True)) == {Status.UNDER_WAY}


def test_the_selected_get_their_owner_together(browser, plan, technician):
    chosen = [item.pk for item in plan.items.all()]
    browser.post(reverse("planning:items_give_owner"), {"item": chosen, "owner": technician.number})
    assert set(plan.items.values_list("owner", flat=True)) == {technician.pk}


def test_a_pupil_can_answer_for_nothing(browser, plan, pupil):
    chosen = [item.pk for item in plan.items.all()]
    browser.post(reverse("planning:items_give_owner"), {"item": chosen, "owner": pupil.number})
    assert set(plan.items.values_list("owner", flat=True)) == {None}


def test_one_item_that_is_not_theirs_closes_the_door_to_all(signed_in, plan, technician):
    chosen = [item.pk for item in plan.items.all()]
    answer = signed_in(technician).post(reverse("planning:items_finish"), {"item": chosen})
    assert (answer.status_code, plan.items.filter(status=Status.DONE).count()) == (403, 0)


@pytest.mark.parametrize("name", ["items_start", "items_finish", "items_give_owner"])
def test_selecting_nothing_says_so(browser, plan, name):
    answer = browser.post(
        reverse(f"planning:{name}"), headers={"referer": f"http://testserver{LIST}"}
    )
    assert answer.headers["Location"] == f"http://testserver{LIST}"
    said = browser.get(LIST).context["messages"]
    assert [message.level_tag for message in said] == ["error"]


def test_done_takes_one_press_and_returns_where_the_button_stood(signed_in, technician, drill):
    browser = signed_in(technician)
    answer = browser.post(
        address("item_move", drill), {"to": "done"}, headers={"referer": "http://testserver/"}
    )
    drill.refresh_from_db()
    assert (answer.headers["Location"], drill.status) == ("http://testserver/", Status.DONE)


def test_dropping_asks_for_the_reason_first(browser, drill):
    page = browser.get(address("item_move", drill), {"to": "dropped"})
    assert (page.status_code, str(page.context["state"])) == (200, "dropped")
    answer = browser.post(address("item_move", drill), {"to": "dropped", "reason": "  "})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])
    asked = f"http://testserver{address('item_move', drill)}?to=dropped"
    answer = browser.post(
        address("item_move", drill), {"to": "dropped", "reason": "今年不办"},
        headers={"referer": asked},
    )  # fmt: skip
    drill.refresh_from_db()
    assert answer.headers["Location"] == drill.get_absolute_url()
    assert (drill.status, drill.reason) == (Status.DROPPED, "今年不办")


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ({}, {"starts_on", "ends_on"}),
        ({"starts_on": "2025-10-09"}, {"ends_on"}),
        ({"starts_on": "2025-09-01", "ends_on": "2025-09-30"}, {"ends_on"}),
        ({"starts_on": "2025-10-09", "ends_on": "2025-10-08"}, {"ends_on"}),
        ({"starts_on": "soon", "ends_on": "2025-10-08"}, {"starts_on"}),
    ],
)
def test_postponing_needs_new_days_in_order(browser, drill, days, wrong):
    typed = {"to": "postponed", "reason": "台风", **days}
    answer = browser.post(address("item_move", drill), typed)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, wrong)
    drill.refresh_from_db()
    assert drill.status == Status.PLANNED


def test_postponing_gives_the_new_days(browser, drill):
    days = {"starts_on": "2025-10-09", "ends_on": "2025-10-10"}
    browser.post(address("item_move", drill), {"to": "postponed", "reason": "台风", **days})
    drill.refresh_from_db()
    assert (drill.starts_on, drill.ends_on) == (date(2025, 10, 9), date(2025, 10, 10))


@pytest.mark.parametrize("to", ["", "forgotten", "planned"])
def test_a_move_to_nowhere_changes_nothing(browser, drill, to):
    browser.post(address("item_move", drill), {"to": to})
    drill.refresh_from_db()
    assert (drill.status, drill.notes.count()) == (Status.PLANNED, 0)


def test_whose_item_it_is_not_sees_why_the_buttons_are_grey(signed_in, teacher, drill):
    page = signed_in(teacher).get(drill.get_absolute_url())
    assert (bool(page.context["can_move"]), bool(page.context["can_move"].reason)) == (False, True)
    for name in ("item_move", "item_note"):
        assert signed_in(teacher).post(address(name, drill), {"to": "done"}).status_code == 403


def test_a_note_joins_the_timeline(signed_in, technician, drill):
    signed_in(technician).post(address("item_note", drill), {"words": "已备好烟雾弹"})
    assert list(drill.notes.values_list("by", "text", "moved_to")) == [
        (technician.pk, "已备好烟雾弹", "")
    ]


def test_a_note_brings_its_photos_and_tells_whoever_is_mentioned(
    signed_in, technician, head, drill, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    sent = {"words": "请@程远山看照片", "attachments": [upload(jpeg())]}
    signed_in(technician).post(address("item_note", drill), sent)
    photo = Attachment.objects.get()
    assert (photo.thing, list(drill.notes.get().attachments.all())) == (drill, [photo])
    assert [entry.person for entry in InboxEntry.objects.all()] == [head]


def test_words_and_photos_can_finish_an_item_at_once(signed_in, technician, drill):
    sent = {"words": "演练完毕", "finish": "1"}
    signed_in(technician).post(address("item_note", drill), sent)
    drill.refresh_from_db()
    note = drill.notes.get()
    assert (drill.status, note.text, note.moved_to) == (Status.DONE, "演练完毕", Status.DONE)


def test_an_empty_note_is_said_and_the_page_stays(browser, drill):
    answer = browser.post(address("item_note", drill), {"words": " "})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["words"])


def test_notes_and_comments_stand_in_one_timeline(browser, drill, technician, teacher):
    items.note(drill, text="路线已确认", by=technician, at=AT)
    comment(drill, words="几点开始？", mentioned=[], attachments=[], by=teacher, at=LATER)
    days = browser.get(drill.get_absolute_url()).context["timeline"]
    assert [[one.words for one in day.happenings] for day in days] == [
        ["路线已确认"], ["几点开始？"],
    ]  # fmt: skip


def test_whoever_may_not_move_an_item_can_comment_on_it(signed_in, teacher, drill):
    form = signed_in(teacher).get(drill.get_absolute_url()).context["form"]
    assert list(form.fields) == ["words", "attachments"]


def test_the_photos_of_progress_are_not_for_pupils(
    signed_in, pupil, teacher, technician, drill, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    photo = attach(drill, [upload(jpeg())], by=technician, at=AT)[0]
    assert signed_in(teacher).get(photo.get_absolute_url()).status_code == 200
    assert signed_in(pupil).get(photo.get_absolute_url()).status_code == 404


def test_an_item_that_was_talked_about_is_not_deleted(browser, drill, teacher):
    comment(drill, words="几点开始？", mentioned=[], attachments=[], by=teacher, at=AT)
    browser.post(address("item_delete", drill))
    assert PlanItem.objects.filter(pk=drill.pk).exists()


def test_the_head_writes_and_edits_items(browser, semester, office, academic_office):
    browser.post(reverse("planning:item_new"), facts(office))
    item = PlanItem.objects.get()
    changed = facts(office, title="更换宿舍灯管", support_units=[academic_office.pk])
    answer = browser.post(address("item_edit", item), changed)
    item.refresh_from_db()
    assert answer.headers["Location"] == item.get_absolute_url()
    assert (item.title, list(item.support_units.all())) == ("更换宿舍灯管", [academic_office])


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"), ({"kind": "party"}, "kind"), ({"ends_on": ""}, "ends_on"),
        ({"ends_on": "2025-09-01"}, "__all__"), ({"lead_unit": "999"}, "lead_unit"),
        ({"title": "长" * 501}, "title"), ({"owner": "999"}, "owner"),
    ],
)  # fmt: skip
def test_wrong_facts_are_said_at_their_field(browser, semester, office, wrong, field):
    answer = browser.post(reverse("planning:item_new"), facts(office, **wrong))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert PlanItem.objects.count() == 0


def test_an_untouched_item_is_deleted(browser, drill):
    browser.post(address("item_delete", drill))
    assert not PlanItem.objects.filter(pk=drill.pk).exists()


@pytest.mark.parametrize("person", ["safety_officer", "teacher", "pupil"])
def test_only_the_head_writes_the_plan(request, signed_in, drill, person):
    browser = signed_in(request.getfixturevalue(person))
    answers = [
        browser.get(reverse("planning:item_new")),
        browser.get(address("item_edit", drill)),
        browser.post(address("item_delete", drill)),
        browser.post(reverse("planning:items_give_owner"), {"item": [drill.pk]}),
    ]
    assert {answer.status_code for answer in answers} == {403}


@pytest.mark.parametrize("name", ["item", "item_edit", "item_move"])
def test_an_item_that_is_not_there_is_not_found(browser, db, name):
    assert browser.get(reverse(f"planning:{name}", args=[999])).status_code == 404


def test_the_list_asks_as_much_for_many_items_as_for_one(
    browser, head, semester, django_assert_num_queries
):
    adopted(MEETING, by=head)
    with django_assert_num_queries(LIST_QUERIES):
        browser.get(LIST)
    months = [replace(each, cohort=str(n)) for n in range(9) for each in ITEMS]
    adopted(*months, by=head)
    with django_assert_num_queries(LIST_QUERIES):
        browser.get(LIST)


def test_the_page_of_an_item_asks_as_much_for_many_notes_as_for_one(
    browser, drill, head, django_assert_num_queries
):
    for number in range(1, 6):
        items.note(drill, text=f"第{number}次", by=head, at=AT)
        with django_assert_num_queries(ITEM_QUERIES):
            browser.get(drill.get_absolute_url())


# Person, duties, unread; semesters, count of items, items, their units, progress, plans; two for
# the departments to filter by.
LIST_QUERIES = 11
# Person, duties, unread; the item, its units, whether it is untouched, where it was carried; notes
# and their files, comments; what was made of it.
ITEM_QUERIES = 11
