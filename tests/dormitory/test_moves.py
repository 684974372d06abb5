"""Moves and swaps: asked for by one, approved by another."""

from datetime import date
from threading import Thread

import pytest
from django.db import IntegrityError, connection

from campus.doors import Refused
from campus.models import Person
from dormitory.actions import moves as actions
from dormitory.models import BedMove, Occupancy
from tests.dormitory.conftest import AT, FIRST, LAST, bed_of, told

ON = date(2025, 11, 5)


def ask(stay: Occupancy, by: Person, *, bed=None, other=None, on=ON) -> BedMove:
    return actions.ask(stay, to_bed=bed, other=other, on=on, reason="", by=by, at=AT)


def beds_of(pupil: Person) -> list[tuple]:
    stays = Occupancy.objects.filter(pupil=pupil).order_by("starts_on")
    return list(stays.values_list("bed__room__place__name", "bed__label", "starts_on", "ends_on"))


def test_a_pupil_asks_and_the_warden_lets_them_move(house, sleeping, boarders, warden):
    anna = boarders(1)[0]
    stay = sleeping("101", [anna])[0]
    move = ask(stay, anna, bed=bed_of("103", "2", house))
    assert told(warden) == [actions.ASKED]
    for wrong in (
        lambda: ask(stay, anna, bed=bed_of("103", "3", house)),  # asked already
        lambda: actions.approve(move, by=anna, at=AT),
    ):  # one's own
        with pytest.raises(Refused):
            wrong()
    actions.approve(move, by=warden, at=AT)
    assert beds_of(anna) == [
        ("101", "1", FIRST, date(2025, 11, 4)), ("103", "2", ON, LAST)
    ]  # fmt: skip
    with pytest.raises(Refused):
        actions.decline(move, by=warden, at=AT)
    with pytest.raises(IntegrityError):
        BedMove.objects.update(answered_by=anna)


def test_what_cannot_be_asked_for(house, other_house, sleeping, boarders, warden):
    anna, berta = boarders(2)
    stay, other = sleeping("101", [anna, berta])
    for bed, on in (
        (other.bed, ON),  # somebody sleeps there
        (bed_of("201", "1", house), ON),  # the other side
        (bed_of("103", "1", house), date(2025, 11, 2)),  # past
        (bed_of("103", "1", house), date(2026, 3, 1)),  # no bed on that day
    ):
        with pytest.raises(Refused):
            ask(stay, warden, bed=bed, on=on)
    with pytest.raises(Refused):
        ask(stay, warden)


def test_two_swap_their_beds_for_as_long_as_they_had_them(
    house, sleeping, boarders, affairs, warden
):
    anna, berta = boarders(2)
    stay = sleeping("101", [anna])[0]
    sleeping("102", [berta])
    Occupancy.objects.filter(pupil=berta).update(ends_on=None)
    move = ask(stay, warden, other=berta)
    actions.approve(move, by=affairs, at=AT)
    assert beds_of(anna)[-1] == ("102", "1", ON, LAST)
    assert beds_of(berta)[-1] == ("101", "1", ON, None)
    assert (told(berta)[-1], told(warden)[-1]) == (actions.APPROVED, actions.ANSWERED)


@pytest.mark.django_db(transaction=True)
def test_two_who_press_at_once_do_it_once(house, sleeping, boarders, affairs, warden):
    """Two moves into one bed, and each of them approved by two people at the same moment."""
    anna, berta = boarders(2)
    stays = sleeping("101", [anna, berta])
    bed = bed_of("103", "1", house)
    moves = [ask(stay, stay.pupil, bed=bed) for stay in stays]
    answers = []

    def approve(move: BedMove, by: Person) -> None:
        try:
            actions.approve(move, by=by, at=AT)
            answers.append("moved")
        except Refused:
            answers.append("refused")
        finally:
            connection.close()

    threads = [
        Thread(target=approve, args=[move, by]) for move in moves for by in (affairs, warden)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(answers) == ["moved", "refused", "refused", "refused"]
    assert Occupancy.objects.on(ON).filter(bed=bed).count() == 1
    assert Occupancy.objects.on(ON).count() == 2


def test_pages_of_moves(house, other_house, sleeping, boarders, warden, affairs, signed_in):
    anna, berta = boarders(2)
    stay = sleeping("101", [anna, berta])[0]
    Occupancy.objects.update(ends_on=None)
    browser, path = signed_in(anna), f"/dormitory/stays/{stay.pk}/move/"
    free, strange = bed_of("103", "1", house), bed_of("101", "1", other_house)
    for typed in ({}, {"to_bed": strange.pk}, {"to_bed": free.pk, "other": berta.number}):
        assert browser.post(path, {"on": "2099-01-01", **typed}).status_code == 422
    sent = browser.post(path, {"on": "2099-01-01", "to_bed": free.pk})
    move = BedMove.objects.get()
    assert sent.headers["Location"] == move.get_absolute_url()
    for person, answers in ((anna, [200, 403]), (berta, [404, 404]), (warden, [200, 302])):
        page = signed_in(person).get(move.get_absolute_url()).status_code
        pressed = signed_in(person).post(f"{move.get_absolute_url()}approve/").status_code
        assert [page, pressed] == answers
    assert signed_in(affairs).get("/dormitory/moves/?state=approved").context["found"].count == 1
    assert signed_in(berta).get(path).status_code == 404


def test_sheets_for_doors_bear_names_and_no_number(
    house, sleeping, boarders, warden, teacher, signed_in
):
    anna = boarders(1)[0]
    Occupancy.objects.filter(pk=sleeping("101", [anna])[0].pk).update(ends_on=None)
    floor = bed_of("101", "1", house).room.place.parent_id
    page = signed_in(warden).get(f"/dormitory/floors/{floor}/doors/").content.decode()
    assert (anna.name in page, anna.number in page, page.count("<article")) == (True, False, 3)
    assert signed_in(teacher).get(f"/dormitory/floors/{floor}/doors/").status_code == 403
