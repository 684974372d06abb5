"""Checklists: drafts, versions, lines, scores, and the usual ones."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.doors import Refused
from inspections.actions import checklists, lines, usual
from inspections.actions.walking import Seen
from inspections.models import MOST_LINES, Checklist, ChecklistItem, ChecklistVersion
from tests.inspections.conftest import AT, lay, line, said

pytestmark = pytest.mark.django_db


def titles(version: ChecklistVersion) -> list[str]:
    return list(version.items.order_by("position").values_list("title", flat=True))


@pytest.fixture
def draft(patrol, head) -> ChecklistVersion:
    return checklists.begin_draft(patrol, by=head, at=AT)


def key_of(draft: ChecklistVersion, title: str) -> str:
    return str(draft.items.get(title=title).key)


def test_lines_in_use_are_frozen_by_the_database(patrol):
    for change in (
        lambda: patrol.current.items.update(title="x"),
        lambda: patrol.current.items.all().delete(),
        lambda: ChecklistItem.objects.create(
            version=patrol.current, position=9, title="x", kind="text"
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_a_draft_copies_the_lines_with_their_keys_and_is_there_once(patrol, draft, head):
    assert checklists.begin_draft(patrol, by=head, at=AT) == draft
    assert titles(draft) == titles(patrol.current)
    keys = [set(version.items.values_list("key", flat=True)) for version in (draft, patrol.current)]
    assert (keys[0] == keys[1], draft.number, draft.is_draft) == (True, 2, True)


def test_lines_are_written_moved_copied_and_taken_out(patrol, draft, head):
    lines.write_line(patrol, line("门锁好"), by=head, at=AT)
    lines.move_line(patrol, key=key_of(draft, "门锁好"), up=True, by=head, at=AT)
    lines.move_line(patrol, key=key_of(draft, "出口畅通"), up=True, by=head, at=AT)
    lines.copy_line(patrol, key=key_of(draft, "出口畅通"), by=head, at=AT)
    lines.take_line_out(patrol, key=key_of(draft, "指示灯亮"), by=head, at=AT)
    assert titles(draft) == ["出口畅通", "出口畅通", "门锁好", "器材在位"]
    assert len(set(draft.items.values_list("key", flat=True))) == 4
    with pytest.raises(Refused):
        lines.take_line_out(patrol, key="00000000-0000-0000-0000-000000000000", by=head, at=AT)


def test_a_new_line_stands_with_its_group(patrol, draft, head):
    for title, group in (("甲", "一"), ("乙", "二"), ("丙", "一")):
        lines.write_line(patrol, line(title, group=group), by=head, at=AT)
    assert titles(draft)[3:] == ["甲", "丙", "乙"]


def test_put_into_use_it_is_walked_from_then_on(patrol, draft, head):
    lines.write_line(patrol, line("门锁好"), by=head, at=AT)
    checklists.put_into_use(patrol, by=head, at=AT)
    patrol.refresh_from_db()
    assert (patrol.current, patrol.current.number) == (draft, 2)
    with pytest.raises(Refused):
        lines.write_line(patrol, line("x"), by=head, at=AT)
    with pytest.raises(Refused):
        checklists.put_into_use(patrol, by=head, at=AT)


def test_a_draft_is_thrown_away_unless_it_is_all_there_is(patrol, draft, head):
    checklists.discard_draft(patrol, by=head, at=AT)
    assert patrol.versions.count() == 1
    fresh = checklists.write_checklist(
        Checklist(), name="新", topic="safety", roles=["head"], by=head, at=AT
    )
    with pytest.raises(Refused):
        checklists.discard_draft(fresh, by=head, at=AT)
    with pytest.raises(Refused):
        checklists.put_into_use(fresh, by=head, at=AT)


@pytest.mark.parametrize(
    "slip",
    [
        {"title": ""}, {"title": "长" * 201}, {"kind": "smell"}, {"points": -1},
        {"kind": "score"}, {"kind": "number", "low": 3, "high": 2},
        {"kind": "choice", "choices": ["一"]}, {"kind": "choice", "choices": ["一", "一"]},
        {"cap": 0},
    ],
)  # fmt: skip
def test_slips_in_a_line_are_told(patrol, draft, head, slip):
    with pytest.raises(ValidationError):
        lines.write_line(patrol, line(**{"title": "x", **slip}), by=head, at=AT)


def test_there_is_an_end_of_lines(patrol, draft, head):
    many = [line(f"{number}") for number in range(MOST_LINES)]
    with pytest.raises(Refused):
        lines.bring_in_lines(patrol, many, replace=False, by=head, at=AT)
    assert lines.bring_in_lines(patrol, many, replace=True, by=head, at=AT) == MOST_LINES


def test_lines_brought_in_keep_the_keys_of_those_they_replace(patrol, draft, head):
    before = key_of(draft, "出口畅通")
    lines.bring_in_lines(patrol, [line("新"), line("出口畅通")], replace=True, by=head, at=AT)
    assert (titles(draft), key_of(draft, "出口畅通")) == (["新", "出口畅通"], before)


def score(walked, answers, *items, **facts):
    walk = walked(lay("评分", *items, **facts), answers)
    return walk.score, walk.full_marks


FAILED = Seen(result="failed")


def many(number: str) -> Seen:
    return Seen(result="failed", number=Decimal(number))


def test_points_are_taken_from_full_marks_within_their_caps(walked, head):
    """Hygiene of a class: half a point each, a cleaning of three points at the most."""
    items = [
        line("地面", points="0.5"), line("窗未关", points="0.5", unit="扇", cap=2),
        line("大扫除甲", points=1, group="大扫除", group_cap=3),
        line("大扫除乙", points=1, group="大扫除"), line("大扫除丙", points=2, group="大扫除"),
        line("就寝", "score", cap=5),
    ]  # fmt: skip
    checklist = checklists.write_checklist(
        Checklist(), name="卫生", topic="safety", roles=["safety_officer"], by=head, at=AT
    )
    lines.bring_in_lines(checklist, items, replace=True, by=head, at=AT)
    checklists.set_scoring(checklist, scoring="deduct", full_marks=Decimal(15), by=head, at=AT)
    checklists.put_into_use(checklist, by=head, at=AT)
    checklist.refresh_from_db()
    answers = {
        "地面": FAILED, "窗未关": many("7"), "大扫除甲": FAILED, "大扫除乙": FAILED,
        "大扫除丙": FAILED, "就寝": said("1.5"),
    }  # fmt: skip
    walk = walked(checklist, answers)
    assert (walk.score, walk.full_marks, walk.faults) == (Decimal("8"), Decimal(15), 5)


def test_points_add_up_to_the_caps_of_the_lines(walked):
    items = [line("整洁", "score", cap=20), line("标签", points=10), line("登记", points=10)]
    answers = {"整洁": said("17.5"), "登记": FAILED}
    assert score(walked, answers, *items, scoring="add") == (Decimal("27.5"), Decimal(40))


def test_without_scoring_there_is_no_score(walked):
    assert score(walked, {}, line("一")) == (None, None)


def test_deducting_wants_something_to_begin_from(patrol, draft, head):
    with pytest.raises(ValidationError):
        checklists.set_scoring(patrol, scoring="deduct", full_marks=None, by=head, at=AT)


def test_the_usual_checklists_are_laid_once_and_stay_as_the_school_has_them(head):
    laid = Checklist.objects.filter(topic="safety").exclude(code="")
    assert set(laid.values_list("code", flat=True)) == set(usual.USUAL)
    night = Checklist.objects.get(code="night-patrol")
    checklists.write_checklist(night, name="夜巡", by=head, at=AT)
    usual.lay_usual_checklists(at=AT)
    assert Checklist.objects.get(code="night-patrol").name == "夜巡"
    building = Checklist.objects.get(code="building").current
    assert building
    assert (building.items.count(), building.items.filter(source_is_verified=True).count()) == (
        12, 0
    )  # fmt: skip
