"""A vehicle in the workshop is not sent out until it is back."""

from datetime import date, timedelta

import pytest

from campus.doors import Refused
from campus.models import Notice
from tests.vehicles.conftest import AT, HOUR, START, fresh
from vehicles.actions import service_requests, trips
from vehicles.dispatch.board import board
from vehicles.dispatch.offers import choices, shareable, wish_of
from vehicles.models import Trip


def test_what_is_in_the_workshop_is_grey_and_refused_until_the_day_it_is_back(
    brought, approved, van, driver, fleet
):
    stay = brought(van, back=START.date())
    request = approved()
    (offer,) = choices(wish_of(request), at=AT).vehicles
    why = f"苏D11111在维修厂（{stay.number}），预计11月4日(周二)取回。"
    assert (offer.of, offer.why_not) == (van, why)
    chosen = {"vehicle": van, "driver": driver, "by": fleet, "at": AT}
    with pytest.raises(Refused) as refused:
        trips.dispatch(request, **chosen)
    assert str(refused.value) == why
    later = approved(starts_at=START + timedelta(days=1))
    assert trips.dispatch(later, **chosen).vehicle == van
    service_requests.fetch(stay, words="好了", by=driver, at=AT + HOUR)
    assert trips.dispatch(fresh(request), **chosen).vehicle == van


def test_who_keeps_the_vehicles_is_told_of_trips_that_fall_into_a_stay(brought, sent, van, fleet):
    trip, later = sent(), sent(starts_at=START + timedelta(days=1))
    brought(van, back=START.date())
    notices = Notice.objects.filter(text=service_requests.STRANDED, entries__person=fleet)
    assert [notice.path for notice in notices] == [trip.get_absolute_url()]
    assert later.get_absolute_url() != trip.get_absolute_url()


def test_neither_a_change_nor_sharing_brings_a_trip_into_the_workshops_days(
    brought, sent, approved, van, car, other_driver, fleet
):
    trip = sent()
    by_car = sent(vehicle=car, by_driver=other_driver, starts_at=START + 6 * HOUR)
    near = approved(starts_at=START + HOUR / 2)
    assert shareable(near, choices(wish_of(near), at=AT).near) == [trip]
    stay = brought(van, back=START.date())
    assert shareable(near, choices(wish_of(near), at=AT).near) == []
    facts = {"driver": other_driver, "starts_at": by_car.starts_at, "ends_at": by_car.ends_at}
    with pytest.raises(Refused, match=stay.number):
        trips.share(near, trip, by=fleet, at=AT)
    with pytest.raises(Refused, match=stay.number):
        trips.change(by_car, vehicle=van, why="换车", by=fleet, at=AT, **facts)
    assert (fresh(trip).parties, fresh(by_car).vehicle) == (1, car)


def test_the_board_and_the_page_of_dispatch_show_the_workshop(
    brought, approved, van, car, driver, fleet, signed_in
):
    stay = brought(van, back=date(2025, 11, 4))
    days = [START.date() + timedelta(days=number) for number in range(2)]
    seen = [{row.of: row.stay for row in board(day, day, at=AT).vehicles} for day in days]
    assert seen == [{van: stay, car: None}, {van: None, car: None}]
    late = board(days[1], days[1], at=START + timedelta(days=1)).vehicles
    assert {row.of: row.stay for row in late} == {van: stay, car: None}  # not back yet
    desk = signed_in(fleet)
    for span in ("", "week"):
        page = desk.get("/vehicles/board/", {"day": "2025-11-04", "span": span})
        assert page.content.decode().count("在维修厂，至11月4日") == 2  # in the table, on the phone
    request = approved()
    path = f"/vehicles/dispatch/{request.pk}/"
    assert [offer.of for offer in desk.get(path).context["vehicles"] if offer.is_free] == [car]
    answer = desk.post(path, {"vehicle": van.pk, "driver": driver.pk})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["vehicle"])
    assert not Trip.objects.exists()
