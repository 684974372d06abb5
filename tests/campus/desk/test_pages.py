"""The front desk's pages: raise, find, move, follow, be told what happened."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from campus.cases import actions as cases
from campus.desk import actions
from campus.models import Enquiry, Follow, Place


@pytest.fixture
def lab(db) -> Place:
    return Place.objects.create(kind=Place.Kind.ROOM, code="A-SY-301", name="301 实验室")


@pytest.fixture
def raised(teacher, dispatcher):
    def raise_one(by=None, **facts) -> Enquiry:
        facts.setdefault("title", "走廊灯不亮")
        return cases.raise_case(Enquiry, by=by or teacher, at=timezone.now(), **facts)

    return raise_one


TYPED = {"title": "水龙头滴水", "place": "A-SY-301", "priority": "normal"}


def test_anybody_raises_an_enquiry(signed_in, pupil, lab, dispatcher):
    answer = signed_in(pupil).post("/desk/new/", TYPED, follow=True)
    enquiry = Enquiry.objects.get()
    assert (enquiry.title, enquiry.place, enquiry.reporter, enquiry.assignee) == (
        "水龙头滴水", lab, pupil, None,
    )  # fmt: skip
    assert answer.redirect_chain == [(f"/desk/{enquiry.pk}/", 302)]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"title": "字" * 121}, "title"),
        ({"place": "没有这里"}, "place"),
        ({"priority": "soon"}, "priority"),
    ],
)
def test_a_slip_is_told_at_its_field_and_nothing_typed_is_lost(
    signed_in, teacher, lab, wrong, field
):
    answer = signed_in(teacher).post("/desk/new/", {**TYPED, **wrong, "description": "每天都滴"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "每天都滴" in answer.content.decode()
    assert not Enquiry.objects.exists()


def test_the_desk_raises_for_a_caller(signed_in, dispatcher, pupil, lab):
    signed_in(dispatcher).post("/desk/new/", {**TYPED, "reporter": pupil.number})
    assert Enquiry.objects.get().reporter == pupil


def test_nobody_else_raises_in_anothers_name(signed_in, teacher, pupil, lab):
    signed_in(teacher).post("/desk/new/", {**TYPED, "reporter": pupil.number})
    assert Enquiry.objects.get().reporter == teacher


def test_only_whom_it_concerns_sees_it(signed_in, raised, teacher, technician, head, pupil):
    path = f"/desk/{raised().pk}/"
    shown = {
        person.name: signed_in(person).get(path).status_code
        for person in (teacher, technician, head, pupil)
    }
    assert shown == {"许知言": 200, "江小川": 404, "程远山": 200, "林暮云": 404}


def buttons(answer) -> dict[str, str]:
    """The moves on a case's page, each with the reason why it is greyed."""
    return {
        button.move.name: str(button.answer.reason) for button in answer.context["page"].buttons
    }


def test_a_greyed_button_says_why(signed_in, raised, teacher, pupil):
    reason = "仅服务台和负责人可以操作。"
    own = "仅经办人、服务台和负责人可以操作。"
    answer = signed_in(teacher).get(f"/desk/{raised().pk}/")
    assert buttons(answer) == {
        "take": reason, "answer": own, "give": reason, "extend": reason, "hand-on": reason,
        "merge": reason, "refuse": reason, "withdraw": "",
    }  # fmt: skip
    assert reason in answer.content.decode()


def test_pupils_are_not_shown_what_only_staff_do(signed_in, raised, pupil):
    answer = signed_in(pupil).get(f"/desk/{raised(by=pupil).pk}/")
    assert buttons(answer) == {"withdraw": ""}


def test_a_move_without_questions_is_one_press(signed_in, raised, dispatcher):
    enquiry = raised()
    path = f"/desk/{enquiry.pk}/"
    answer = signed_in(dispatcher).post(f"{path}take/", {"seen": 1}, follow=True)
    assert answer.redirect_chain == [(path, 302)]
    assert "交给秦疏影" in answer.content.decode()


def test_the_second_of_two_finds_out_on_the_page(signed_in, raised, dispatcher, head):
    enquiry = raised()
    path = f"/desk/{enquiry.pk}/"
    signed_in(dispatcher).post(f"{path}take/", {"seen": 1})
    answer = signed_in(head).post(
        f"{path}refuse/", {"seen": 1, "words": "不归我们"}, follow=True,
        headers={"referer": f"http://testserver{path}"},
    )  # fmt: skip
    assert "秦疏影抢先一步" in answer.content.decode()
    enquiry.refresh_from_db()
    assert enquiry.status == "under_way"


def test_a_move_that_asks_has_its_page_and_says_what_is_missing(signed_in, raised, dispatcher):
    path = f"/desk/{raised().pk}/refuse/"
    client = signed_in(dispatcher)
    assert client.get(path).status_code == 200
    answer = client.post(path, {"seen": 1, "words": ""})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["words"])


