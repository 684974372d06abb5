"""The store, page by page: lists, ledgers, the monthly sheet, requests, parts, signing."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from repairs.actions import parts, stock, supplies
from repairs.actions import supply_requests as requests
from repairs.actions.supply_requests import Wanted
from repairs.figures import supplies as figures
from repairs.models import Supply, SupplyIssue, SupplyRequest
from tests.campus.attachments.samples import jpeg, upload
from tests.repairs.conftest import AT, cells, moment, there


def test_an_item_is_written_received_counted_and_changed(signed_in, storekeeper):
    browser = signed_in(storekeeper)
    typed = {"name": "门锁", "unit": "把", "category": "parts", "minimum": 5, "is_offered": "on"}
    browser.post("/repairs/supplies/new/", typed)
    lock = Supply.objects.get()
    path = lock.get_absolute_url()
    come = {"quantity": 8, "price": "42.50", "invoice": "FP1"}
    browser.post(f"{path}receive/", come)
    browser.post(f"{path}count/", {"there": 7, "reason": "盘点"})
    browser.post(f"{path}edit/", typed | {"shelf": "E-3"})
    lock.refresh_from_db()
    assert (lock.shelf, there(lock)) == ("E-3", (7, Decimal("297.50")))


@pytest.mark.parametrize(
    ("page", "slip", "field"),
    [
        ("receive", {"quantity": 0}, "quantity"), ("receive", {"quantity": -3}, "quantity"),
        ("receive", {"quantity": "几个"}, "quantity"), ("receive", {"price": "-1"}, "price"),
        ("receive", {"price": "1.234"}, "price"), ("receive", {"invoice": ""}, "invoice"),
        ("receive", {"quantity": 10**12}, "quantity"), ("count", {"reason": ""}, "reason"),
        ("count", {"there": -1}, "there"), ("edit", {"name": ""}, "name"),
        ("edit", {"minimum": -1}, "minimum"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, storekeeper, valve, page, slip, field):
    typed = {
        "quantity": 1, "price": "1", "invoice": "F", "there": 3, "reason": "x", "name": "x",
        "unit": "个", "category": "parts", "minimum": 0, "is_offered": "on",
    }  # fmt: skip
    answer = signed_in(storekeeper).post(f"{valve.get_absolute_url()}{page}/", typed | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert there(valve)[0] == 10


def test_one_item_of_a_name(signed_in, storekeeper, valve):
    typed = {"name": "水龙头阀芯", "unit": "个", "category": "parts", "minimum": 0}
    answer = signed_in(storekeeper).post("/repairs/supplies/new/", typed)
    assert answer.status_code == 422
    assert Supply.objects.count() == 1


def test_the_ledger_is_for_those_who_keep_the_store(signed_in, valve, teacher, storekeeper):
    assert "lines" not in signed_in(teacher).get(valve.get_absolute_url()).context
    page = signed_in(storekeeper).get(valve.get_absolute_url())
    assert [line.balance for line in page.context["lines"]] == [10]


def test_a_ledger_is_paged_from_its_newest_line(signed_in, storekeeper, valve, monkeypatch):
    from repairs.views import supplies as views

    monkeypatch.setattr(views, "LINES_A_PAGE", 2)
    for _time in range(3):
        stock.take(valve, 1, by=storekeeper, at=AT)
    browser, path = signed_in(storekeeper), valve.get_absolute_url()
    first = browser.get(path).context
    second = browser.get(f"{path}?before={first['older']}").context
    assert [line.balance for line in [*first["lines"], *second["lines"]]] == [7, 8, 9, 10]
    assert second["older"] is None
    assert browser.get(f"{path}?before=x").status_code == 200


def test_a_month_opens_with_what_the_one_before_left(storekeeper, valve, stocked):
    idle = stocked("未动", 0)
    stock.take(valve, 3, by=storekeeper, at=moment(11, 20, 9))
    stock.receive(valve, 5, price=Decimal(4), invoice="F", by=storekeeper, at=moment(12, 1, 0))
    stock.take(valve, 2, by=storekeeper, at=moment(12, 3, 9))
    stock.count(valve, 9, reason="盘点", by=storekeeper, at=moment(12, 30, 9))
    stock.take(valve, 1, by=storekeeper, at=moment(12, 31, 23, 59))
    line, nothing = figures.month_lines([valve, idle], moment(12, 15, 9).date())
    assert (line.opening, line.received, line.issued, line.corrected, line.closing) == (
        7, 5, 3, -1, 8,
    )  # fmt: skip
    assert (line.opening_value, nothing.opening, nothing.closing) == (Decimal(14), 0, 0)
    november = figures.month_lines([valve], AT.date())[0]
    assert (november.opening, november.received, november.closing) == (0, 10, 7)
    december = figures.month_totals(moment(12, 15, 9).date())
    assert december["bought"] == Decimal(20)


def test_the_monthly_sheet_on_screen_on_paper_and_as_a_file(signed_in, storekeeper, valve):
    browser = signed_in(storekeeper)
    for page in ("", "sheet/"):
        answer = browser.get(f"/repairs/supplies/month/{page}?month=2025-11")
        assert [line.closing for line in answer.context["lines"]] == [10]
    answer = browser.get("/repairs/supplies/month/export/?month=2025-11")
    assert next(cells(answer.content))[:5] == ("水龙头阀芯", None, "个", 0, 10)
    for wrong in ("?month=2025-13", "?month=x", "?category=x&page=99"):
        assert browser.get(f"/repairs/supplies/month/{wrong}").status_code == 200
    ledger = browser.get(f"{valve.get_absolute_url()}ledger/?month=2025-11")
    assert ledger.context["line"].closing == 10
    file = browser.get(f"{valve.get_absolute_url()}ledger/export/?month=2025-11")
    assert next(cells(file.content))[2] == 10


def test_supplies_are_asked_for_and_handed_out_page_by_page(signed_in, teacher, storekeeper, valve):
    asking = signed_in(teacher)
    typed = {"title": "实验", "priority": "normal", "item_1": "水龙头阀芯", "quantity_1": 3}
    asking.post("/repairs/supplies/requests/new/", typed)
    request = SupplyRequest.objects.get()
    keeping, path = signed_in(storekeeper), f"/repairs/supplies/requests/{request.pk}/"
    for move in ("approve", "ready", "hand-out"):
        request.refresh_from_db()
        assert keeping.post(f"{path}{move}/", {"seen": request.version}).status_code == 302
    issue = SupplyIssue.objects.get()
    assert f"/repairs/supplies/issues/{issue.pk}/sign/" in asking.get("/").content.decode()
    asking.post(f"/repairs/supplies/issues/{issue.pk}/sign/")
    issue.refresh_from_db()
    assert (issue.signed_by, there(valve)[0]) == (teacher, 7)


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"item_1": "", "quantity_1": ""}, "item_1"), ({"quantity_1": ""}, "quantity_1"),
        ({"item_1": ""}, "item_1"), ({"item_1": "没有的"}, "item_1"),
        ({"quantity_1": "-2"}, "quantity_1"), ({"title": ""}, "title"),
        ({"item_2": "水龙头阀芯", "quantity_2": 1}, "item_2"),
    ],
)  # fmt: skip
def test_half_a_line_is_told(signed_in, teacher, valve, slip, field):
    typed = {"title": "x", "priority": "normal", "item_1": "水龙头阀芯", "quantity_1": 1} | slip
    answer = signed_in(teacher).post("/repairs/supplies/requests/new/", typed)
    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)
    assert not SupplyRequest.objects.exists()


def test_a_purchase_from_asking_to_the_store(signed_in, teacher, head, storekeeper, valve):
    typed = {
        "title": "除雪", "priority": "normal", "item_1": "推雪铲", "quantity_1": 3, "unit_1": "把",
        "price_1": "36",
    }  # fmt: skip
    path = "/repairs/supplies/requests/new/?kind=purchase"
    answer = signed_in(teacher).post(path, typed | {"unit_1": ""})
    assert list(answer.context["form"].errors) == ["unit_1"]
    signed_in(teacher).post(path, typed)
    request = SupplyRequest.objects.get()
    line = request.lines.get()
    moves = f"/repairs/supplies/requests/{request.pk}/"
    signed_in(head).post(f"{moves}approve/", {"seen": request.version})
    request.refresh_from_db()
    come = {"seen": request.version, "invoice": "FP7", f"quantity_{line.pk}": 3,
            f"price_{line.pk}": "35"}  # fmt: skip
    keeping = signed_in(storekeeper)
    assert keeping.post(f"{moves}receive/", come | {"invoice": ""}).status_code == 422
    assert keeping.post(f"{moves}receive/", come).status_code == 302
    assert there(Supply.objects.get(name="推雪铲")) == (3, Decimal(105))


def test_handing_out_to_a_department_and_signing_on_paper(
    signed_in, storekeeper, valve, office, head
):
    browser = signed_in(storekeeper)
    typed = {"title": "日常", "department": office.pk, "item_1": "水龙头阀芯", "quantity_1": 2}
    assert browser.post("/repairs/supplies/issues/new/", {"title": "x"}).status_code == 422
    browser.post("/repairs/supplies/issues/new/", typed)
    issue = SupplyIssue.objects.get()
    path = issue.get_absolute_url()
    assert browser.post(f"{path}paper/", {"name": "程远山"}).status_code == 422
    sent = {"name": "程远山", "attachments": upload(jpeg(64, 48), "signed.jpg")}
    browser.post(f"{path}paper/", sent)
    issue.refresh_from_db()
    assert (issue.signed_name, there(valve)[0]) == ("程远山", 8)
    sheet = browser.get(f"{path}sheet/")
    assert [len(lines) for _class, lines in sheet.context["groups"]] == [1]


def test_more_than_there_is_comes_back_with_a_sentence(signed_in, storekeeper, valve, office):
    typed = {"title": "x", "department": office.pk, "item_1": "水龙头阀芯", "quantity_1": 11}
    answer = signed_in(storekeeper).post("/repairs/supplies/issues/new/", typed, follow=True)
    assert "只剩10" in answer.content.decode()
    assert not SupplyIssue.objects.exists()


def test_nobody_signs_for_another(signed_in, storekeeper, teacher, technician, valve):
    line = supplies.Line(valve, 1)
    issue = supplies.hand_out([line], title="x", receiver=teacher, by=storekeeper, at=AT)
    path = f"{issue.get_absolute_url()}sign/"
    codes = [signed_in(each).post(path).status_code for each in (technician, storekeeper, teacher)]
    assert codes == [404, 403, 302]


def test_parts_are_taken_by_whoever_mends(
    signed_in, ticket, valve, technician, teacher, storekeeper, dispatcher
):
    from repairs.actions import tickets

    path = f"/repairs/parts/{ticket.pk}/"
    taken = {"item": "水龙头阀芯", "quantity": 2}
    codes = [signed_in(each).post(path, taken).status_code for each in (technician, teacher)]
    assert codes == [403, 403]
    tickets.assign(ticket, to=technician, by=dispatcher, at=AT)
    browser = signed_in(technician)
    assert browser.post(path, taken).status_code == 302
    assert browser.post(path, taken | {"item": "没有"}).status_code == 422
    page = browser.get(f"/repairs/{ticket.pk}/").content.decode()
    assert "¥4.00" in page
    assert "¥4.00" not in signed_in(teacher).get(f"/repairs/{ticket.pk}/").content.decode()
    back = f"{path}back/{valve.pk}/"
    browser.post(back, {"quantity": 2})
    assert there(valve)[0] == 10
    assert browser.get(back).status_code == 404


def test_pages_ask_the_same_few_questions(signed_in, head, stocked, teacher, storekeeper, ticket):
    browser = signed_in(head)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    def more(number: int) -> tuple[Supply, SupplyIssue, SupplyRequest]:
        item = stocked(f"物品{number}", 50, minimum=60)
        line = supplies.Line(first[0] if first else item, 1)
        issue = supplies.hand_out(
            [line, supplies.Line(item, 1)] if first else [line], title="x", receiver=teacher,
            by=storekeeper, at=AT,
        )  # fmt: skip
        request = requests.ask_for([Wanted(1, item)], kind="stock", title="x", by=teacher, at=AT)
        parts.take_for_ticket(ticket, item, 1, by=storekeeper, at=AT)
        return item, issue, request

    first: tuple = ()
    first = more(0)
    pages = [
        "/repairs/supplies/", "/repairs/supplies/issues/", "/repairs/supplies/requests/",
        "/repairs/supplies/month/?month=2025-11", first[0].get_absolute_url(),
        first[1].get_absolute_url(), f"/repairs/supplies/requests/{first[2].pk}/",
        f"/repairs/{ticket.pk}/",
    ]  # fmt: skip
    few = [asked(page) for page in pages]
    for number in range(1, 4):
        more(number)
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
