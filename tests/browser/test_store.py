"""On phones: a spare is lent for a ticket and comes back; parts come out of the store."""

import re
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from campus.cases import actions as cases
from campus.models import Person, Place, Role
from repairs.actions import assets, stock, supplies, tickets
from repairs.models import Category, FixedAsset, Loan, StockMove, Supply, Ticket
from tests.browser.conftest import PHONE, Visitor
from tests.browser.test_repairs import BUTTON, TICKET, press
from tests.conftest import make_person

AT = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
PARTS, LENDING = re.compile(r"/repairs/parts/\d+/$"), re.compile(r"/spares/lend/\?ticket=")


@pytest.fixture
def storekeeper(office) -> Person:
    return make_person("T010", "贺清和", Role.STOREKEEPER, department=office)


@pytest.fixture
def projector(storekeeper, teacher, technician, dispatcher) -> Ticket:
    """A broken projector, in the technician's hands; a spare one and five fuses lie ready."""
    room = Place.objects.create(kind="room", code="A-JX1-301", name="301 教室")
    broken, _spare = (
        assets.register(
            number=number, name="投影仪", new_category="多媒体设备", place=room, is_spare=is_spare,
            by=storekeeper, at=AT,
        )
        for number, is_spare in (("ZC-0001", False), ("ZC-0009", True))
    )  # fmt: skip
    fuse = supplies.write_supply(
        Supply(), name="保险丝", unit="个", category="parts", by=storekeeper, at=AT
    )
    stock.receive(fuse, 5, price=Decimal("1.50"), invoice="F", by=storekeeper, at=AT)
    ticket = cases.raise_case(
        Ticket, by=teacher, at=AT, title="投影仪不亮", place=room, asset=broken,
        category=Category.objects.get(code="multimedia"),
    )  # fmt: skip
    tickets.assign(ticket, to=technician, by=dispatcher, at=AT)
    return ticket


@pytest.fixture
def mender(chromium, live_server, technician):
    """The technician with a phone."""
    context = chromium.new_context(viewport=PHONE, locale="zh-CN", has_touch=True)
    visitor = Visitor(context, live_server.url)
    visitor.sign_in(technician)
    yield visitor
    context.close()


def choose(visitor: Visitor, field: str, typed: str) -> None:
    """Type a few characters, and take what is offered."""
    visitor.page.locator(field).press_sequentially(typed)
    visitor.page.locator(".offer li[role=option]").first.click()


def test_a_spare_is_lent_for_a_ticket_and_comes_back(mender, projector, teacher):
    page = mender.goto(f"/repairs/{projector.pk}/")
    page.locator("#spares .card-actions a").click()
    page.wait_for_url(LENDING)
    choose(mender, "#id_asset", "投影")
    assert not mender.is_wider_than_its_screen()
    page.locator(BUTTON).click()
    page.wait_for_url(TICKET)
    loan = Loan.objects.get()
    assert (loan.asset.number, loan.borrower, loan.ticket) == ("ZC-0009", teacher, projector)

    page.locator("#spares li a.btn").click()
    page.locator("#id_condition").select_option("worn")
    page.locator("#id_returned_note").fill("外壳有划痕")
    page.locator(BUTTON).click()
    page.wait_for_url(TICKET)
    loan.refresh_from_db()
    assert (loan.is_out, loan.condition) == (False, "worn")
    assert "外壳有划痕" in page.locator("#spares").inner_text()
    assert (mender.complaints, mender.is_wider_than_its_screen()) == ([], False)


def test_parts_come_out_of_the_store_and_what_was_not_used_goes_back(mender, projector):
    page = mender.goto(f"/repairs/{projector.pk}/")
    page.locator("#parts .card-actions a").click()
    page.wait_for_url(PARTS)
    choose(mender, "#id_item", "保险")
    page.locator("#id_quantity").fill("3")
    assert not mender.is_wider_than_its_screen()
    page.locator(BUTTON).click()
    page.wait_for_url(TICKET)
    assert "4.50" in page.locator("#parts").inner_text()

    page.locator("#parts li a.btn").click()
    page.locator("#id_quantity").fill("2")
    page.locator(BUTTON).click()
    page.wait_for_url(TICKET)
    moves = list(StockMove.objects.filter(ticket=projector).order_by("pk"))
    assert [(each.kind, each.quantity) for each in moves] == [("issue", -3), ("return", 2)]
    assert "1.50" in page.locator("#parts").inner_text()
    assert (mender.complaints, mender.is_wider_than_its_screen()) == ([], False)


def test_from_the_label_to_the_report(mender, projector):
    asset = FixedAsset.objects.get(number="ZC-0001")
    page = mender.goto(f"/repairs/a/{asset.token}")
    press(mender, "我要报修")
    assert page.locator("#id_place").input_value() == "A-JX1-301"
    page.locator("#id_title").fill("画面发黄")
    page.locator(BUTTON).click()
    page.wait_for_url(TICKET)
    assert Ticket.objects.filter(asset=asset).count() == 2
    assert mender.complaints == []
