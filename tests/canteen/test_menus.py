"""Menus: what is put up, what it costs and weighs over time, and who reads and changes it."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook

from campus.models import Place
from canteen.actions import menus
from canteen.models import Canteen, Counter, Dish, MenuDraft, MenuItem, PortionCheck, PriceNotice
from tests.canteen.conftest import AT, MONDAY, moment, refused

TUESDAY = MONDAY + timedelta(days=1)


def prices() -> list[tuple[Any, ...]]:
    told = PriceNotice.objects.order_by("since")
    return list(told.values_list("since", "price", "grams", "previous_price", "reason"))


def test_a_changed_price_is_written_down_with_its_reason(served):
    served()
    with refused("why the price"):
        served(day=TUESDAY, price=Decimal(7))
    served(day=TUESDAY, price=Decimal(7), reason="猪肉涨价")
    served(day=TUESDAY + timedelta(days=1), price=Decimal(7), grams=130)
    assert prices() == [
        (MONDAY, Decimal(6), 150, None, ""), (TUESDAY, Decimal(7), 150, Decimal(6), "猪肉涨价"),
        (TUESDAY + timedelta(days=1), Decimal(7), 130, Decimal(7), ""),
    ]  # fmt: skip
    assert [notice.since.day for notice in PriceNotice.objects.lighter()] == [5]
    with refused("later day"):
        served(meal="supper", price=Decimal(5), reason="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        PriceNotice.objects.filter(since=TUESDAY).update(reason="")


@pytest.mark.parametrize(
    "slip", [{"price": Decimal(-1)}, {"grams": 0}, {"grams": 5001}, {"meal": "tea"}]
)
def test_a_menu_says_nothing_that_cannot_be(served, slip):
    with pytest.raises(ValidationError):
        served(**slip)


def test_a_dish_stands_once_in_a_meal_of_a_counter(served, item):
    with pytest.raises(ValidationError):
        served()
    served(is_small=True, price=Decimal(3), grams=80)
    assert MenuItem.objects.count() == 2


def test_a_canteen_lies_where_meals_are_eaten(manager):
    place = Place.objects.create(kind="room", code="A-1", name="办公室", use="office")
    with pytest.raises(ValidationError):
        menus.write_canteen(Canteen(), name="三食堂", place=place, by=manager, at=AT)


def test_a_week_is_copied_at_the_prices_of_now(served, canteen, manager):
    served()
    served(day=TUESDAY, price=Decimal(7), reason="涨价")
    monday = MONDAY + timedelta(days=7)
    copy: dict[str, Any] = {"target": monday, "by": manager, "at": AT}
    assert len(menus.copy_week(canteen, source=MONDAY, **copy)) == 2
    assert menus.copy_week(canteen, source=MONDAY, **copy) == []
    told = MenuItem.objects.between(monday, monday + timedelta(days=6)).order_by("day")
    assert [(each.day, each.price) for each in told] == [
        (monday, Decimal(7)), (monday + timedelta(days=1), Decimal(7))
    ]  # fmt: skip
    with refused("no menu"):
        menus.copy_week(canteen, source=date(2024, 1, 1), **copy)


def test_a_portion_is_weighed_beside_what_the_menu_states(item, member, served):
    made = menus.weigh(item, weighed=120, by=member, at=AT)
    menus.weigh(item, weighed=140, by=member, at=AT)
    assert (made.stated, made.short_percent) == (150, 20)
    assert list(PortionCheck.objects.light(10)) == [made]
    with refused("to come"):
        menus.weigh(served(day=TUESDAY), weighed=1, by=member, at=AT)
    with refused("served"):
        menus.take_down(item, by=member, at=AT)


# Sheets


def sheet(*rows: list[Any], merged: tuple[str, ...] = ()) -> SimpleUploadedFile:
    """A workbook as canteens make it, below a title."""
    book = Workbook()
    page: Any = book.active
    page.append(["一食堂带量菜谱"])
    page.append(["时间", "类别（早/中/晚）", "序号", "菜谱名称", "价格（元）", "重量（克）",
                 "食材分类含量（克）", "是否小份菜"])  # fmt: skip
    for row in rows:
        page.append(row)
    for cells in merged:
        page.merge_cells(cells)
    target = BytesIO()
    book.save(target)
    return SimpleUploadedFile("菜谱.xlsx", target.getvalue())


def give(client: Any, canteen: Canteen, counter: Counter, file: SimpleUploadedFile) -> MenuDraft:
    sent = {"monday": "2025-11-05", "counter": counter.pk, "file": file}
    answer = client.post(f"/canteen/menu/{canteen.pk}/import/", sent)
    assert answer.status_code == 302
    return MenuDraft.objects.latest("pk")


def test_a_sheet_with_merged_days_is_looked_through_and_put_up(
    signed_in, manager, canteen, counter, served, head
):
    old = served(dish=Dish.objects.create(name="旧菜"))
    served(day=MONDAY - timedelta(days=7))
    client = signed_in(manager)
    draft = give(client, canteen, counter, sheet(
        ["星期一", "中", 1, "红烧肉", 6.5, "150克", "猪肉100", "否"],
        [None, None, 2, "米饭", 1, 200, "", "否"],
        [None, "晚", 3, "米饭", "0.5元", "100g", "", "是"],
        ["11月4日", "早", 1, "豆浆", 1, 250, "", ""], merged=("A3:A5", "B3:B4"),
    ))  # fmt: skip
    path = f"/canteen/menu/drafts/{draft.pk}/"
    assert draft.faults == []
    assert "6.5" in client.get(path).content.decode()
    # A price changes, and nobody says why.
    assert client.post(path, {"reason": ""}).status_code == 422
    assert client.post(path, {"reason": "猪肉涨价"}).status_code == 302
    told = MenuItem.objects.filter(day__gte=MONDAY).order_by("day", "id")
    assert [(each.day.day, each.meal, str(each.dish), each.grams, each.is_small)
            for each in told] == [
        (3, "lunch", "红烧肉", 150, False), (3, "lunch", "米饭", 200, False),
        (3, "supper", "米饭", 100, True), (4, "breakfast", "豆浆", 250, False),
    ]  # fmt: skip
    assert not MenuItem.objects.filter(pk=old.pk).exists()
    client.post(path, {"reason": "x"})
    assert MenuItem.objects.filter(day__gte=MONDAY).count() == 4


def test_slips_of_a_sheet_stand_at_their_rows_and_nothing_is_put_up(
    signed_in, manager, canteen, counter
):
    client = signed_in(manager)
    draft = give(client, canteen, counter, sheet(
        ["周八", "中", 1, "红烧肉", 6, 150, "", ""], ["周一", "下午茶", 2, "米饭", 1, 200, "", ""],
        ["周一", "中", 3, "米饭", "免费", 200, "", ""],
        ["周一", "中", 4, "米饭", 1, "一碗", "", ""],
        ["周一", "中", 5, "", 1, 200, "", ""], ["周一", "中", 6, "面", 1, 200, "", ""],
        ["周一", "中", 7, "面", 2, 200, "", ""], ["12月1日", "中", 8, "面", 2, 200, "", ""],
    ))  # fmt: skip
    assert [row for row, _sentence in draft.faults] == [3, 4, 5, 6, 7, 9, 10]
    assert [row["row"] for row in draft.rows] == [8]
    assert client.post(f"/canteen/menu/drafts/{draft.pk}/", {"reason": ""}).status_code == 302
    assert not MenuItem.objects.exists()


def test_what_is_no_menu_is_refused_at_its_field(signed_in, manager, canteen, counter):
    path = f"/canteen/menu/{canteen.pk}/import/"
    for file in (SimpleUploadedFile("x.xlsx", b"%PDF-1.7"), sheet()):
        sent = {"monday": "2025-11-05", "counter": counter.pk, "file": file}
        answer = signed_in(manager).post(path, sent)
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"file"})


# Pages


def test_everybody_reads_menus_and_managers_change_them(
    signed_in, pupil, member, manager, item, canteen, teacher
):
    day = f"?day={MONDAY.isoformat()}&meal=lunch"
    for path in (f"/canteen/menu/{day}", f"/canteen/menu/{canteen.pk}/week/{day}",
                 f"/canteen/menu/{canteen.pk}/week/sheet/{day}"):  # fmt: skip
        assert "红烧肉" in signed_in(pupil).get(path).content.decode()
    weighing = f"/canteen/menu/items/{item.pk}/weigh/"
    assert signed_in(pupil).get(weighing).status_code == 403
    assert signed_in(member).post(weighing, {"weighed": "0"}).status_code == 422
    signed_in(member).post(weighing, {"weighed": "131"})
    assert PortionCheck.objects.get().by == member
    assert member.name not in signed_in(pupil).get(item.get_absolute_url()).content.decode()
    assert signed_in(teacher).get("/canteen/menu/items/new/").status_code == 403
    sent = {
        "day": "2025-11-06", "meal": "supper", "counter": item.counter_id, "dish": "新菜",
        "price": "5", "grams": "100",
    }  # fmt: skip
    assert (
        signed_in(manager).post("/canteen/menu/items/new/", {**sent, "price": "-1"}).status_code
        == 422
    )
    assert signed_in(manager).post("/canteen/menu/items/new/", sent).status_code == 302
    assert Dish.objects.filter(name="新菜").exists()


def test_a_label_on_a_table_leads_to_its_canteens_menu(signed_in, pupil, item, canteen):
    spot = Place.objects.create(kind="spot", code="T-1", name="一号桌", parent=canteen.place)
    page = signed_in(pupil).get(f"/places/{spot.pk}/").content.decode()
    assert f"/canteen/menu/?place={spot.pk}" in page
    shown = signed_in(pupil).get(f"/canteen/menu/?place={spot.pk}")
    assert shown.context["canteen"] == canteen


def test_a_screen_shows_the_meal_of_now_without_navigation(signed_in, pupil, item, canteen):
    page = signed_in(pupil).get(f"/canteen/menu/{canteen.pk}/screen/").content.decode()
    assert ("hx-trigger" in page, "sidebar" in page) == (True, False)


def test_menus_ask_as_much_for_one_dish_as_for_many(signed_in, manager, served, canteen):
    client = signed_in(manager)
    paths = [
        f"/canteen/menu/?day={MONDAY}&meal=lunch", f"/canteen/menu/{canteen.pk}/week/?day={MONDAY}",
        "/canteen/prices/", "/canteen/portions/", "/canteen/dishes/",
    ]  # fmt: skip

    def asked() -> list[int]:
        counts = []
        for path in paths:
            client.get(path)
            with CaptureQueriesContext(connection) as queries:
                assert client.get(path).status_code == 200
            counts.append(len(queries))
        return counts

    menus.weigh(served(), weighed=100, by=manager, at=moment(11, 3, 12))
    one = asked()
    for name in ("a", "b", "c"):
        dish = Dish.objects.create(name=name)
        menus.weigh(served(dish=dish), weighed=100, by=manager, at=moment(11, 3, 12))
    assert asked() == one


def test_the_school_sets_its_figures_but_not_below_the_rules(signed_in, manager):
    sent = {
        "sample_grams": "200", "sample_hours": "48", "training_hours": "40",
        "months_after_expiry": "6", "months_without_expiry": "24", "light_percent": "5",
        "five_c_target": "90",
    }  # fmt: skip
    path = "/canteen/settings/standards/"
    assert signed_in(manager).post(path, {**sent, "sample_grams": "100"}).status_code == 422
    assert signed_in(manager).post(path, sent).status_code == 302