@pytest.mark.parametrize("move", ["take", "answer", "merge"])
def test_a_move_is_for_those_who_may(signed_in, raised, teacher, move):
    path = f"/desk/{raised().pk}/{move}/"
    assert signed_in(teacher).post(path, {"seen": 1}).status_code == 403


def test_there_are_no_other_moves(signed_in, raised, head):
    assert signed_in(head).get(f"/desk/{raised().pk}/explode/").status_code == 404


def test_merging_takes_the_number_of_another_open_one(signed_in, raised, dispatcher):
    first, second = raised(), raised()
    client = signed_in(dispatcher)
    wrong = client.post(f"/desk/{second.pk}/merge/", {"seen": 1, "into": second.number})
    assert wrong.status_code == 422
    client.post(f"/desk/{second.pk}/merge/", {"seen": 1, "into": f" {first.number.lower()} "})
    second.refresh_from_db()
    assert second.merged_into == first


def test_already_reported_offers_shared_ones_at_the_place(signed_in, raised, lab, pupil):
    shared = raised(place=lab, is_shared=True)
    raised(place=lab)
    answer = signed_in(pupil).get("/desk/already/", {"place": "a-sy-301"})
    assert list(answer.context["found"]) == [shared]


def test_me_too_opens_a_shared_one_and_no_other(signed_in, raised, pupil):
    shared, own = raised(is_shared=True), raised()
    client = signed_in(pupil)
    answer = client.post(f"/desk/{shared.pk}/me-too/", follow=True)
    assert answer.status_code == 200
    assert client.post(f"/desk/{own.pk}/me-too/").status_code == 404
    assert [(each.person, each.case) for each in Follow.objects.all()] == [(pupil, shared)]


def test_following_and_no_more(signed_in, raised, head):
    path = f"/desk/{raised().pk}/"
    client = signed_in(head)
    client.post(f"{path}follow/")
    assert Follow.objects.filter(person=head).count() == 1
    client.post(f"{path}unfollow/")
    assert not Follow.objects.exists()


def test_the_list_finds_by_two_characters_and_by_state(signed_in, raised, dispatcher):
    lamp, tap = raised(), raised(title="水龙头滴水")
    client = signed_in(dispatcher)
    actions.take(tap, by=dispatcher, at=timezone.now())

    def found(**query) -> list[str]:
        return [row.record.number for row in client.get("/desk/", query).context["rows"]]

    assert found() == [tap.number, lamp.number]
    assert found(q="龙头") == [tap.number]
    assert found(current="nobody") == [lamp.number]
    assert found(status="under_way") == [tap.number]


def test_a_whole_number_finds_its_case_alone_and_a_part_of_it_all_that_bear_it(
    signed_in, raised, dispatcher
):
    lamp = raised()
    tap = raised(title=f"同 {lamp.number}")
    client = signed_in(dispatcher)

    def found(words: str) -> list[str]:
        return [row.record.number for row in client.get("/desk/", {"q": words}).context["rows"]]

    assert found(lamp.number) == found(lamp.number.lower()) == [lamp.number]
    assert found(lamp.number[:-1]) == [tap.number, lamp.number]
    assert found("E-1999-0001") == []


def test_the_desk_gives_many_at_once(signed_in, raised, dispatcher, technician):
    both = [raised(), raised()]
    signed_in(dispatcher).post(
        "/desk/give/", {"item": [each.pk for each in both], "to": technician.number}
    )
    assert set(Enquiry.objects.values_list("assignee", "status")) == {(technician.pk, "under_way")}


def test_pages_ask_the_same_few_questions_whatever_the_rows(signed_in, raised, head, lab, pupil):
    client = signed_in(head)
    case = raised(place=lab)

    def asked(path: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(path).status_code == 200
        return len(queries)

    pages = ["/desk/", f"/desk/{case.pk}/"]
    asked(pages[0]), asked(pages[1])
    few = [asked(page) for page in pages]
    for _index in range(2):
        raised(place=lab)
        cases.me_too(case, by=pupil, at=timezone.now() + timedelta(hours=1))
    assert [asked(page) for page in pages] == few
    assert few == [6, 10]


def test_the_list_tells_rooms_of_one_name_apart(signed_in, dispatcher, raised):
    for building in ("明德楼", "致知楼"):
        whole = Place.objects.create(kind="building", code=building, name=building)
        code = f"{building}-301"
        raised(place=Place.objects.create(kind="room", code=code, name="301", parent=whole))
    text = signed_in(dispatcher).get("/desk/").content.decode()
    assert [f"{building}-301" in text for building in ("明德楼", "致知楼")] == [True, True]
    sheet = signed_in(dispatcher).post("/lists/enquiries/export/").content
    page = load_workbook(BytesIO(sheet)).worksheets[0]
    column = [row[2].value for row in page.iter_rows(min_row=2)]
    assert column == ["致知楼 › 301", "明德楼 › 301"]
