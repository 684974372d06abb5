"""Damage by misuse is paid for against a receipt, or waived; few read who pays."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.doors import Refused
from campus.models import Duty, Role
from campus.privacy.registry import held_of
from repairs.actions import compensation as actions
from repairs.actions import tickets
from repairs.models import Compensation
from tests.repairs.conftest import AT, fresh, moment

LATER = moment(11, 3, 15)


@pytest.fixture
def misused(ticket, technician, dispatcher):
    tickets.assign(ticket, to=technician, by=dispatcher, at=AT)
    tickets.finish(
        fresh(ticket), words="换了桌板", damage_cause="misuse", by=technician, at=moment(11, 3, 14)
    )
    return fresh(ticket)


def ask(ticket, payer, dispatcher, amount="36.50"):
    return actions.ask_compensation(
        ticket, payer=payer, amount=Decimal(amount), by=dispatcher, at=LATER
    )


def test_a_class_pays_and_gets_a_receipt(misused, pupil, dispatcher):
    ask(misused, pupil.school_class, dispatcher)
    entry = actions.take_payment(fresh(misused), receipt="S-0042", by=dispatcher, at=LATER)
    paid = Compensation.objects.get()
    assert (paid.status, paid.receipt, paid.settled_by) == ("paid", "S-0042", dispatcher)
    assert "36.50" in entry.sentence
    assert "S-0042" in entry.sentence


def test_whoever_pays_is_told_so_among_what_is_kept_of_them(misused, teacher, dispatcher):
    ask(misused, teacher, dispatcher)
    [paid] = held_of(teacher)["damages"]
    assert (paid.label, paid.value) == (misused.number, "¥36.50 · 未缴")


def test_it_is_waived_with_a_reason(misused, teacher, dispatcher):
    ask(misused, teacher, dispatcher)
    actions.waive(fresh(misused), words="首次", by=dispatcher, at=LATER)
    assert Compensation.objects.get().status == "waived"
    with pytest.raises(Refused):
        actions.take_payment(fresh(misused), receipt="1", by=dispatcher, at=LATER)


def test_wear_is_not_paid_for_and_misuse_once(ticket, misused, teacher, dispatcher, reported):
    with pytest.raises(Refused):
        ask(reported(title="另一处"), teacher, dispatcher)
    ask(misused, teacher, dispatcher)
    with pytest.raises(ValidationError):
        ask(fresh(misused), teacher, dispatcher)


def test_nothing_is_paid_by_nobody_or_for_less_than_nothing(misused, teacher, dispatcher):
    for amount in ("0", "-5"):
        with pytest.raises(ValidationError):
            ask(misused, teacher, dispatcher, amount)
    ask(misused, teacher, dispatcher)
    wrong: list[dict[str, Any]] = [
        {"person": None}, {"amount": 0}, {"status": "paid"}, {"settled_at": LATER}
    ]  # fmt: skip
    for facts in wrong:
        with pytest.raises(IntegrityError), transaction.atomic():
            Compensation.objects.update(**facts)


def test_who_reads_it(signed_in, misused, pupil, dispatcher, teacher, head, safety_officer):
    ask(misused, pupil.school_class, dispatcher)
    path = f"/repairs/{misused.pk}/"

    def reads(person) -> bool:
        return "36.50" in signed_in(person).get(path).content.decode()

    # The reporter reads the ticket, and in its timeline the amount that was asked for.
    assert 'id="compensation"' not in signed_in(teacher).get(path).content.decode()
    assert [reads(dispatcher), reads(head)] == [True, True]
    Duty.objects.create(
        person=teacher, role=Role.CLASS_TEACHER, school_class=pupil.school_class,
        starts_on=AT.date(),
    )  # fmt: skip
    assert 'id="compensation"' in signed_in(teacher).get(path).content.decode()


def test_the_form_wants_one_payer(signed_in, misused, pupil, dispatcher):
    path = f"/repairs/{misused.pk}/compensate/"
    typed = {"seen": misused.version, "amount": "10"}
    both = typed | {"school_class": pupil.school_class.pk, "number": pupil.number}
    for wrong in (typed, both, typed | {"number": "nobody"}, both | {"amount": "-1"}):
        assert signed_in(dispatcher).post(path, wrong).status_code == 422
    assert signed_in(dispatcher).post(path, typed | {"number": pupil.number}).status_code == 302
    assert Compensation.objects.get().payer == pupil.name
