"""Importing a plan in the browser: paste or file, preview, corrections, adoption."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document

from campus.models import Semester
from planning.actions import drafts, items
from planning.forms import draft as forms
from planning.models import DraftItem, Plan, PlanDraft, PlanItem
from tests.planning.school_plan import (
    AT,
    DRILL,
    EXAMS,
    FIRE_DAY,
    ITEMS,
    LATER,
    MEETING,
    TEXT,
    as_read,
    drafted,
)  # fmt: skip

IMPORT = reverse("planning:import")
DRAFT_ACTS = ("adopt", "semester", "lay_semester", "compare", "discard")
ITEM_ACTS = ("merge", "accept", "leave_out", "take_back")


@pytest.fixture
def browser(signed_in, head):
    return signed_in(head)


def typed(office, **more):
    return {"pasted": TEXT, "department": office.pk} | more


def errors(answer) -> dict[str, int]:
    """The fields at which something is said, and how many sentences."""
    return {name: len(found) for name, found in answer.context["form"].errors.items()}


def test_a_pasted_plan_becomes_a_draft(browser, office, semester):
    answer = browser.post(IMPORT, typed(office))
    draft = PlanDraft.objects.get()
    assert answer.headers["Location"] == draft.get_absolute_url()
    assert set(draft.items.values_list("title", flat=True)) == {each.title for each in ITEMS}


def test_a_file_with_too_long_a_text_is_refused_before_it_is_read(browser, office, semester):
    file = SimpleUploadedFile("计划.txt", ("九月\n" * forms.MOST_CHARACTERS).encode())
    answer = browser.post(IMPORT, {"file": file, "department": office.pk})
    assert (answer.status_code, errors(answer)) == (422, {"file": 1})
    assert not PlanDraft.objects.exists()


def test_a_word_file_becomes_the_same_draft(browser, office, semester):
    document = Document()
    for line in TEXT.splitlines():
        document.add_paragraph(line)
    held = BytesIO()
    document.save(held)
    file = SimpleUploadedFile("计划.docx", held.getvalue())
    browser.post(IMPORT, typed(office, pasted="", file=file))
    found = PlanDraft.objects.get()
    assert set(found.items.values_list("title", flat=True)) == {each.title for each in ITEMS}


@pytest.mark.parametrize(
    ("more", "at"),
    [
        ({"pasted": ""}, "pasted"),
        ({"pasted": "一、加强管理，确保安全。"}, "pasted"),
        ({"pasted": "九" * (forms.MOST_CHARACTERS + 1)}, "pasted"),
        ({"file": SimpleUploadedFile("plan.txt", TEXT.encode())}, "file"),
        ({"pasted": "", "file": SimpleUploadedFile("plan.pdf", b"%PDF-1.7")}, "file"),
        ({"pasted": "", "file": SimpleUploadedFile("plan.txt", b"")}, "file"),
        ({"pasted": "", "file": SimpleUploadedFile("plan.txt", b"9" * 10_485_761)}, "file"),
        ({"pasted": "", "file": SimpleUploadedFile("plan.txt", "没有安排".encode())}, "file"),
        ({"semester": "999"}, "semester"),
        ({"department": "999"}, "department"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_written(
    browser, office, semester, more, at
):
    answer = browser.post(IMPORT, typed(office, **more))
    assert (answer.status_code, errors(answer)) == (422, {at: 1})
    assert PlanDraft.objects.count() == 0


def test_what_was_pasted_is_not_lost_over_an_error(browser, office):
    answer = browser.post(IMPORT, typed(office, pasted="没有安排的文字"))
    assert answer.context["form"]["pasted"].value() == "没有安排的文字"


def test_a_plan_of_too_many_items_is_refused(browser, office, semester, monkeypatch):
    monkeypatch.setattr(forms, "MOST_ITEMS", 3)
    answer = browser.post(IMPORT, typed(office))
    assert (answer.status_code, errors(answer), PlanDraft.objects.count()) == (
        422,
        {"pasted": 1},
        0,
    )


def test_drafts_that_wait_stand_on_the_import_page(browser, draft):
    assert list(browser.get(IMPORT).context["waiting"]) == [draft]


def test_the_preview_counts_items_doubts_and_new_departments(browser, draft):
    context = browser.get(draft.get_absolute_url()).context
    facts = (context["kept"], context["doubtful"], context["new_units"], context["differences"])
    assert facts == (4, 1, ["安全处"], [])


def test_the_preview_groups_items_by_month(browser, draft):
    months = browser.get(draft.get_absolute_url()).context["months"]
    assert [(month.month, len(rows)) for month, rows in months] == [(9, 2), (11, 2)]


def test_the_preview_of_a_changed_text_shows_the_difference(browser, plan, head):
    new = replace(EXAMS, title="食堂满意度调查")
    reworded = replace(DRILL, title="高一新生宿舍消防演练")
    draft = drafted(as_read(reworded, MEETING, new), by=head, at=LATER)
    context = browser.get(draft.get_absolute_url()).context
    assert dict(context["differences"]) == {"new": 1, "changed": 1, "same": 1}
    assert {item.title for item in context["gone"]} == {FIRE_DAY.title, EXAMS.title}


def test_what_was_doubtful_in_the_text_adopted_before_is_settled(browser, plan, head):
    draft = drafted(as_read(), by=head, at=LATER)
    assert browser.get(draft.get_absolute_url()).context["doubtful"] == 0


def test_done_items_that_are_gone_from_the_text_are_not_offered_to_be_dropped(
    browser, plan, drill, head
):
    items.move(drill, PlanItem.Status.DONE, by=head, at=AT)
    draft = drafted(as_read(*ITEMS[1:]), by=head, at=LATER)
    assert browser.get(draft.get_absolute_url()).context["gone"] == []


def test_adopting_leads_to_the_items_of_the_semester(browser, draft, semester):
    answer = browser.post(reverse("planning:draft_adopt", args=[draft.pk]))
    assert answer.headers["Location"] == f"{reverse('planning:items')}?semester={semester.pk}"
    assert PlanItem.objects.count() == len(ITEMS)


def test_ticked_items_are_dropped_with_the_adoption(browser, plan, drill, head):
    draft = drafted(as_read(*ITEMS[1:]), by=head, at=LATER)
    browser.post(reverse("planning:draft_adopt", args=[draft.pk]), {"drop": [drill.pk]})
    drill.refresh_from_db()
    assert drill.status == PlanItem.Status.DROPPED


def test_an_item_of_nowhere_cannot_be_dropped(browser, draft):
    answer = browser.post(reverse("planning:draft_adopt", args=[draft.pk]), {"drop": ["999"]})
    assert (answer.headers["Location"], Plan.objects.count()) == (draft.get_absolute_url(), 0)


def test_adopting_twice_says_why_not(browser, draft, head):
    drafts.adopt(draft, by=head, at=AT)
    page = f"http://testserver{draft.get_absolute_url()}"
    answer = browser.post(
        reverse("planning:draft_adopt", args=[draft.pk]), headers={"referer": page}, follow=True
    )
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]
    assert PlanItem.objects.count() == len(ITEMS)


def test_a_semester_that_is_missing_is_laid_from_the_preview(browser, head, office):
    draft = drafted(as_read(), by=head)
    assert browser.get(draft.get_absolute_url()).context["proposed"].number == 1
    browser.post(reverse("planning:draft_lay_semester", args=[draft.pk]))
    draft.refresh_from_db()
    assert draft.semester == Semester.objects.get(number=1)


def test_a_semester_is_chosen_on_the_preview(browser, head, semester):
    draft = drafted(as_read(semester=None), by=head)
    browser.post(reverse("planning:draft_semester", args=[draft.pk]), {"semester": semester.pk})
    draft.refresh_from_db()
    assert draft.semester == semester


def test_an_item_is_corrected_on_its_page(browser, draft):
    item = draft.items.get(title=MEETING.title)
    facts = {
        "title": "安全例会", "kind": "meeting", "starts_on": "2025-09-03", "ends_on": "2025-09-03",
        "units": "安全处/ 医务室，安全处", "cohort": "",
    }  # fmt: skip
    answer = browser.post(reverse("planning:draft_item_edit", args=[item.pk]), facts)
    item.refresh_from_db()
    assert answer.headers["Location"] == item.get_absolute_url()
    assert (item.title, item.units) == ("安全例会", ["安全处", "医务室"])


def test_a_correction_that_ends_before_it_starts_is_said(browser, draft):
    item = draft.items.get(title=MEETING.title)
    facts = {
        "title": "安全例会", "kind": "meeting", "starts_on": "2025-09-03", "ends_on": "2025-09-01",
    }  # fmt: skip
    answer = browser.post(reverse("planning:draft_item_edit", args=[item.pk]), facts)
    assert (answer.status_code, errors(answer)) == (422, {"__all__": 1})


def test_each_line_becomes_an_item(browser, draft):
    item = draft.items.get(title=MEETING.title)
    lines = {"titles": "召开安全例会\r\n\r\n  部署防汛 \r\n"}
    browser.post(reverse("planning:draft_item_split", args=[item.pk]), lines)
    found = draft.items.filter(source=item.source, kind="meeting").order_by("position")
    assert list(found.values_list("title", flat=True)) == ["召开安全例会", "部署防汛"]


@pytest.mark.parametrize("lines", ["", "一行", "\n".join(["行"] * 31), "长" * 501 + "\n短"])
def test_lines_that_split_nothing_are_said(browser, draft, lines):
    item = draft.items.get(title=MEETING.title)
    answer = browser.post(reverse("planning:draft_item_split", args=[item.pk]), {"titles": lines})
    assert (answer.status_code, errors(answer)) == (422, {"titles": 1})


@pytest.mark.parametrize("act", ITEM_ACTS)
def test_an_act_leads_back_to_its_item_in_the_preview(browser, draft, act):
    item = draft.items.get(title=MEETING.title)
    answer = browser.post(reverse(f"planning:draft_item_{act}", args=[item.pk]))
    assert answer.headers["Location"] == item.get_absolute_url()


def test_carrying_over_leads_to_the_new_draft(browser, plan):
    answer = browser.post(reverse("planning:carry_over"), {"plan": plan.pk})
    draft = PlanDraft.objects.get(school_year=2026)
    assert answer.headers["Location"] == draft.get_absolute_url()


@pytest.mark.parametrize("name", ["import", "carry_over"])
def test_staff_who_do_not_plan_are_told_why_not(signed_in, teacher, name):
    assert signed_in(teacher).get(reverse(f"planning:{name}")).status_code == 403


@pytest.mark.parametrize("person", ["teacher", "safety_officer", "pupil"])
def test_a_draft_is_not_there_for_who_does_not_plan(request, signed_in, draft, person):
    browser = signed_in(request.getfixturevalue(person))
    item = draft.items.first()
    answers = [browser.get(draft.get_absolute_url())]
    answers += [browser.post(reverse(f"planning:draft_{a}", args=[draft.pk])) for a in DRAFT_ACTS]
    answers += [
        browser.post(reverse(f"planning:draft_item_{a}", args=[item.pk])) for a in ITEM_ACTS
    ]
    answers += [
        browser.get(reverse(f"planning:draft_item_{a}", args=[item.pk])) for a in ("edit", "split")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert DraftItem.objects.count() == len(ITEMS)


@pytest.mark.parametrize("act", DRAFT_ACTS)
def test_nothing_is_done_by_following_a_link(browser, draft, act):
    assert browser.get(reverse(f"planning:draft_{act}", args=[draft.pk])).status_code == 405


def test_the_preview_asks_as_much_for_many_items_as_for_one(
    browser, plan, head, django_assert_num_queries
):
    one = drafted(as_read(DRILL), by=head, at=LATER)
    many = drafted(as_read(), by=head, at=LATER)
    browser.get(one.get_absolute_url())
    for draft in (one, many):
        with django_assert_num_queries(PREVIEW_QUERIES):
            browser.get(draft.get_absolute_url())


# Person, duties, unread; draft, items, departments; planned items, their units and what the last
# text said of them; the plan, its items gone from the text; two for the choice of a semester.
PREVIEW_QUERIES = 13
