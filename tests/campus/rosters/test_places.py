"""Places come in from a workbook: looked at first, all or nothing, taken back."""

from datetime import date

import pytest
from django.utils import translation

from campus.models import Duty, Place
from campus.places.lists import sheet_rows
from campus.sheets.writer import write_workbook
from tests.campus.rosters.school import DUTIES, applied, imported, read, roster, said, taken_back

HEAD = [
    "场所编码", "场所名称", "层级", "上级编码", "用途", "容纳人数", "负责人工号", "启用日期",
    "停用日期", "备注",
]  # fmt: skip
TREE = [
    HEAD,
    # A part may stand before its whole.
    ["JX-101", "101", "房间", "JX-1", "教室", 54, "T004", date(2025, 8, 1), None, "朝南"],
    ["A", "主校区", "campus"],
    ["JX", "致知楼", "building", "A"],
    ["JX-1", "1层", "floor", "JX"],
    ["ST", "食堂", "building", "A", "canteen", 600],
]  # fmt: skip


@pytest.fixture(autouse=True)
def words_of_both_languages(monkeypatch):
    """房间 and 教室 are read whatever the catalogue holds just now."""
    from campus.rosters import terms

    known = terms.choice_of
    more = {"房间": "room", "教室": "classroom"}
    monkeypatch.setattr(
        "campus.rosters.difference.places.choice_of",
        lambda text, choices: known(text, choices) or more.get(text, ""),
    )


def tree() -> dict[str, str]:
    return dict(Place.objects.values_list("code", "full_name"))


def test_a_tree_comes_in_whatever_the_order_of_its_rows(administrator):
    done = imported(roster(场所=TREE), administrator)
    assert (done.state, done.counts["rows"]) == ("applied", {"places": {"added": 5}})
    assert tree()["JX-101"] == "主校区 › 致知楼 › 1层 › 101"
    room = Place.objects.get(code="JX-101")
    assert (room.use, room.capacity, room.manager, room.starts_on, room.note) == (
        "classroom", 54, administrator, date(2025, 8, 1), "朝南",
    )  # fmt: skip


def test_the_same_file_again_changes_nothing(administrator):
    imported(roster(场所=TREE), administrator)
    again = read(roster(场所=TREE), administrator)
    assert (again.bad_rows, again.counts["rows"]) == ([], {"places": {"unchanged": 5}})


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_the_export_of_the_list_imports_back_without_a_change(administrator, tmp_path, language):
    imported(roster(场所=TREE), administrator)
    with translation.override(language):
        header, *rows = sheet_rows(Place.objects.select_related("parent", "manager"))
        write_workbook(tmp_path / "places.xlsx", title="x", header=header, rows=rows)
    again = read((tmp_path / "places.xlsx").read_bytes(), administrator)
    assert again.bad_rows == []
    assert (again.unread, again.counts["rows"]) == ([], {"places": {"unchanged": 5}})


def test_a_move_a_name_and_an_end_are_shown_and_done_and_taken_back(administrator):
    imported(roster(场所=TREE), administrator)
    before = list(Place.objects.order_by("code").values())
    ready = read(
        roster(场所=[
            [*HEAD[:4], "停用日期"],
            ["JX-1", "一层", "floor", "ST", None],
            ["JX", "致知楼", "building", "A", date(2025, 8, 31)],
            ["ST", "食堂", "building", "A", None],
        ]),
        administrator,
    )  # fmt: skip
    assert ready.bad_rows == []
    changed = {change.key: change.fields for change in ready.changes.filter(what="changed")}
    assert changed == {
        "JX-1": {"name": ["1层", "一层"], "parent": ["JX", "ST"]},
        "JX": {"ends_on": [None, "2025-08-31"]},
    }
    done = applied(ready, administrator)
    assert tree()["JX-101"] == "主校区 › 食堂 › 一层 › 101"
    assert Place.objects.get(code="JX").ends_on == date(2025, 8, 31)
    back = taken_back(done, administrator)
    assert (back.state, list(Place.objects.order_by("code").values())) == ("taken_back", before)


def test_new_places_go_again_unless_they_have_come_into_use(administrator):
    done = imported(roster(场所=TREE), administrator)
    duty = Duty.objects.create(
        person=administrator, role="driver", place=Place.objects.get(code="JX-101"),
        starts_on=date(2025, 1, 1),
    )  # fmt: skip
    kept = taken_back(done, administrator)
    assert kept.state == "applied"
    assert "101 (JX-101)" in said(kept)
    duty.delete()
    assert taken_back(kept, administrator).state == "taken_back"
    assert not Place.objects.exists()


def test_what_somebody_changed_since_stands_in_the_way(administrator):
    done = imported(roster(场所=TREE), administrator)
    Place.objects.filter(code="ST").update(capacity=700)
    assert "食堂 (ST)" in said(taken_back(done, administrator))


def test_a_duty_may_name_a_place_of_the_same_file(administrator):
    duty = ["T004", "温以宁", "driver", "", "", "", "JX-101", date(2025, 9, 1), None]
    imported(roster(场所=TREE, 职责=[DUTIES, duty]), administrator)
    assert Duty.objects.get(role="driver").place == Place.objects.get(code="JX-101")


@pytest.mark.parametrize(
    ("row", "heading", "beginning"),
    [
        (["", "无", "room"], "场所编码", "This cell must be filled in."),
        (["JX", "又一栋", "building", "A"], "场所编码", "This stands in row 3 already."),
        (["jx", "又一栋", "building", "A"], "场所编码", "This code is written JX"),
        (["R1", "1号", "chamber", "JX"], "层级", "“chamber” is not a level"),
        (["R1", "1号", "room", "NO"], "上级编码", "There is no place with the code “NO”"),
        (["R1", "1号", "campus", "JX"], "上级编码", "It does not lie deeper than “致知楼”"),
        (["R1", "1号", "room", "JX", "castle"], "用途", "“castle” is not a use"),
        (["R1", "1号", "room", "JX", "", "many"], "容纳人数", "“many” is not a whole number"),
        (["R1", "1号", "room", "JX", "", -2], "容纳人数", "-2 is not a number of people"),
        (["R1", "1号", "room", "JX", "", "", "T999"], "负责人工号", "Nobody of the staff has"),
        (
            ["R1", "1号", "room", "JX", "", "", "", date(2025, 9, 1), date(2025, 8, 1)],
            "停用日期",
            "The last day lies before the first.",
        ),
        (["R1", "食堂", "building", "A"], "场所名称", "Another part of the same place is called"),
        (["R1", "x" * 61, "room", "JX"], "场所名称", "This cell holds more than 60"),
    ],
)
def test_every_slip_is_told_where_it_stands(administrator, row, heading, beginning):
    table = [HEAD, ["A", "主校区", "campus"], ["JX", "致知楼", "building", "A"],
             ["ST", "食堂", "building", "A"], row]  # fmt: skip
    taken = read(roster(场所=table), administrator)
    told = {(fault.row, fault.heading) for fault in taken.bad_rows}
    assert (5, heading) in told
    assert [f.sentence[: len(beginning)] for f in taken.bad_rows if f.row == 5] == [beginning]
    assert not Place.objects.exists()


def test_a_whole_cannot_rise_above_parts_that_the_file_does_not_name(administrator):
    imported(roster(场所=TREE), administrator)
    taken = read(roster(场所=[HEAD[:4], ["JX", "致知楼", "room", "A"]]), administrator)
    assert [fault.sentence for fault in taken.bad_rows] == [
        "“1层” is a part of it and would not lie deeper than it."
    ]
