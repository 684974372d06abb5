"""Model dorms: applied for, recommended, approved by another, awarded after public notice."""

from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from campus.models import Person, Place, Role
from campus.rows import read
from dormitory import agenda, marks, rights
from dormitory.actions import awards as actions
from dormitory.models import AwardCycle, DormRoom, Nomination, Occupancy
from inspections.actions import corrections, marking, walking
from inspections.actions.marking import Seen
from inspections.models import Checklist, Finding
from tests.conftest import make_person
from tests.dormitory.conftest import AT, put_on_duty, queries, room_of, told

TODAY = AT.date()
Status = Nomination.Status


def lay(**fields) -> AwardCycle:
    facts = {"month": date(2025, 11, 1), "apply_until": date(2025, 11, 25), **fields}
    cycle = AwardCycle(**facts)
    cycle.save()
    return cycle


@pytest.fixture
def cycle(db) -> AwardCycle:
    """November's: until the 25th, any deduction vetoes, three days of notice, one point."""
    return lay()


@pytest.fixture
def leader(house, sleeping, boarders) -> Person:
    """Leads room 101, where two of class 1 sleep."""
    anna, leader = boarders(2)
    sleeping("101", [anna, leader])
    return put_on_duty(leader, Role.DORM_LEADER, room_of("101", house).place)


@pytest.fixture
def room(house, leader) -> DormRoom:
    return room_of("101", house)


def check(warden: Person, *, lost: bool, at=AT) -> None:
    """The ground floor is checked; room 101 has a fault, or none."""
    tidy = Checklist.objects.get(code="dorm-tidiness")
    walk = walking.start_at(tidy, Place.objects.get(code="S1-1"), by=warden, at=at)
    if lost:
        line = walk.version.items.get(title="鞋子没有摆齐")
        marking.mark(walk, Place.objects.get(code="S1-101"), line, Seen(), by=warden, at=at)
    walking.finish(walk, by=warden, at=at)


def put_forward(cycle: AwardCycle, room: DormRoom, by: Person, pupil=None, at=AT) -> Nomination:
    return actions.nominate(cycle, room, pupil=pupil, words="窗明几净", by=by, at=at)


def test_a_room_goes_all_the_way_and_its_classes_win_points(
    cycle, room, leader, warden, affairs, head
):
    check(warden, lost=False)
    made = put_forward(cycle, room, leader)
    assert told(warden) == [actions.APPLIED]
    path = made.get_absolute_url()
    assert [each.path for each in read(agenda.waiting(warden, AT))] == [path]
    actions.recommend(made, by=warden, at=AT)
    assert len(told(affairs)) == 1
    assert [each.path for each in read(agenda.waiting(affairs, AT))] == [path]
    stood = actions.approve(made, by=affairs, at=AT)
    assert stood.notice_until == TODAY + timedelta(days=3)
    with pytest.raises(Refused):
        actions.award(made, by=affairs, at=AT + timedelta(days=3))
    later = AT + timedelta(days=4)
    done = actions.award(made, by=affairs, at=later)
    assert (done.status, done.awarded_on) == (Status.AWARDED, later.date())
    for verb in (actions.recommend, actions.approve, actions.award, actions.withdraw):
        with pytest.raises(Refused):
            verb(made, by=affairs, at=later)
    found = list(marks.bonuses(TODAY, TODAY + timedelta(days=6)))
    assert [(mark.school_class, mark.given) for mark in found] == [
        (leader.school_class_id, Decimal(1))
    ]
    assert list(marks.bonuses(TODAY, TODAY)) == []


def test_any_deduction_vetoes_until_it_is_taken_back(cycle, room, leader, warden, affairs):
    made = put_forward(cycle, room, leader)
    with pytest.raises(Refused, match="没有检查过"):
        actions.recommend(made, by=warden, at=AT)
    check(warden, lost=True)
    with pytest.raises(Refused, match="扣了 1 分"):
        actions.recommend(made, by=warden, at=AT)
    mark = Finding.objects.get()
    corrections.correct(mark, points=None, reason="看错了", by=affairs, at=AT)
    actions.recommend(made, by=warden, at=AT)
    actions.approve(made, by=affairs, at=AT)
    # What is lost under public notice vetoes as well.
    check(warden, lost=True, at=AT + timedelta(days=1))
    with pytest.raises(Refused, match="扣了 1 分"):
        actions.award(made, by=affairs, at=AT + timedelta(days=5))
    actions.write_cycle(cycle, by=affairs, at=AT, most_taken=Decimal(1))
    actions.award(made, by=affairs, at=AT + timedelta(days=5))


