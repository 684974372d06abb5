"""Asking for supplies: who approves, who hands out, what is bought and received."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from campus.attachments.actions import keep_upload
from campus.attachments.contents import take
from campus.doors import Refused
from campus.models import CaseCounter
from campus.rows import read
from repairs import rights
from repairs.actions import stock, supplies
from repairs.actions import supply_requests as actions
from repairs.actions.supply_requests import Arrived, Wanted
from repairs.agenda import waiting
from repairs.models import StockMove, Supply, SupplyIssue, SupplyRequest
from tests.campus.attachments.samples import jpeg, upload
from tests.repairs.conftest import AT, there, told

Kind = SupplyRequest.Kind


@pytest.fixture
def asked(valve, teacher, storekeeper, head) -> SupplyRequest:
    """The teacher asks for four valves."""
    return actions.ask_for([Wanted(4, valve)], kind=Kind.STOCK, title="实验", by=teacher, at=AT)


@pytest.fixture
def photo(storekeeper):
    return keep_upload(take(upload(jpeg(64, 48), "signed.jpg")), by=storekeeper, at=AT)


def now(request: SupplyRequest) -> SupplyRequest:
    return SupplyRequest.objects.get(pk=request.pk)


def test_a_request_has_its_lines_its_worth_and_its_number(asked, valve):
    lines = list(asked.lines.values_list("supply", "name", "unit", "quantity", "price"))
    assert lines == [(valve.pk, "水龙头阀芯", "个", 4, Decimal(2))]
    assert (asked.number, asked.amount, asked.status) == ("S-2025-0001", 8, "requested")


def test_from_asking_to_signing(asked, valve, teacher, storekeeper):
    actions.approve(asked, by=storekeeper, at=AT)
    actions.put_ready(asked, by=storekeeper, at=AT)
    actions.hand_out(asked, by=storekeeper, at=AT)
    issue = SupplyIssue.objects.get()
    assert (now(asked).status, issue.receiver, issue.is_signed) == ("issued", teacher, False)
    assert (issue.number, there(valve)) == ("L-2025-0001", (6, Decimal(12)))
    assert [each.title for each in read(waiting(teacher, AT))] == ["收到了吗？实验"]
    supplies.sign(issue, by=teacher, at=AT)
    assert SupplyIssue.objects.get().signed_by == teacher
    assert read(waiting(teacher, AT)) == []
    with pytest.raises(Refused):
        supplies.sign(issue, by=teacher, at=AT)


def test_signed_on_paper_with_a_photo_or_not_at_all(asked, storekeeper, photo):
    actions.approve(asked, by=storekeeper, at=AT)
    with pytest.raises(Refused):
        actions.hand_out(asked, signed_name="许知言", by=storekeeper, at=AT)
    assert (SupplyIssue.objects.count(), now(asked).status) == (0, "approved")
    actions.hand_out(asked, signed_name="许知言", attachments=[photo], by=storekeeper, at=AT)
    issue = SupplyIssue.objects.get()
    assert (issue.signed_name, issue.signed_by, issue.is_signed) == ("许知言", None, True)


def test_what_is_short_leaves_everything_as_it_was(valve, stocked, teacher, storekeeper, head):
    short = stocked("门锁", 1, "40.00")
    request = actions.ask_for(
        [Wanted(2, valve), Wanted(2, short)], kind=Kind.STOCK, title="x", by=teacher, at=AT
    )
    actions.approve(request, by=head, at=AT)
    with pytest.raises(Refused, match="门锁"):
        actions.hand_out(request, by=storekeeper, at=AT)
    assert (there(valve)[0], now(request).status) == (10, "approved")
    # No number is lost either.
    assert not CaseCounter.objects.filter(letter=supplies.LETTER).exists()


def test_the_second_who_hands_out_takes_nothing_out(asked, valve, storekeeper, head):
    actions.approve(asked, by=storekeeper, at=AT)
    seen = now(asked).version
    actions.hand_out(asked, by=storekeeper, at=AT, seen=seen)
    with pytest.raises(Refused):
        actions.hand_out(asked, by=head, at=AT, seen=seen)
    assert there(valve)[0] == 6


def test_who_approves(asked, stocked, teacher, storekeeper, head, technician):
    may = rights.can_approve_request
    assert [bool(may(each, asked)) for each in (teacher, technician, storekeeper, head)] == [
        False, False, True, True,
    ]  # fmt: skip
    dear = stocked("硒鼓", 10, "168.00")
    large = actions.ask_for([Wanted(2, dear)], kind=Kind.STOCK, title="x", by=teacher, at=AT)
    assert [bool(may(each, large)) for each in (storekeeper, head)] == [False, True]
    assert actions.TO_APPROVE in told(head)
    own = actions.ask_for([Wanted(1, dear)], kind=Kind.STOCK, title="x", by=head, at=AT)
    assert [bool(may(each, own)) for each in (head, storekeeper)] == [False, True]


def test_nobody_approves_their_own_not_even_in_the_database(asked, teacher):
    with pytest.raises(ValidationError):
        actions.approve(asked, by=teacher, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        SupplyRequest.objects.filter(pk=asked.pk).update(approved_by=teacher)


def test_what_is_refused_has_its_reason_and_whoever_asked_is_told(asked, teacher, storekeeper):
    with pytest.raises(Refused):
        actions.refuse(asked, words=" ", by=storekeeper, at=AT)
    actions.refuse(asked, words="本月已领", by=storekeeper, at=AT)
    assert (now(asked).status, len(told(teacher))) == ("refused", 1)
    with pytest.raises(Refused):
        actions.approve(asked, by=storekeeper, at=AT)


def test_nothing_is_asked_for_by_nothing(teacher, valve, storekeeper):
    with pytest.raises(Refused):
        actions.ask_for([], kind=Kind.STOCK, title="x", by=teacher, at=AT)
    for wrong in (Wanted(0, valve), Wanted(10**9, valve)):
        with pytest.raises(ValidationError):
            actions.ask_for([wrong], kind=Kind.STOCK, title="x", by=teacher, at=AT)
    assert not SupplyRequest.objects.exists()


def test_what_was_bought_comes_into_the_store_with_its_invoice(valve, teacher, head, storekeeper):
    wanted = [Wanted(5, valve), Wanted(3, None, "推雪铲", "把", Decimal("36.00"))]
    request = actions.ask_for(wanted, kind=Kind.PURCHASE, title="除雪", by=teacher, at=AT)
    actions.approve(request, by=head, at=AT)
    with pytest.raises(Refused):
        actions.receive(request, arrived={}, invoice="FP9", by=storekeeper, at=AT)
    ours, new = request.lines.order_by("pk")
    arrived = {ours.pk: Arrived(4, Decimal("2.50")), new.pk: Arrived(3, Decimal("35.00"))}
    actions.receive(request, arrived=arrived, invoice="FP9", by=storekeeper, at=AT)
    shovel = Supply.objects.get(name="推雪铲")
    assert (now(request).status, there(valve), there(shovel)) == (
        "received", (14, Decimal(30)), (3, Decimal(105)),
    )  # fmt: skip
    invoices = StockMove.objects.filter(request=request).values_list("invoice", flat=True)
    assert set(invoices) == {"FP9"}


def test_a_purchase_is_not_handed_out_nor_a_request_received(asked, valve, teacher, head):
    buy = actions.ask_for([Wanted(1, valve)], kind=Kind.PURCHASE, title="x", by=teacher, at=AT)
    for request, status in ((buy, "issued"), (asked, "received")):
        with pytest.raises(IntegrityError), transaction.atomic():
            SupplyRequest.objects.filter(pk=request.pk).update(status=status)


def test_who_sees_which_request(asked, teacher, storekeeper, head, technician, pupil):
    seen = [
        list(SupplyRequest.objects.visible_to(each))
        for each in (teacher, storekeeper, head, technician, pupil)
    ]
    assert seen == [[asked], [asked], [asked], [], []]


def test_a_price_unknown_in_stock_is_the_last_one(stocked, teacher, storekeeper):
    item = stocked("门锁", 2, "40.00")
    stock.take(item, 2, by=storekeeper, at=AT)
    item = Supply.objects.select_related("stock").get(pk=item.pk)
    request = actions.ask_for([Wanted(3, item)], kind=Kind.STOCK, title="x", by=teacher, at=AT)
    assert request.amount == 120
