"""The spare pool: lent once at a time, taken back in some condition, asked for when overdue."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from campus.doors import Refused
from campus.models import TimelineEntry
from campus.rows import read
from repairs import tasks
from repairs.actions import assets
from repairs.actions import spares as actions
from repairs.agenda import dated, waiting
from repairs.models import FixedAsset, Loan
from tests.repairs.conftest import AT, told

DUE = AT.date() + timedelta(days=5)
LATER = AT + timedelta(days=2)


@pytest.fixture
def lent(spare, teacher, dispatcher) -> Loan:
    return actions.lend(spare, borrower=teacher, due_on=DUE, by=dispatcher, at=AT)


def test_a_spare_is_lent_and_comes_back(lent, spare, teacher, dispatcher):
    assert (lent.holder, lent.is_out, told(teacher)) == (teacher.name, True, [actions.YOURS])
    back = actions.take_back(lent, condition="good", by=dispatcher, at=LATER)
    assert (back.returned_at, back.returned_to, back.is_out) == (LATER, dispatcher, False)
    texts = [entry.text for entry in TimelineEntry.objects.of(spare)]
    assert texts == [assets.REGISTERED, actions.LENT, actions.RETURNED]
    with pytest.raises(Refused):
        actions.take_back(lent, condition="good", by=dispatcher, at=LATER)


def test_for_a_ticket_whoever_reported_it_has_the_spare(spare, ticket, teacher, dispatcher):
    loan = actions.lend(spare, ticket=ticket, due_on=DUE, by=dispatcher, at=AT)
    assert (loan.borrower, loan.ticket) == (teacher, ticket)
    assert actions.SPARE_LENT in [entry.text for entry in TimelineEntry.objects.of(ticket)]


def test_a_pupil_who_reported_it_answers_for_nothing(spare, reported, pupil, dispatcher):
    loan = actions.lend(spare, ticket=reported(by=pupil), due_on=DUE, by=dispatcher, at=AT)
    assert (loan.borrower, loan.holder) == (None, "R-2025-0001")


@pytest.mark.parametrize(("condition", "status"), [("broken", "to_mend"), ("lost", "to_dispose")])
def test_what_comes_back_broken_is_not_lent_again(
    lent, spare, teacher, dispatcher, condition, status
):
    actions.take_back(lent, condition=condition, returned_note="屏裂", by=dispatcher, at=LATER)
    assert FixedAsset.objects.get(pk=spare.pk).status == status
    with pytest.raises(Refused, match="不能借出"):
        actions.lend(spare, borrower=teacher, due_on=DUE, by=dispatcher, at=LATER)


def test_only_spares_are_lent_and_not_back_in_time(asset, spare, teacher, dispatcher):
    with pytest.raises(Refused):
        actions.lend(asset, borrower=teacher, due_on=DUE, by=dispatcher, at=AT)
    yesterday = AT.date() - timedelta(days=1)
    with pytest.raises(Refused):
        actions.lend(spare, borrower=teacher, due_on=yesterday, by=dispatcher, at=AT)


def test_what_is_lent_is_not_disposed_of(lent, spare, head):
    with pytest.raises(Refused):
        assets.ask_to_move(spare, "disposal", reason="老化", by=head, at=AT)


@pytest.mark.django_db(transaction=True)
def test_two_who_lend_one_spare_at_once_make_one_loan_and_one_sentence(
    spare, teacher, technician, dispatcher
):
    barrier = Barrier(2)

    def lend(borrower) -> str:
        try:
            barrier.wait(timeout=10)
            actions.lend(spare, borrower=borrower, due_on=DUE, by=dispatcher, at=AT)
            return ""
        except Refused as refused:
            return str(refused)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        said = sorted(pool.map(lend, [teacher, technician]))
    loan = Loan.objects.get()
    assert said[0] == ""
    assert loan.holder in said[1]


def test_the_database_lends_nothing_twice(lent, spare, head):
    with pytest.raises(IntegrityError), transaction.atomic():
        Loan.objects.create(asset=spare, borrower=head, due_on=DUE, lent_by=head, lent_at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Loan.objects.filter(pk=lent.pk).update(returned_at=LATER)


def test_borrower_and_dispatcher_are_told_of_what_is_overdue_once(
    lent, teacher, dispatcher, monkeypatch
):
    for at in (AT, AT + timedelta(days=6), AT + timedelta(days=7)):
        monkeypatch.setattr("django.utils.timezone.now", lambda at=at: at)
        tasks.warn_of_overdue_loans()
    assert told(teacher) == [actions.YOURS, actions.OVERDUE]
    assert told(dispatcher) == [actions.OVERDUE]


def test_what_is_back_is_not_asked_for(lent, teacher, dispatcher):
    actions.take_back(lent, condition="good", by=dispatcher, at=LATER)
    assert actions.warn(lent.pk, at=AT + timedelta(days=30)) is False


def test_returns_stand_in_the_calendar_and_on_my_day(lent, teacher, dispatcher, pupil, spare):
    found = read(dated(teacher, DUE, DUE))
    assert [(thing.first, thing.path) for thing in found] == [(DUE, spare.get_absolute_url())]
    days = [(AT, 0), (AT + timedelta(days=4), 1), (AT + timedelta(days=6), 1)]
    assert [len(read(waiting(teacher, at))) for at, _count in days] == [n for _at, n in days]
    assert len(read(waiting(dispatcher, AT + timedelta(days=6)))) == 1
    assert (list(waiting(pupil, AT)), list(dated(pupil, DUE, DUE))) == ([], [])
