"""From a text to a draft, and its correction."""

from dataclasses import replace
from datetime import date

import pytest

from campus.doors import Refused
from campus.models import Semester
from planning.actions import draft_items, drafts
from planning.actions.comparison import Facts
from planning.models import DraftItem, PlanDraft
from tests.planning.school_plan import AT, DRILL, EXAMS, FIRE_DAY, ITEMS, MEETING, as_read, drafted


def titles(draft: PlanDraft) -> list[str]:
    return list(draft.items.values_list("title", flat=True))


def item(draft: PlanDraft, title: str) -> DraftItem:
    return draft.items.get(title=title)


def test_a_draft_holds_every_item_in_the_order_of_the_text(draft):
    assert titles(draft) == [each.title for each in ITEMS]


def test_a_drafted_item_holds_what_was_read_of_it(draft):
    found = item(draft, DRILL.title)
    facts = (found.kind, found.starts_on, found.ends_on, found.cohort, found.line_no, found.source)
    assert facts == ("drill", date(2025, 9, 1), date(2025, 9, 30), "高一", 8, DRILL.source)


def test_the_draft_is_for_the_semester_that_the_text_names(draft, semester):
    assert draft.semester == semester


def test_a_semester_that_is_chosen_outweighs_the_one_that_the_text_names(head, semester):
    spring = Semester.objects.create(
        school_year=semester.school_year, number=2, first_day=date(2026, 2, 1),
        last_day=date(2026, 7, 31), week_one=date(2026, 3, 2),
    )  # fmt: skip
    draft = drafted(as_read(), by=head, semester=spring)
    assert draft.semester == spring
    assert {tuple(each.doubts) for each in draft.items.all()} == {
        ("outside_semester",), ("number_or_date", "outside_semester"),
    }  # fmt: skip


def test_a_text_of_a_semester_that_is_not_laid_waits_for_it(head, db):
    draft = drafted(as_read(), by=head)
    assert draft.semester is None
    with pytest.raises(Refused):
        drafts.adopt(draft, by=head, at=AT)


def test_the_semester_of_the_text_is_laid_with_one_act(head, db):
    draft = drafts.lay_semester(drafted(as_read(), by=head), by=head, at=AT)
    assert draft.semester == Semester.objects.get(school_year__starts_in=2025, number=1)


def test_a_text_that_names_no_semester_lays_none(head, db):
    draft = drafted(as_read(semester=None), by=head)
    with pytest.raises(Refused):
        drafts.lay_semester(draft, by=head, at=AT)
    assert Semester.objects.count() == 0


def test_choosing_a_semester_settles_what_lies_outside_it(head, semester):
    draft = drafted(as_read(semester=None), by=head)
    draft.items.update(doubts=["outside_semester"])
    drafts.choose_semester(draft, semester=semester, by=head, at=AT)
    assert {tuple(each.doubts) for each in draft.items.all()} == {()}


def test_what_is_too_long_for_the_plan_is_cut_and_marked(head, semester):
    long = replace(EXAMS, title="考" * 600, units=("处" * 80,))
    found = drafted(as_read(long), by=head).items.get()
    assert (len(found.title), found.title[-1], len(found.units[0])) == (500, "…", 60)
    assert found.doubts == ["shortened"]


def test_control_characters_do_not_reach_the_database(head, semester):
    odd = replace(EXAMS, title="期中\x00考试\x0b保障", source="1、\x00期中考试")
    found = drafted(as_read(odd), by=head).items.get()
    assert (found.title, found.source) == ("期中 考试 保障", "1、期中考试")


def test_a_plan_without_a_title_is_called_after_its_department(head, semester):
    assert "后勤服务处" in drafted(as_read(title=" "), by=head).title


def test_a_corrected_item_is_not_doubtful_any_more(draft, head):
    facts = Facts("消防日教育", "drill", (date(2025, 11, 8), date(2025, 11, 9)), ("安全处",), "")
    draft_items.edit(item(draft, FIRE_DAY.title), facts=facts, by=head, at=AT)
    found = item(draft, "消防日教育")
    assert (found.kind, found.starts_on, found.units, found.doubts) == (
        "drill", date(2025, 11, 8), ["安全处"], [],
    )  # fmt: skip


def test_a_doubtful_item_can_be_said_to_be_right(draft, head):
    draft_items.accept(item(draft, FIRE_DAY.title), by=head, at=AT)
    assert item(draft, FIRE_DAY.title).doubts == []


def test_merging_joins_titles_days_and_units_with_the_next(draft, head):
    draft_items.merge_with_next(item(draft, MEETING.title), by=head, at=AT)
    merged = item(draft, f"{MEETING.title}；{FIRE_DAY.title}")
    assert (merged.starts_on, merged.ends_on) == (date(2025, 9, 1), date(2025, 11, 9))
    assert (merged.units, merged.kind, merged.doubts) == (["安全处", "后勤服务处"], "meeting", [])
    assert titles(draft) == [DRILL.title, merged.title, EXAMS.title]


def test_merging_passes_over_an_item_that_is_left_out(draft, head):
    draft_items.leave_out(item(draft, MEETING.title), by=head, at=AT)
    draft_items.merge_with_next(item(draft, DRILL.title), by=head, at=AT)
    assert titles(draft) == [f"{DRILL.title}；{FIRE_DAY.title}", MEETING.title, EXAMS.title]


def test_the_last_item_has_nothing_to_be_merged_with(draft, head):
    with pytest.raises(Refused):
        draft_items.merge_with_next(item(draft, EXAMS.title), by=head, at=AT)


def test_splitting_makes_an_item_of_each_title_in_its_place(draft, head):
    parts = ["召开安全工作例会", "部署防汛"]
    draft_items.split(item(draft, MEETING.title), titles=parts, by=head, at=AT)
    assert titles(draft) == [DRILL.title, *parts, FIRE_DAY.title, EXAMS.title]
    assert item(draft, "部署防汛").units == ["安全处", "后勤服务处"]


def test_one_line_splits_nothing(draft, head):
    with pytest.raises(Refused):
        draft_items.split(item(draft, MEETING.title), titles=["一项"], by=head, at=AT)
    assert titles(draft) == [each.title for each in ITEMS]


def test_an_item_that_was_left_out_can_be_taken_back(draft, head):
    draft_items.leave_out(item(draft, DRILL.title), by=head, at=AT)
    assert item(draft, DRILL.title).is_dropped
    draft_items.take_back(item(draft, DRILL.title), by=head, at=AT)
    assert not item(draft, DRILL.title).is_dropped


def test_an_item_that_somebody_merged_away_is_refused(draft, head):
    gone = item(draft, FIRE_DAY.title)
    draft_items.merge_with_next(item(draft, MEETING.title), by=head, at=AT)
    with pytest.raises(Refused):
        draft_items.accept(gone, by=head, at=AT)


@pytest.mark.parametrize("act", [drafts.discard, drafts.compare])
def test_an_adopted_draft_stays_as_it_is(draft, head, act):
    drafts.adopt(draft, by=head, at=AT)
    with pytest.raises(Refused):
        act(draft, by=head, at=AT)


def test_the_items_of_an_adopted_draft_stay_as_they_are(draft, head):
    drafts.adopt(draft, by=head, at=AT)
    with pytest.raises(Refused):
        draft_items.leave_out(item(draft, DRILL.title), by=head, at=AT)


def test_a_draft_can_be_thrown_away(draft, head):
    drafts.discard(draft, by=head, at=AT)
    assert (PlanDraft.objects.count(), DraftItem.objects.count()) == (0, 0)
