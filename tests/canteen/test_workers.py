"""Those who cook: nobody is rostered without a certificate, the unfit are off the line."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from canteen.actions import workers as actions
from canteen.models import CanteenWorker, MorningCheck, Post, RosterLine
from planning.actions import papers
from planning.models import Paper, Reminder
from tests.canteen.conftest import AT, MONDAY, refused

TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture
def cook(canteen, manager) -> CanteenWorker:
    """Hired in September, without a certificate."""
    facts = {"name": "骆修", "canteen": canteen, "job": "厨师", "hired_on": date(2025, 9, 1)}
    return actions.write_worker(CanteenWorker(), by=manager, at=AT, **facts)


@pytest.fixture
def certificate(cook, manager) -> Paper:
    """Holds until Monday."""
    return actions.certify(
        cook, issued_on=date(2024, 11, 4), ends_on=MONDAY, by=manager, at=AT
    )  # fmt: skip


@pytest.fixture
def post(canteen, manager) -> Post:
    return actions.write_post(Post(), canteen=canteen, name="烹饪", by=manager, at=AT)


def test_a_certificate_covers_the_days_on_which_somebody_works(cook, post, manager, certificate):
    put: dict[str, Any] = {"post": post, "by": manager, "at": AT}
    line = actions.roster(cook, day=MONDAY, **put)
    with refused("health certificate"):
        actions.roster(cook, day=TUESDAY, **put)
    with refused("already"):
        actions.roster(cook, day=MONDAY, **put)
    with refused("does not work"):
        actions.roster(cook, day=date(2025, 8, 1), **put)
    # Nor by a way around the actions.
    for facts in ({"day": TUESDAY}, {"worker": CanteenWorker.objects.create(
            name="x", canteen=cook.canteen, job="y", hired_on=MONDAY)}):  # fmt: skip
        with pytest.raises(IntegrityError, match="certificate"), transaction.atomic():
            RosterLine.objects.filter(pk=line.pk).update(**facts)
    actions.certify(cook, issued_on=MONDAY, ends_on=date(2026, 11, 2), by=manager, at=AT)
    actions.roster(cook, day=TUESDAY, **put)
    assert Paper.objects.get(pk=certificate.pk).renewed_by is not None


def test_a_certificate_is_not_issued_in_the_future(cook, manager, signed_in):
    with refused("future"):
        actions.certify(cook, issued_on=TUESDAY, ends_on=date(2026, 1, 1), by=manager, at=AT)
    path = f"/canteen/workers/{cook.pk}/certify/"
    for issued, ends, field in (("2999-01-01", "2999-06-01", "issued_on"),
                                ("2025-01-01", "2024-06-01", "ends_on"),
                                ("2025-01-01", "2027-06-01", "ends_on")):  # fmt: skip
        sent = {"issued_on": issued, "ends_on": ends}
        answer = signed_in(manager).post(path, sent)
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {field})
    assert signed_in(manager).post(path, {"issued_on": "2025-01-01", "ends_on": "2025-12-31"}
                                   ).status_code == 302  # fmt: skip


def test_the_end_of_a_certificate_is_reminded_of(certificate):
    assert Reminder.objects.filter(object_id=certificate.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_who_set_a_certificate_aside_and_roster_by_it_nobody_cheats(
    cook, post, manager, head, certificate
):
    together = Barrier(2)

    def at_once(act: Any) -> str:
        together.wait()
        try:
            act()
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "done"

    def aside() -> None:
        papers.set_aside(certificate, why="伪造", by=head, at=AT)

    def put() -> None:
        actions.roster(cook, post=post, day=MONDAY, by=manager, at=AT)

    with ThreadPoolExecutor(2) as pool:
        _aside, rostered = pool.map(at_once, (aside, put))
    lines = RosterLine.objects.count()
    assert (rostered, lines) in {("refused", 0), ("done", 1)}
    # Whoever was rostered before stands out.
    assert RosterLine.objects.all().lapsed().count() == lines
    with pytest.raises(IntegrityError, match="certificate"), transaction.atomic():
        RosterLine.objects.create(
            day=MONDAY, post=post, worker=cook, certificate=certificate, by=manager
        )


def test_whoever_has_a_symptom_is_off_the_line_for_the_day(cook, post, manager, certificate):
    actions.roster(cook, post=post, day=MONDAY, by=manager, at=AT)
    look: dict[str, Any] = {"by": manager, "at": AT}
    for facts in ({"symptoms": [4]}, {"symptoms": [0, 4], "measures": "x"}, {"symptoms": [13]},
                  {"symptoms": [0], "is_clean": False}):  # fmt: skip
        with pytest.raises(ValidationError):
            actions.check_morning(cook, **facts, **look)
    check = actions.check_morning(cook, symptoms=[4, 1], measures="离岗就医", **look)
    assert (check.symptoms, check.is_fit) == ([1, 4], False)
    assert not RosterLine.objects.working().exists()
    with refused("off the line"):
        actions.roster(cook, post=post, day=MONDAY, **look)
    with pytest.raises(IntegrityError, match="off the line"), transaction.atomic():
        RosterLine.objects.update(taken_off_at=None)
    with refused("checked today"):
        actions.check_morning(cook, symptoms=[0], **look)


@pytest.mark.usefixtures("certificate")
def test_all_others_are_well_with_one_press_and_health_is_nobody_elses(
    signed_in, cook, post, manager, canteen, teacher, member
):
    actions.roster(cook, post=post, day=MONDAY, by=manager, at=AT)
    assert actions.check_others(canteen, by=manager, at=AT) == 1
    assert actions.check_others(canteen, by=manager, at=AT) == 0
    assert MorningCheck.objects.get().is_fit
    for path in ("mornings/", f"{canteen.pk}/morning/", f"{canteen.pk}/roster/", "workers/"):
        for person, status in ((teacher, 403), (member, 403), (manager, 200)):
            assert signed_in(person).get(f"/canteen/{path}").status_code == status
    for person in (teacher, member):
        assert signed_in(person).get(f"/canteen/workers/{cook.pk}/").status_code == 404
    assert signed_in(manager).get(f"/canteen/workers/{cook.pk}/").status_code == 200


def test_a_roster_is_copied_to_the_next_week_without_those_who_may_not(
    cook, post, manager, certificate, canteen
):
    other = actions.write_worker(CanteenWorker(), name="左凌", canteen=canteen, job="面点",
                                 hired_on=MONDAY, by=manager, at=AT)  # fmt: skip
    actions.certify(other, issued_on=MONDAY, ends_on=date(2026, 11, 1), by=manager, at=AT)
    for each in (cook, other):
        actions.roster(each, post=post, day=MONDAY, by=manager, at=AT)
    following = MONDAY + timedelta(days=7)
    copy: dict[str, Any] = {"source": MONDAY, "target": following, "by": manager, "at": AT}
    assert actions.copy_roster(canteen, **copy) == (1, ["骆修"])
    assert actions.copy_roster(canteen, **copy) == (0, ["骆修"])


def test_hours_of_training_are_noted_once(cook, manager):
    train: dict[str, Any] = {"on": MONDAY, "topic": "食品安全", "by": manager, "at": AT}
    assert actions.train([cook], hours=Decimal(4), **train) == 1
    with refused("already"):
        actions.train([cook], hours=Decimal(4), **train)


def test_a_slip_in_the_roster_stands_at_its_field(signed_in, cook, post, manager, canteen):
    path = f"/canteen/{canteen.pk}/roster/"
    sent = {"day": MONDAY.isoformat(), "post": post.pk, "worker": cook.pk}
    answer = signed_in(manager).post(path, sent)
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"worker"})


def test_who_was_trained_too_little_this_year_is_a_list(signed_in, manager, cook, canteen):
    year = date.today().year  # noqa: DTZ011  # the list reads the wall's clock
    busy = CanteenWorker.objects.create(
        name="蔺一", canteen=canteen, job="面点", hired_on=date(2025, 9, 1)
    )
    for number in range(2):
        actions.train(
            [busy], on=date(year, 1, 1 + number), topic="洗消", hours=Decimal(20), by=manager, at=AT
        )
    actions.train(
        [cook], on=date(year - 1, 12, 31), topic="洗消", hours=Decimal(24), by=manager, at=AT
    )
    browser = signed_in(manager)
    shown = browser.get("/canteen/workers/?which=untrained")
    assert [row.record for row in shown.context["rows"]] == [cook]
    everybody = browser.get("/canteen/workers/").context["rows"]
    assert {row.record.name: row.record.trained for row in everybody} == {"骆修": 0, "蔺一": 40}
    tiles = browser.get("/canteen/").content.decode()
    assert "which=untrained" in tiles