def test_applications_end_and_name_only_who_sleeps_there_once(
    cycle, house, room, leader, warden, affairs, boarders
):
    stranger = boarders(1, number=5)[0]
    for at in (AT - timedelta(days=3), AT + timedelta(days=23)):
        with pytest.raises(Refused, match="申报时间"):
            put_forward(cycle, room, leader, at=at)
    with pytest.raises(Refused, match="不住在这间寝室"):
        put_forward(cycle, room, leader, pupil=stranger)
    first = put_forward(cycle, room, leader)
    with pytest.raises(ValidationError, match="已申报"):
        put_forward(cycle, room, warden)
    actions.refuse(first, reason="下次再来", by=warden, at=AT)
    with pytest.raises(ValidationError):
        actions.refuse(put_forward(cycle, room, leader), reason="", by=warden, at=AT)
    asked = (leader, warden, affairs, stranger)
    assert [bool(rights.can_nominate(who, room)) for who in asked] == [True, True, True, False]
    for wrong in ({"month": date(2025, 12, 2)}, {"apply_until": date(2025, 10, 1)}, {"bonus": -1}):
        with pytest.raises(ValidationError):
            actions.write_cycle(
                AwardCycle(month=date(2025, 12, 1), apply_until=date(2025, 12, 25)),
                by=affairs, at=AT, **wrong,
            )  # fmt: skip


def test_whoever_recommends_does_not_approve(cycle, room, leader, warden, affairs, head):
    check(warden, lost=False)
    made = put_forward(cycle, room, leader)
    actions.recommend(made, by=affairs, at=AT)
    made.refresh_from_db()
    answers = [bool(rights.can_approve_nomination(who, made)) for who in (affairs, head, warden)]
    assert answers == [False, True, False]
    with pytest.raises(Refused):
        actions.approve(made, by=affairs, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Nomination.objects.update(status="notice", approved_by=affairs, notice_until=TODAY)
    actions.approve(made, by=head, at=AT)


def test_an_exemplar_is_named_while_the_pupil_consents(
    cycle, room, leader, warden, affairs, signed_in, boarders
):
    Occupancy.objects.update(starts_on=date(2020, 1, 1), ends_on=None)
    check(warden, lost=True)  # the room's fault is not about the pupil
    exemplar = Person.objects.get(number="100101")
    made = put_forward(cycle, room, leader, pupil=exemplar)
    for verb, by, at in (
        (actions.recommend, warden, AT), (actions.approve, affairs, AT),
        (actions.award, affairs, AT + timedelta(days=4)),
    ):  # fmt: skip
        verb(made, by=by, at=at)
    paths = [f"/dormitory/awards/{cycle.pk}/", made.get_absolute_url()]
    outsider = make_person("T050", "看客")
    sheet = f"{made.get_absolute_url()}certificate/"

    def named() -> list[bool]:
        browser = signed_in(outsider)
        return [exemplar.name in browser.get(path).content.decode() for path in paths]

    assert (named(), signed_in(outsider).get(sheet).status_code) == ([False, False], 403)
    assert signed_in(leader).post(f"{made.get_absolute_url()}consent/").status_code == 403
    signed_in(exemplar).post(f"{made.get_absolute_url()}consent/")
    assert (named(), signed_in(outsider).get(sheet).status_code) == ([True, True], 200)
    signed_in(exemplar).post(f"{made.get_absolute_url()}unname/")
    assert named() == [False, False]
    with pytest.raises(Refused):
        actions.consent(made, named=True, by=warden, at=AT)


def test_pages_of_awards_ask_the_same_with_one_and_with_three(
    cycle, house, leader, warden, affairs, signed_in, request
):
    sleeping, boarders = (request.getfixturevalue(name) for name in ("sleeping", "boarders"))
    for number, name in ((2, "102"), (3, "103")):
        sleeping(name, boarders(1, number=number))
    check(warden, lost=False)
    browser = signed_in(affairs)
    paths = [f"/dormitory/awards/{cycle.pk}/", "/dormitory/awards/", "/dormitory/nominations/"]

    def go(name: str) -> None:
        made = put_forward(cycle, room_of(name, house), warden)
        actions.recommend(made, by=warden, at=AT)
        actions.approve(made, by=affairs, at=AT)

    go("101")
    asked = [queries(browser, path) for path in paths]
    go("102")
    go("103")
    assert [queries(browser, path) for path in paths] == asked
    assert max(asked) <= 12
    assert browser.post("/dormitory/awards/new/", {"month": "x"}).status_code == 422
    fields = {
        "month": "2025-12-09", "apply_until": "2025-12-25", "most_taken": "2", "least_given": "0",
        "notice_days": "3", "bonus": "1.5",
    }  # fmt: skip
    assert browser.post("/dormitory/awards/new/", fields).status_code == 302
    assert AwardCycle.objects.get(month=date(2025, 12, 1)).bonus == Decimal("1.5")
    assert browser.post("/dormitory/awards/new/", fields).status_code == 422


@pytest.mark.django_db(transaction=True)
def test_two_who_put_a_room_forward_at_once_make_one_nomination(cycle, room, leader, warden):
    barrier, answers = Barrier(2), []

    def press(by: Person) -> None:
        try:
            barrier.wait()
            put_forward(cycle, room, by)
            answers.append("made")
        except ValidationError:
            answers.append("already")
        finally:
            connection.close()

    pressing = [Thread(target=press, args=(by,)) for by in (leader, warden)]
    for each in pressing:
        each.start()
    for each in pressing:
        each.join()
    assert (sorted(answers), Nomination.objects.count()) == (["already", "made"], 1)
