"""Assets and spares, page by page: who sees what, forms, labels, scanning, searching."""

from urllib.parse import urlsplit

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from campus.attachments.contents import take
from campus.models import Attachment
from campus.sheets.reader import read_table
from repairs.actions import assets, spares
from repairs.actions.asset_import import HEADINGS, check
from repairs.models import AssetMove, FixedAsset, Loan, SheetImport, Ticket
from tests.campus.attachments.samples import jpeg, upload
from tests.repairs.conftest import AT, cells, fresh

TYPED = {
    "number": "zc-0007", "name": "空调", "new_category": "空调", "status": "in_use",
    "place": "A-JX1-301", "price": "2890",
}  # fmt: skip


def test_an_asset_is_registered_on_its_form(signed_in, storekeeper, room):
    answer = signed_in(storekeeper).post("/repairs/assets/new/", TYPED, follow=True)
    asset = FixedAsset.objects.get()
    assert (asset.number, asset.place, asset.by) == ("ZC-0007", room, storekeeper)
    assert answer.redirect_chain == [(asset.get_absolute_url(), 302)]


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"number": ""}, "number"), ({"number": "Zc-0001"}, "number"), ({"name": ""}, "name"),
        ({"price": "-1"}, "price"), ({"new_category": " "}, "category"), ({"place": "无"}, "place"),
        ({"status": "disposed"}, "status"), ({"custodian": "无此人"}, "custodian"),
        ({"bought_on": "2025-09-01", "warranty_until": "2025-01-01"}, "warranty_until"),
        ({"note": "长" * 10_000}, "note"), ({"category": "999"}, "category"),
    ],
)  # fmt: skip
def test_a_slip_stands_at_its_field(signed_in, storekeeper, asset, slip, field):
    answer = signed_in(storekeeper).post("/repairs/assets/new/", TYPED | slip)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert FixedAsset.objects.count() == 1


def test_markup_stays_words(signed_in, storekeeper, asset):
    browser = signed_in(storekeeper)
    browser.post("/repairs/assets/new/", TYPED | {"name": "<b>空调</b>"})
    text = browser.get(FixedAsset.objects.get(number="ZC-0007").get_absolute_url()).content.decode()
    assert ("<b>空调</b>" in text, "&lt;b&gt;空调&lt;/b&gt;" in text) == (False, True)


def test_a_scan_leads_to_the_page_and_from_there_to_a_report(signed_in, asset, pupil, water):
    browser = signed_in(pupil)
    asset.refresh_from_db()
    page = browser.get(f"/repairs/a/{asset.token}", follow=True).content.decode()
    report = "/repairs/new/?asset=ZC-0001"
    assert report in page
    form = browser.get(report).context["form"]
    assert (form["asset"].value(), form["place"].value()) == ("ZC-0001", "A-JX1-301")
    typed = {
        "asset": "ZC-0001", "title": "不亮", "place": "A-JX1-301", "priority": "normal",
        "category": water.pk,
    }  # fmt: skip
    browser.post(report, typed)
    assert fresh(Ticket.objects.get()).asset == asset


def test_pupils_are_told_what_it_is_and_no_more(signed_in, registered, pupil, teacher, asset):
    registered("ZC-5", custodian=teacher, price="4350", supplier="某供应商", note="内部")
    page = FixedAsset.objects.get(number="ZC-5").get_absolute_url()
    text = signed_in(pupil).get(page).content.decode()
    told = [word for word in ("ZC-5", "4350", "某供应商", "内部", teacher.name) if word in text]
    assert told == ["ZC-5"]
    assert signed_in(pupil).get("/repairs/assets/").status_code == 403
    place = signed_in(pupil).get(asset.place.get_absolute_url()).content.decode()
    assert "ZC-0001" not in place


