"""Hazardous chemicals: what is left follows from signed moves alone, and two people sign."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from decimal import Decimal
from io import BytesIO
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from campus.doors import Refused
from safety.actions import chemicals as actions
from safety.models import Chemical, ChemicalMove
from tests.safety.conftest import AT

HOUR = timedelta(hours=1)


@pytest.fixture
def substance(teacher, technician, head):
    """`substance(control=…)`: kept by the teacher and the technician."""

    def write(**fields: Any) -> Chemical:
        fields = {"name": "硝酸钾", "keeper": teacher, "second_keeper": technician, **fields}
        return actions.write_chemical(Chemical(), by=head, at=AT, **fields)

    return write


@pytest.fixture
def plain(substance) -> Chemical:
    return substance(name="乙醇", unit="mL")


@pytest.fixture
def controlled(substance) -> Chemical:
    return substance(control="explosive")


@pytest.fixture
def stocked(controlled, teacher, technician) -> Chemical:
    """500 g of it were received, and two have signed."""
    made = actions.move(controlled, kind="receipt", amount=Decimal(500), by=teacher, at=AT)
    actions.sign(made, by=technician, at=AT)
    return controlled


def left(chemical: Chemical) -> Decimal:
    return actions.balance_of(chemical)


def test_what_is_left_follows_from_the_moves(plain, teacher):
    for kind, amount in (("receipt", 500), ("disposal", 20)):
        actions.move(plain, kind=kind, amount=Decimal(amount), by=teacher, at=AT)
    issue = actions.move(
        plain, kind="issue", amount=Decimal(100), purpose="制备", taker=teacher, by=teacher, at=AT
    )
    actions.move(plain, kind="return", amount=Decimal(40), issue=issue, by=teacher, at=AT)
    assert left(plain) == Decimal(420)
    serials = ChemicalMove.objects.order_by("serial").values_list("serial", "balance_after")
    told = [(serial, str(after)) for serial, after in serials]
    assert told == [(1, "500.00"), (2, "480.00"), (3, "380.00"), (4, "420.00")]


def test_a_controlled_one_counts_once_another_has_signed(controlled, teacher, technician):
    made = actions.move(controlled, kind="receipt", amount=Decimal(500), by=teacher, at=AT)
    assert left(controlled) == 0
    with pytest.raises(Refused):
        actions.sign(made, by=teacher, at=AT)
    actions.sign(made, by=technician, at=AT)
    assert left(controlled) == 500
    with pytest.raises(Refused):
        actions.sign(made, by=technician, at=AT)


def test_the_database_itself_wants_two_signers(stocked, technician):
    move = ChemicalMove.objects.get()
    for facts in ({"second": None}, {"by": technician}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ChemicalMove.objects.filter(pk=move.pk).update(**facts)


def test_a_controlled_one_is_drawn_by_two_and_kept_by_two(stocked, teacher, technician, substance):
    drawn: dict[str, Any] = {
        "kind": "issue",
        "amount": Decimal(5),
        "purpose": "实验",
        "by": teacher,
    }
    for taker, second in ((teacher, None), (teacher, teacher)):
        with pytest.raises(ValidationError):
            actions.move(stocked, taker=taker, second_taker=second, at=AT, **drawn)
    actions.move(stocked, taker=teacher, second_taker=technician, at=AT, **drawn)
    with pytest.raises(ValidationError):
        substance(name="氰化钾", control="toxic", second_keeper=None)


def test_no_more_goes_out_than_is_left(plain, teacher):
    actions.move(plain, kind="receipt", amount=Decimal(10), by=teacher, at=AT)
    with pytest.raises(Refused, match="10"):
        actions.move(plain, kind="disposal", amount=Decimal(11), by=teacher, at=AT)
    with pytest.raises(IntegrityError, match="chemical_balance"), transaction.atomic():
        ChemicalMove.objects.update(balance_after=-1)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_the_last_at_once_one_gets_it(plain, teacher, technician):
    actions.move(plain, kind="receipt", amount=Decimal(10), by=teacher, at=AT)
    together = Barrier(2)

    def take(person) -> str:
        together.wait()
        try:
            actions.move(plain, kind="disposal", amount=Decimal(7), by=person, at=AT)
        except Refused:
            return "refused"
        finally:
            connection.close()
        return "taken"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, (teacher, technician))) == ["refused", "taken"]
    assert left(plain) == Decimal(3)


@pytest.mark.parametrize("amount", ["0", "-1"])
def test_an_amount_is_more_than_nought(plain, teacher, amount):
    with pytest.raises(ValidationError):
        actions.move(plain, kind="receipt", amount=Decimal(amount), by=teacher, at=AT)


def test_what_was_issued_comes_back_once_and_no_more_of_it(plain, teacher):
    actions.move(plain, kind="receipt", amount=Decimal(10), by=teacher, at=AT)
    issue = actions.move(
        plain, kind="issue", amount=Decimal(5), purpose="x", taker=teacher, by=teacher, at=AT
    )
    assert (issue.is_late(AT + 11 * HOUR), issue.is_late(AT + 13 * HOUR)) == (False, True)
    back: dict[str, Any] = {"kind": "return", "issue": issue, "by": teacher, "at": AT}
    with pytest.raises(Refused):
        actions.move(plain, amount=Decimal(6), **back)
    actions.move(plain, amount=Decimal(0), **back)
    with pytest.raises(Refused):
        actions.move(plain, amount=Decimal(1), **back)
    assert not ChemicalMove.objects.out().exists()


def test_a_stocktake_is_two_peoples_and_explains_its_difference(stocked, teacher, technician):
    count: dict[str, Any] = {"by": teacher, "at": AT}
    for facts in (
        {"counted": Decimal(500), "second": teacher, "note": ""},
        {"counted": Decimal(498), "second": technician, "note": ""},
        {"counted": Decimal(-1), "second": technician, "note": "x"},
    ):
        with pytest.raises(ValidationError):
            actions.take_stock(stocked, **count, **facts)
    made = actions.take_stock(
        stocked, counted=Decimal(498), second=technician, note="潮解", **count
    )
    assert (made.difference, left(stocked)) == (Decimal(-2), Decimal(500))


# Pages


def test_a_keeper_draws_and_another_signs(
    signed_in, stocked, teacher, technician, pupil, dispatcher
):
    path = f"/safety/chemicals/{stocked.pk}/"
    sent = {
        "amount": "12.5", "purpose": "高二3班实验", "taker": teacher.number,
        "second_taker": technician.number,
    }  # fmt: skip
    assert signed_in(pupil).post(f"{path}move/issue/", sent).status_code == 404
    signed_in(teacher).post(f"{path}move/issue/", sent)
    move = ChemicalMove.objects.unsigned().get()
    assert signed_in(teacher).post(f"/safety/moves/{move.pk}/sign/").status_code == 403
    signed_in(technician).post(f"/safety/moves/{move.pk}/sign/")
    assert left(stocked) == Decimal("487.5")
    file = signed_in(teacher).get(f"{path}export/")
    rows = list(load_workbook(BytesIO(file.content)).worksheets[0].iter_rows(values_only=True))
    assert (len(rows), rows[2][9]) == (3, 487.5)
    assert signed_in(teacher).get(f"{path}sheet/").status_code == 200


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"amount": "0"}, "amount"), ({"amount": "NaN"}, "amount"), ({"purpose": ""}, "purpose"),
        ({"taker": "无此人"}, "taker"), ({"second_taker": ""}, "second_taker"),
        ({"purpose": "长" * 201}, "purpose"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, stocked, teacher, technician, slip, field):
    sent = {
        "amount": "1", "purpose": "x", "taker": teacher.number, "second_taker": technician.number,
    }  # fmt: skip
    answer = signed_in(teacher).post(f"/safety/chemicals/{stocked.pk}/move/issue/", sent | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_an_unknown_move_is_none(signed_in, stocked, teacher):
    path = f"/safety/chemicals/{stocked.pk}/move/return/"
    assert signed_in(teacher).get(path).status_code == 404


def test_pages_ask_the_same_few_questions(signed_in, plain, teacher, head):
    browser = signed_in(head)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    path = f"/safety/chemicals/{plain.pk}/"
    pages = ["/safety/chemicals/", path, f"{path}sheet/"]
    actions.move(plain, kind="receipt", amount=Decimal(10), by=teacher, at=AT)
    few = [asked(page) for page in pages]
    for _number in range(3):
        actions.move(
            plain, kind="issue", amount=Decimal(1), purpose="x", taker=teacher, by=teacher, at=AT
        )
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
