"""Rooms filled by rule, without a database."""

from dormitory.actions.filling import Space, fill


def rooms(*sizes: int) -> list[Space]:
    """Rooms of so many beds; bed 203 is the third one of the second room."""
    return [
        Space([100 * (at + 1) + bed for bed in range(1, size + 1)]) for at, size in enumerate(sizes)
    ]


def pupils(number: int, count: int) -> list[int]:
    return [number * 1000 + each for each in range(count)]


def classes_in(given: dict[int, int]) -> dict[int, set[int]]:
    """The classes that lie in each room."""
    found: dict[int, set[int]] = {}
    for pupil, bed in given.items():
        found.setdefault(bed // 100, set()).add(pupil // 1000)
    return found


def test_classes_lie_apart_while_there_are_rooms():
    given = fill({1: pupils(1, 6), 2: pupils(2, 5)}, rooms(4, 4, 4, 4))
    assert len(given) == 11
    assert classes_in(given) == {1: {1}, 2: {2}, 3: {1}, 4: {2}}


def test_rests_share_a_room_only_where_there_are_no_more():
    given = fill({1: pupils(1, 6), 2: pupils(2, 6), 3: pupils(3, 4)}, rooms(4, 4, 4, 4))
    assert len(given) == 16
    assert sorted(map(len, classes_in(given).values())) == [1, 1, 1, 2]


def test_whoever_finds_no_bed_is_left_out():
    given = fill({1: pupils(1, 5), 2: pupils(2, 2)}, rooms(4, 1))
    assert len(given) == 5
    assert len(set(given.values())) == 5


def test_a_class_first_fills_the_rooms_where_it_sleeps_already():
    spaces = rooms(4, 2)
    spaces[1].classes = {1}
    given = fill({1: pupils(1, 2)}, spaces)
    assert set(given.values()) == {201, 202}
    assert spaces[1].beds == [201, 202]