def test_files_of_an_asset_are_for_staff(signed_in, asset, storekeeper, teacher, pupil):
    invoice = upload(jpeg(64, 48), "invoice.jpg")
    assets.change(asset, attachments=[take(invoice)], by=storekeeper, at=AT)
    path = Attachment.objects.of(asset).get().get_absolute_url()
    assert [signed_in(each).get(path).status_code for each in (teacher, pupil)] == [200, 404]


def test_a_scan_of_nothing_says_so_kindly(signed_in, pupil):
    answer = signed_in(pupil).get("/repairs/a/nothing-of-this")
    assert answer.status_code == 404


def test_an_unknown_asset_does_not_hinder_a_report(signed_in, pupil, room):
    form = signed_in(pupil).get("/repairs/new/?asset=没有&place=A-JX1-301").context["form"]
    assert (form["asset"].value(), form["place"].value()) == (None, "A-JX1-301")
    answer = signed_in(pupil).post("/repairs/new/", {"asset": "没有"})
    assert "asset" in answer.context["form"].errors


def test_labels_are_printed_of_the_selected(signed_in, storekeeper, teacher, asset, settings):
    settings.SITE_URL = "https://steward.school.example"
    sent = {"item": [asset.pk], "size": "large"}
    answer = signed_in(storekeeper).post("/repairs/assets/labels/", sent)
    labels = [label for sheet in answer.context["sheets"] for label in sheet]
    assert [(label.number, label.name) for label in labels] == [("ZC-0001", "投影仪")]
    assert answer.context["size"].name == "large"
    assert signed_in(teacher).post("/repairs/assets/labels/", sent).status_code == 403


def test_the_selected_are_transferred_after_the_heads_word(
    signed_in, storekeeper, head, registered, teacher, asset
):
    many = [asset.pk, registered("ZC-2").pk]
    sent = {"item": many, "custodian": teacher.number, "reason": "领用"}
    signed_in(storekeeper).post("/repairs/assets/transfer/", sent)
    moves = AssetMove.objects.waiting()
    assert moves.count() == 2
    day = signed_in(head).get("/").content.decode()
    assert "/repairs/assets/moves/?state=asked" in day
    chosen = {"item": [move.pk for move in moves]}
    signed_in(head).post("/repairs/assets/moves/approve/", chosen)
    assert set(FixedAsset.objects.values_list("custodian", flat=True)) == {teacher.pk}


def test_who_answers_for_it_may_ask_for_its_transfer(signed_in, registered, teacher, technician):
    own = registered("ZC-5", custodian=teacher)
    path = f"{own.get_absolute_url()}transfer/"
    assert signed_in(technician).get(path).status_code == 403
    signed_in(teacher).post(path, {"custodian": technician.number, "reason": "转交"})
    move = AssetMove.objects.get()
    assert (move.asked_by, move.state) == (teacher, "asked")
    signed_in(teacher).post(f"/repairs/assets/moves/{move.pk}/withdraw/")
    assert AssetMove.objects.get().state == "withdrawn"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"ZC-0001", "ZC-0009"}), ("?q=投影", {"ZC-0001", "ZC-0009"}), ("?q=备用", {"ZC-0009"}),
        ("?q=ZC-0001", {"ZC-0001"}), ("?which=spare", {"ZC-0009"}), ("?status=disposed", set()),
        ("?which=under_repair", {"ZC-0001"}), ("?which=warranty", set()), ("?which=mine", set()),
        ("?q=301", {"ZC-0001", "ZC-0009"}),
    ],
)  # fmt: skip
def test_the_register_is_searched_and_narrowed(
    signed_in, head, asset, spare, reported, query, found
):
    reported(asset=asset)
    answer = signed_in(head).get(f"/repairs/assets/{query}")
    assert {row.record.number for row in answer.context["rows"]} == found


def test_the_export_comes_in_again_without_a_change(signed_in, storekeeper, asset, room):

    answer = signed_in(storekeeper).post("/lists/assets/export/")
    data = b"".join(answer) if answer.streaming else answer.content
    assert next(cells(data))[0] == "ZC-0001"
    FixedAsset.objects.filter(pk=asset.pk).update(number="ZC-0000")
    checked = check(read_table(data, "x.xlsx", headings=HEADINGS), SheetImport())
    assert (checked.faults, [each.number for each in checked.things]) == ([], ["ZC-0001"])
    assert checked.things[0].place == room


