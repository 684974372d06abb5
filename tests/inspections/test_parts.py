"""A walk over many parts of a place: what is marked, scored, looked at again, compared."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from campus.doors import YES, Refused, no
from campus.models import Place
from inspections import rights
from inspections.actions import checklists, marking, walking
from inspections.actions.marking import Seen
from inspections.models import (
    PARTS_BY_DAY,
    SCORES_BY_DAY,
    Answer,
    ChecklistItem,
    Finding,
    Inspection,
    PartScore,
    PartTally,
    heat_map,
    ranked,
    ranking,
    scores_of,
)
from inspections.models.circles import WALKERS, Walkers
from inspections.registry import PARTS, Parts, rooms_below
from tests.campus.tallied import counted, kept
from tests.inspections.conftest import AT, lay, line

pytestmark = pytest.mark.django_db
DAY = AT.date()
ONCE = Seen()


def item(walk: Inspection, title: str) -> ChecklistItem:
    return walk.version.items.get(title=title)


def scored(walk: Inspection) -> dict[str, tuple[Decimal | None, int]]:
    """What each part scored, and its faults, by its code."""
    rows = walk.part_scores.order_by("place__code")
    return {row[0][-3:]: row[1:] for row in rows.values_list("place__code", "score", "faults")}


def test_what_passes_leaves_one_lean_row_and_what_fails_is_a_mark_at_its_part(
    floor_walk, rooms, warden
):
    walk = floor_walk()
    marking.mark(walk, rooms[0], item(walk, "地面"), Seen(times=2, words="纸屑"), by=warden, at=AT)
    done = walking.finish(walk, by=warden, at=AT)
    assert scored(done) == {
        "101": (Decimal(9), 1), "102": (Decimal(10), 0), "103": (Decimal(10), 0)
    }  # fmt: skip
    assert (done.faults, done.score, Answer.objects.count()) == (1, Decimal("9.67"), 0)
    mark = Finding.objects.get()
    assert (mark.place, mark.times, mark.points, mark.day, mark.reported_at) == (
        rooms[0], 2, Decimal(1), DAY, AT
    )  # fmt: skip
    # Points of a part wait for nobody.
    assert not Finding.objects.open().exists()


def test_points_end_at_the_caps_of_lines_and_groups_and_praise_gives_some(
    floor_walk, rooms, warden
):
    walk = floor_walk()
    for title, seen in {
        "地面": Seen(times=9),
        "床铺": Seen(times=3),
        "加分": Seen(times=1),
        "纪律": Seen(points=Decimal("1.5")),
    }.items():
        marking.mark(walk, rooms[0], item(walk, title), seen, by=warden, at=AT)
    walking.finish(walk, by=warden, at=AT)
    # 地面 2 (cap) and 床铺 3 end at 4 of their group; 纪律 1.5; 加分 1.
    row = PartScore.objects.get(place=rooms[0])
    assert (row.taken, row.given, row.score, row.faults) == (
        Decimal("5.5"), Decimal(1), Decimal("5.5"), 3
    )  # fmt: skip


def test_more_points_than_a_line_allows_are_refused_by_action_and_database(
    floor_walk, rooms, warden
):
    walk = floor_walk()
    with pytest.raises(ValidationError):
        marking.mark(
            walk, rooms[0], item(walk, "纪律"), Seen(points=Decimal("2.5")), by=warden, at=AT
        )
    marking.mark(walk, rooms[0], item(walk, "地面"), ONCE, by=warden, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Finding.objects.update(points=Decimal("2.01"))
    walking.finish(walk, by=warden, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        PartScore.objects.update(score=Decimal(11))


def test_a_mark_sent_again_holds_anew_and_nothing_takes_it_off(floor_walk, rooms, warden):
    walk = floor_walk()
    asked = item(walk, "地面")
    for times in (1, 3):
        marking.mark(walk, rooms[0], asked, Seen(times=times), by=warden, at=AT)
    marking.mark(walk, rooms[1], asked, ONCE, by=warden, at=AT)
    assert list(Finding.objects.order_by("pk").values_list("place", "times")) == [
        (rooms[0].pk, 3), (rooms[1].pk, 1)
    ]  # fmt: skip
    marking.mark(walk, rooms[0], asked, Seen(times=0), by=warden, at=AT)
    assert [each.place for each in Finding.objects.all()] == [rooms[1]]


def test_only_the_walk_s_own_lines_and_parts_are_marked_and_by_its_walker(
    floor_walk, rooms, warden, head, patrol
):
    walk = floor_walk()
    asked = item(walk, "地面")
    upstairs = Place.objects.get(code="A-JX1-201")
    for place, line_asked, by in (
        (upstairs, asked, warden), (rooms[0], patrol.current.items.first(), warden),
        (rooms[0], asked, head),
    ):  # fmt: skip
        with pytest.raises(Refused):
            marking.mark(walk, place, line_asked, ONCE, by=by, at=AT)
    with pytest.raises(Refused):
        walking.answer(walk, asked, walking.Seen(result="failed"), by=warden, at=AT)
    with pytest.raises(ValidationError):
        marking.mark(walk, rooms[0], asked, Seen(pupil=head), by=warden, at=AT)
    assert not Finding.objects.exists()


def test_nobody_marks_their_own_and_their_part_is_left_to_another(
    floor_walk, rooms, warden, monkeypatch
):
    own = Parts(
        name="rooms", label="", of=rooms_below, pupils=lambda place, day: (),
        barred=lambda person, places, day: {rooms[1].pk: "Your own room."},
    )  # fmt: skip
    monkeypatch.setitem(PARTS, "rooms", own)
    walk = floor_walk()
    with pytest.raises(Refused, match="Your own room"):
        marking.mark(walk, rooms[1], item(walk, "地面"), ONCE, by=warden, at=AT)
    walking.finish(walk, by=warden, at=AT)
    assert list(scored(walk)) == ["101", "103"]


def test_a_second_look_goes_to_what_failed_and_takes_no_points_again(floor_walk, rooms, warden):
    walk = floor_walk()
    marking.mark(walk, rooms[2], item(walk, "地面"), ONCE, by=warden, at=AT)
    done = walking.finish(walk, by=warden, at=AT)
    later = AT + timedelta(hours=2)
    again = marking.look_again(done, by=warden, at=later)
    assert marking.look_again(done, by=warden, at=later) == again
    with pytest.raises(Refused):
        marking.mark(again, rooms[0], item(again, "地面"), ONCE, by=warden, at=later)
    marking.mark(again, rooms[2], item(again, "地面"), ONCE, by=warden, at=later)
    walking.finish(again, by=warden, at=later)
    assert scored(again) == {"103": (Decimal("9.50"), 1)}
    sums = PartTally.objects.filter(place=rooms[2], checks__gt=0)
    assert list(sums.values_list("checks", "taken", "faults")) == [(1, Decimal("0.50"), 1)]
    for tally in (PARTS_BY_DAY, SCORES_BY_DAY):
        assert kept(tally) == counted(tally) != set()
    flawless = floor_walk(at=later + timedelta(hours=1))
    walking.finish(flawless, by=warden, at=later + timedelta(hours=1))
    with pytest.raises(Refused):
        marking.look_again(flawless, by=warden, at=later + timedelta(hours=2))


def test_an_area_lets_others_walk_and_keeps_some_from_it(
    rooms_checked, rooms, pupil, warden, monkeypatch
):
    floor = rooms[0].parent
    assert not rights.can_start_of(pupil, rooms_checked, floor)
    said = {pupil.pk: YES, warden.pk: no("Another floor.")}
    monkeypatch.setitem(
        WALKERS, "safety", Walkers(may=lambda person, checklist, place: said.get(person.pk))
    )
    assert rights.can_start_of(pupil, rooms_checked, floor)
    assert not rights.can_start_of(warden, rooms_checked, floor)


def test_lists_over_parts_ask_for_points_alone(head, rooms_checked):
    draft = checklists.begin_draft(rooms_checked, by=head, at=AT)
    draft.items.create(position=9, title="温度", kind="number")
    with pytest.raises(Refused, match="温度"):
        checklists.put_into_use(rooms_checked, by=head, at=AT)
    whole = lay("整体", line("出口畅通"))
    praise = checklists.begin_draft(whole, by=head, at=AT)
    praise.items.create(position=2, title="加分", kind="praise", points=1)
    with pytest.raises(Refused, match="加分"):
        checklists.put_into_use(whole, by=head, at=AT)


def test_days_and_places_are_compared_from_sums_alone(floor_walk, rooms, warden, rooms_checked):
    for day in range(3):
        at = AT + timedelta(days=day)
        walk = floor_walk(at=at)
        marking.mark(walk, rooms[0], item(walk, "地面"), Seen(times=day + 1), by=warden, at=at)
        walking.finish(walk, by=warden, at=at)
    first, last = DAY, DAY + timedelta(days=1)
    lists = [rooms_checked]
    with CaptureQueriesContext(connection) as asked:
        map_ = heat_map(lists, rooms, first, last)
    assert len(asked) == 1
    assert {day: cell.taken for day, cell in map_[rooms[0].pk].items()} == {
        first: Decimal("0.50"), last: Decimal(1)
    }  # fmt: skip
    told = [(each.rank, each.cell.place, each.cell.lost) for each in ranking(
        lists, None, first, last
    )]  # fmt: skip
    assert sorted(told) == sorted(
        [(1, rooms[1].pk, 0), (1, rooms[2].pk, 0), (3, rooms[0].pk, Decimal("1.50"))]
    )
    assert scores_of(lists, rooms, first, last).count() == 6


def test_equals_share_a_rank_and_the_next_counts_all_before_it():
    assert ranked([3, 1, 1, 1], key=lambda each: each) == [(1, 1), (1, 1), (1, 1), (4, 3)]


def test_finishing_asks_the_same_of_three_rooms_and_of_thirty(floor_walk, rooms, warden):
    def asked() -> int:
        walk = floor_walk()
        marking.mark(walk, rooms[0], item(walk, "地面"), ONCE, by=warden, at=AT)
        with CaptureQueriesContext(connection) as queries:
            walking.finish(walk, by=warden, at=AT)
        return len(queries)

    asked()
    few = asked()
    for number in range(27):
        Place.objects.create(
            kind="room", code=f"X-{number}", name=f"X{number}", parent=rooms[0].parent
        )
    assert asked() == few


def test_pages_of_a_walk_over_parts(floor_walk, rooms, warden, signed_in):
    walk = floor_walk()
    asked = item(walk, "地面")
    browser = signed_in(warden)
    path = f"/inspections/{walk.pk}/parts/{rooms[0].pk}/"
    prefix = f"line-{asked.pk}"
    # With script each line travels alone.
    tapped = browser.post(f"{path}lines/{asked.pk}/", {f"{prefix}-times": "2"})
    assert tapped.json() == {"saved": asked.pk, "points": "1.00"}
    score = item(walk, "纪律")
    too_much = browser.post(f"{path}lines/{score.pk}/", {f"line-{score.pk}-points": "9"})
    assert too_much.status_code == 422
    # Without script the part is one form; what is wrong keeps what was typed.
    wrong = browser.post(path, {f"{prefix}-times": "3", f"line-{score.pk}-points": "9"})
    assert wrong.status_code == 422
    assert 'value="3"' in wrong.content.decode()
    on = browser.post(path, {f"{prefix}-times": "3", "next": "1"})
    assert on.headers["Location"] == f"/inspections/{walk.pk}/parts/{rooms[1].pk}/"
    assert [each.times for each in Finding.objects.all()] == [3]
    with CaptureQueriesContext(connection) as few:
        browser.get(f"/inspections/{walk.pk}/walk/")
    for room in rooms:
        marking.mark(walk, room, score, Seen(points=Decimal(1)), by=warden, at=AT)
    with CaptureQueriesContext(connection) as many:
        browser.get(f"/inspections/{walk.pk}/walk/")
    assert len(few) == len(many)
    browser.post(f"/inspections/{walk.pk}/finish/", {})
    assert browser.get(f"/inspections/{walk.pk}/").status_code == 200
    assert browser.get(f"/inspections/{walk.pk}/sheet/").status_code == 200
    assert browser.get(path).status_code == 302


def test_another_s_scores_are_not_seen(floor_walk, warden, pupil, teacher):
    walking.finish(floor_walk(), by=warden, at=AT)
    seen = {each: PartScore.objects.visible_to(each).count() for each in (warden, pupil, teacher)}
    assert seen == {warden: 3, pupil: 0, teacher: 0}
