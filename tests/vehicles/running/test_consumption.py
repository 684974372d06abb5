"""What vehicles use between full tanks, and what stands out."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from campus.doors import Refused
from tests.vehicles.running.conftest import AT, fresh, moment
from vehicles.actions import consumption, refuels
from vehicles.models import TankInterval


def measured(vehicle) -> list[tuple[int, Decimal, Decimal]]:
    rows = TankInterval.objects.filter(vehicle=vehicle).order_by("at")
    return list(rows.values_list("km", "quantity", "per_100"))


def test_what_is_filled_in_between_was_used_too(car, card, filled):
    filled(at=moment(11, 3), km=10_000, quantity=Decimal(20))
    filled(at=moment(11, 4), km=10_100, quantity=Decimal(10), is_full=False)
    filled(at=moment(11, 5), km=10_400, quantity=Decimal(30))
    assert measured(car) == [(400, Decimal(40), Decimal(10))]


def test_before_the_first_full_tank_nothing_is_known(car, card, filled):
    filled(at=moment(11, 3), km=10_000, quantity=Decimal(20), is_full=False)
    filled(at=moment(11, 4), km=10_300, quantity=Decimal(30))
    assert measured(car) == []


def test_what_is_entered_late_or_cancelled_is_reckoned_anew(car, card, filled, fleet_manager):
    filled(at=moment(11, 3), km=10_000)
    filled(at=moment(11, 9), km=10_800)
    assert measured(car) == [(800, Decimal(40), Decimal(5))]
    late = filled(at=moment(11, 6), km=10_400, entered=moment(11, 10))
    assert measured(car) == [(400, Decimal(40), Decimal(10))] * 2
    refuels.cancel(late, why="重复", by=fleet_manager, at=AT)
    assert measured(car) == [(800, Decimal(40), Decimal(5))]


def test_more_than_a_quarter_off_the_own_median_stands_out(car, card, course, fleet_manager):
    made = course([400, 400, 400, 400, 320, 300])
    tanks = [fresh(each).interval for each in made[1:]]
    assert [each.usual for each in tanks] == [None] * 3 + [Decimal(10)] * 3
    assert [each.is_outlier for each in tanks] == [False] * 5 + [True]
    assert (tanks[4].off, tanks[5].off) == (25, 33)
    assert list(TankInterval.objects.unexplained()) == [tanks[5]]
    consumption.explain(tanks[5], words="拥堵，空调全程", by=fleet_manager, at=AT)
    assert not TankInterval.objects.unexplained().exists()
    with pytest.raises(Refused, match=fleet_manager.name):
        consumption.explain(tanks[5], words="x", by=fleet_manager, at=AT)
    with pytest.raises(Refused):
        consumption.explain(tanks[0], words="x", by=fleet_manager, at=AT)


def test_an_explanation_has_words_and_outlives_a_reckoning(card, course, filled, fleet_manager):
    made = course([400, 400, 400, 200])
    tank = fresh(made[4]).interval
    with pytest.raises(ValidationError):
        consumption.explain(tank, words="", by=fleet_manager, at=AT)
    consumption.explain(tank, words="山路", by=fleet_manager, at=AT)
    filled(at=AT + timedelta(days=1), km=10_100, quantity=Decimal(5), is_full=False)
    assert fresh(tank).explanation == "山路"