def test_a_spare_is_lent_for_a_ticket_and_comes_back(signed_in, dispatcher, ticket, spare):
    browser = signed_in(dispatcher)
    page = browser.get(f"/repairs/{ticket.pk}/").content.decode()
    path = f"/repairs/assets/spares/lend/?ticket={ticket.number}"
    assert path in page
    typed = {"asset": "zc-0009", "ticket": ticket.number, "due_on": "2099-01-01"}
    answer = browser.post(path, typed)
    loan = Loan.objects.get()
    assert urlsplit(answer.headers["Location"]).path == f"/repairs/{ticket.pk}/"
    text = browser.get(f"/repairs/{ticket.pk}/").content.decode()
    assert f"/repairs/assets/loans/{loan.pk}/return/" in text
    browser.post(f"/repairs/assets/loans/{loan.pk}/return/", {"condition": "good"})
    assert not Loan.objects.out().exists()


@pytest.mark.parametrize(
    ("slip", "field"),
    [
        ({"asset": "ZC-0001"}, "asset"), ({"asset": "没有"}, "asset"), ({"due_on": ""}, "due_on"),
        ({"due_on": "2020-01-01"}, "due_on"), ({"borrower": ""}, "borrower"),
        ({"ticket": "R-1999-0001"}, "ticket"), ({"note": "长" * 301}, "note"),
    ],
)  # fmt: skip
def test_what_cannot_be_lent_is_told_at_its_field(
    signed_in, dispatcher, teacher, asset, spare, slip, field
):
    typed = {"asset": "ZC-0009", "borrower": teacher.number, "due_on": "2099-01-01"} | slip
    answer = signed_in(dispatcher).post("/repairs/assets/spares/lend/", typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


def test_others_loans_are_nobodys_business(
    signed_in, spare, teacher, head, dispatcher, academic_office
):
    loan = spares.lend(spare, borrower=head, due_on=AT.date(), by=dispatcher, at=AT)
    browser = signed_in(teacher)
    assert browser.get(f"/repairs/assets/loans/{loan.pk}/return/").status_code == 404
    rows = browser.get("/repairs/assets/loans/").context["rows"]
    assert list(rows) == []


def test_free_spares_are_offered_while_typing(signed_in, dispatcher, teacher, spare, registered):
    registered("ZC-0010", name="备用电脑", is_spare=True, status="idle")
    spares.lend(spare, borrower=teacher, due_on=AT.date(), by=dispatcher, at=AT)
    offers = signed_in(dispatcher).get("/repairs/assets/spares/suggest/?q=备用").json()["offers"]
    assert [each["code"] for each in offers] == ["ZC-0010"]


def test_pages_ask_the_same_few_questions(signed_in, head, registered, teacher, reported, asset):
    browser = signed_in(head)

    def asked(path: str) -> int:
        browser.get(path)
        with CaptureQueriesContext(connection) as queries:
            assert browser.get(path).status_code == 200
        return len(queries)

    def more(number: int) -> None:
        one = registered(f"ZC-1{number}", is_spare=True, status="idle")
        spares.lend(one, borrower=teacher, due_on=AT.date(), by=head, at=AT)
        reported(asset=asset)
        assets.ask_to_move(asset, "transfer", reason="x", to={"custodian": teacher}, by=head, at=AT)

    pages = [
        "/repairs/assets/", "/repairs/assets/spares/", "/repairs/assets/loans/",
        "/repairs/assets/moves/", asset.get_absolute_url(),
    ]  # fmt: skip
    more(0)
    few = [asked(page) for page in pages]
    for number in range(1, 4):
        more(number)
    assert [asked(page) for page in pages] == few
    assert max(few) <= 12
