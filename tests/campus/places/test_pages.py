"""The pages of places: the tree, one place, what each person may do there, scanned labels."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from campus.cases import actions as cases
from campus.models import Duty, Enquiry, Place, Role
from campus.places import actions
from campus.places.forms import PlaceField

HTMX = {"HX-Request": "true"}


def names_in(branches) -> list[str]:
    """The tree as lines, each part indented below its whole."""
    lines = []
    for branch in branches:
        lines.append(branch.place.name + (" …" if branch.has_parts and not branch.is_open else ""))
        lines += [f"  {line}" for line in names_in(branch.parts)]
    return lines


def test_the_tree_opens_its_only_campus_and_what_one_looks_at(signed_in, pupil, school):
    browser = signed_in(pupil)
    assert names_in(browser.get("/places/").context["branches"]) == [
        "主校区", "  致知楼 …", "  食堂"
    ]  # fmt: skip
    opened = browser.get("/places/", {"in": school["JX-2"].pk}).context["branches"]
    assert names_in(opened) == [
        "主校区", "  致知楼", "    1层 …", "    2层", "      201 物理实验室 …", "  食堂",
    ]  # fmt: skip


def test_htmx_asks_for_the_parts_alone(signed_in, pupil, school):
    answer = signed_in(pupil).get("/places/", {"in": school["JX"].pk}, headers=HTMX)
    assert names_in(answer.context["branches"]) == ["1层 …", "2层 …"]
    assert "<html" not in answer.content.decode()
    assert answer.headers["Vary"].count("HX-Request") == 1


@pytest.mark.parametrize("typed", ["0", "999999", "x", "9" * 30])
def test_there_is_no_tree_of_what_is_not_there(signed_in, pupil, school, typed):
    assert signed_in(pupil).get("/places/", {"in": typed}).status_code == 404


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("物理", ["JX-201", "JX-201-S"]),
        ("jx-101", ["JX-101"]),
        ("致知楼 洗眼", ["JX-201-S"]),
        ("JX-2", ["JX-2", "JX-201", "JX-201-S"]),
        ("没有", []),
    ],
)
def test_two_characters_or_the_code_find_a_place_wherever_it_is(
    signed_in, pupil, school, words, found
):
    browser = signed_in(pupil)
    shown = browser.get("/places/", {"q": words}).context["found"]
    assert [place.code for place in shown] == found
    offered = browser.get("/places/suggest/", {"q": words}).json()["offers"]
    assert [place["code"] for place in offered] == found


def test_what_is_offered_says_where_it_is(signed_in, pupil, school):
    offered = signed_in(pupil).get("/places/suggest/", {"q": "jx-201"}).json()
    assert offered == {"offers": [
        {"code": "JX-201", "name": "201 物理实验室", "where": "主校区 › 致知楼 › 2层"},
        {"code": "JX-201-S", "name": "洗眼器", "where": "主校区 › 致知楼 › 2层 › 201 物理实验室"},
    ]}  # fmt: skip


def test_what_is_out_of_use_is_offered_nowhere(signed_in, pupil, administrator, school):
    yesterday = timezone.localdate() - timedelta(days=1)
    actions.end(school["JX"], on=yesterday, by=administrator, at=timezone.now())
    browser = signed_in(pupil)
    assert names_in(browser.get("/places/").context["branches"]) == ["主校区", "  食堂"]
    assert browser.get("/places/suggest/", {"q": "物理"}).json() == {"offers": []}
    assert browser.get(f"/places/{school['JX'].pk}/").context["page"].acts == []


@pytest.fixture
def managed(school, technician, administrator) -> Place:
    """The laboratory, managed by the technician, with a note."""
    technician.phone = "13800000000"
    technician.save()
    return actions.change(
        school["JX-201"], by=administrator, at=timezone.now(), manager=technician, note="气瓶在柜中"
    )


def told(answer) -> list[bool]:
    """Whether manager, phone and duty stand on the page."""
    text = answer.content.decode()
    return [words in text for words in ("江小川", "13800000000", "安若溪")]


def test_staff_see_who_is_there_and_pupils_do_not(
    signed_in, teacher, pupil, safety_officer, managed, school
):
    Duty.objects.create(
        person=safety_officer, role=Role.SAFETY_OFFICER, place=school["JX"],
        starts_on=date(2020, 1, 1),
    )  # fmt: skip
    path = managed.get_absolute_url()
    assert told(signed_in(teacher).get(path)) == [True, True, True]
    assert told(signed_in(pupil).get(path)) == [False, False, False]
    assert "气瓶在柜中" in signed_in(pupil).get(path).content.decode()


def test_whoever_stands_there_may_tell_the_front_desk(signed_in, pupil, managed):
    browser = signed_in(pupil)
    page = browser.get(managed.get_absolute_url()).context["page"]
    paths = {str(act.label.__reduce__()): path for act, path in page.acts}
    assert "/desk/new/?place=JX-201" in paths.values()
    form = browser.get("/desk/new/?place=JX-201").context["form"]
    assert form["place"].value() == "JX-201"


def test_open_cases_at_the_place_and_its_parts_as_far_as_one_sees_them(
    signed_in, teacher, dispatcher, pupil, school
):
    for place, by in (("JX-101", teacher), ("JX-201", pupil), ("ST", teacher)):
        cases.raise_case(
            Enquiry, by=by, at=timezone.now(), title=f"{place} 灯不亮", place=school[place]
        )
    path = school["JX"].get_absolute_url()

    def titles(person) -> set[str]:
        page = signed_in(person).get(path).context["page"]
        return {row.title.partition(" ")[2] for _sort, rows in page.records for row in rows}

    assert titles(dispatcher) == {"JX-101 灯不亮", "JX-201 灯不亮"}
    assert titles(teacher) == {"JX-101 灯不亮"}
    assert titles(pupil) == {"JX-201 灯不亮"}


def queries(browser, path) -> int:
    browser.get(path)
    with CaptureQueriesContext(connection) as counted:
        browser.get(path)
    return len(counted)


def test_a_page_asks_the_same_few_questions_whatever_is_there(signed_in, head, dispatcher, school):
    browser = signed_in(head)
    path = school["JX"].get_absolute_url()
    before = queries(browser, path), queries(browser, f"/places/?in={school['JX'].pk}")
    for number in range(3, 8):
        floor = actions.lay(
            kind="floor", code=f"JX-{number}", name=f"{number}层", parent=school["JX"]
        )
        cases.raise_case(Enquiry, by=head, at=timezone.now(), title=f"第{number}件", place=floor)
    assert (queries(browser, path), queries(browser, f"/places/?in={school['JX'].pk}")) == before


# Labels that were scanned


def test_a_scanned_label_leads_to_the_place_through_the_sign_in(client, pupil, school):
    place = Place.objects.get(code="JX-101")
    path = f"/q/{place.token}"
    answer = client.get(path)
    assert answer.headers["Location"] == f"/sign-in/?next={path}"
    client.force_login(pupil)
    assert client.get(path).headers["Location"] == f"/places/{place.pk}/"


def test_an_old_label_says_how_to_go_on(signed_in, pupil, administrator, school):
    token = Place.objects.get(code="JX-101").token
    actions.renew_tokens(school["JX-101"], with_parts=False, by=administrator, at=timezone.now())
    for path in (f"/q/{token}", "/q/never-was-one"):
        answer = signed_in(pupil).get(path)
        assert answer.status_code == 404
        assert answer.templates[0].name == "places/old_label.html"


# Keeping the list


NEW = {"kind": "room", "code": "JX-102", "name": "102", "parent": "jx-1", "use": "classroom"}


def test_the_keepers_lay_a_place(signed_in, administrator, school):
    answer = signed_in(administrator).post("/places/new/", NEW)
    place = Place.objects.get(code="JX-102")
    assert answer.headers["Location"] == place.get_absolute_url()
    assert (place.full_name, place.use) == ("主校区 › 致知楼 › 1层 › 102", "classroom")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code": "JX-101"}, "code"),
        ({"code": "jx-101"}, "code"),
        ({"name": "101"}, "__all__"),
        ({"parent": "nowhere"}, "parent"),
        ({"kind": "building"}, "__all__"),
        ({"use": "castle"}, "use"),
        ({"capacity": "-1"}, "capacity"),
    ],
)
def test_slips_are_told_at_their_field(signed_in, administrator, school, wrong, field):
    answer = signed_in(administrator).post("/places/new/", NEW | wrong)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def edited(place: Place, **facts) -> dict[str, str]:
    fields = {"kind": place.kind, "code": place.code, "name": place.name} | facts
    return {name: str(value) for name, value in fields.items()}


def test_a_name_that_a_sibling_has_is_told_in_the_form(signed_in, head, school):
    room = actions.lay(kind="room", code="JX-102", name="102", parent=school["JX-1"])
    answer = signed_in(head).post(f"/places/{room.pk}/edit/", edited(room, name="101"))
    assert answer.status_code == 422
    answer = signed_in(head).post(f"/places/{room.pk}/edit/", edited(room, name="103", capacity=40))
    assert answer.status_code == 302
    room.refresh_from_db()
    assert (room.full_name, room.capacity) == ("主校区 › 致知楼 › 1层 › 103", 40)


def test_the_manager_says_how_many_it_holds_and_no_more(signed_in, technician, managed):
    path = f"/places/{managed.pk}/edit/"
    typed = edited(managed, name="新名", capacity=48, note="气瓶已移走")
    assert signed_in(technician).post(path, typed).status_code == 302
    managed.refresh_from_db()
    assert (managed.name, managed.capacity, managed.note) == ("201 物理实验室", 48, "气瓶已移走")


def test_a_move_is_refused_in_the_form_where_it_cannot_be(signed_in, head, school):
    path = f"/places/{school['JX-2'].pk}/move/"
    for to in ("JX-201", "JX-1", "JX-2", "nowhere"):
        assert signed_in(head).post(path, {"to": to}).status_code == 422
    assert signed_in(head).post(path, {"to": "ST"}).status_code == 302
    assert Place.objects.get(code="JX-201").full_name == "主校区 › 食堂 › 2层 › 201 物理实验室"


def test_out_of_use_and_back(signed_in, head, school):
    path = f"/places/{school['JX'].pk}/"
    assert signed_in(head).get(f"{path}end/").context["parts"] == 5
    assert signed_in(head).post(f"{path}end/", {"on": "2025-06-30"}).status_code == 302
    assert Place.objects.filter(ends_on=date(2025, 6, 30)).count() == 6
    assert signed_in(head).post(f"{path}reopen/").status_code == 302
    assert not Place.objects.exclude(ends_on=None).exists()


@pytest.mark.parametrize("verb", ["edit", "move", "end", "reopen", "renew"])
def test_nobody_else_keeps_the_list(signed_in, teacher, pupil, school, verb):
    for person in (teacher, pupil):
        answer = signed_in(person).post(f"/places/{school['JX'].pk}/{verb}/", {"sent": "1"})
        assert answer.status_code == 403


def test_new_labels_are_made_after_a_second_look(signed_in, administrator, school):
    path = f"/places/{school['JX'].pk}/renew/"
    old = dict(Place.objects.values_list("code", "token"))
    signed_in(administrator).get(path)
    assert dict(Place.objects.values_list("code", "token")) == old
    signed_in(administrator).post(path, {"sent": "1", "with_parts": "on"})
    new = dict(Place.objects.values_list("code", "token"))
    assert {code for code in new if new[code] == old[code]} == {"A", "ST"}


# The field


@pytest.mark.parametrize(
    ("typed", "code"),
    [("jx-101", "JX-101"), ("食堂", "ST"), ("", None), ("201 物理实验室", "JX-201")],
)
def test_a_place_is_typed_by_code_or_name(school, typed, code):
    cleaned = PlaceField(required=False).clean(typed)
    assert (cleaned and cleaned.code) == code


def test_a_place_out_of_use_is_refused_with_a_sentence(signed_in, pupil, administrator, school):
    actions.end(school["JX-101"], on=date(2025, 6, 30), by=administrator, at=timezone.now())
    typed = {"title": "灯不亮", "place": "JX-101", "priority": "normal"}
    answer = signed_in(pupil).post("/desk/new/", typed)
    assert answer.status_code == 422
    [sentence] = answer.context["form"].errors["place"]
    assert sentence.startswith("“主校区 › 致知楼 › 1层 › 101”")


def test_a_name_that_several_bear_wants_the_code(school):
    actions.lay(kind="room", code="ST-101", name="101", parent=school["ST"])
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError) as refused:
        PlaceField().clean("101")
    assert refused.value.params == {"codes": "JX-101、ST-101"}
