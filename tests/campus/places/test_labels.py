"""Labels: which places they are for, how they lie on their sheets, what their codes say."""

import pytest

from campus.models import Place
from campus.places import actions, labels


def lying(answer) -> list[list[str]]:
    """The codes of the labels, sheet by sheet."""
    return [[label.number for label in sheet] for sheet in answer.context["sheets"]]


def test_the_labels_of_a_building_in_reading_order(signed_in, head, school):
    path = f"/places/labels/?within={school['JX'].pk}"
    browser = signed_in(head)
    everything = ["JX", "JX-1", "JX-2", "JX-101", "JX-201", "JX-201-S"]
    assert lying(browser.get(path)) == [everything]
    assert lying(browser.get(f"{path}&kind=room")) == [["JX-101", "JX-201"]]
    assert lying(browser.get(f"{path}&kind=room&size=door")) == [["JX-101"], ["JX-201"]]


@pytest.mark.parametrize(("size", "sheets"), [("small", [24, 7]), ("large", [10, 10, 10, 1])])
def test_as_many_on_a_sheet_as_fit(signed_in, head, school, size, sheets):
    actions.lay_all(
        Place(kind="room", code=f"ST-{n}", name=str(n), parent=school["ST"]) for n in range(30)
    )
    answer = signed_in(head).get(f"/places/labels/?within={school['ST'].pk}&size={size}")
    assert [len(sheet) for sheet in lying(answer)] == sheets


def test_the_labels_of_what_was_selected_in_the_list(signed_in, head, school):
    chosen = {"item": [school["ST"].pk, school["JX-101"].pk]}
    answer = signed_in(head).post("/places/labels/", chosen)
    assert lying(answer) == [["JX-101", "ST"]]
    assert signed_in(head).post("/places/labels/", {}).status_code == 302


def test_too_many_at_once_are_sent_back(signed_in, head, school, monkeypatch):
    monkeypatch.setattr(labels, "MOST", 5)
    answer = signed_in(head).get(f"/places/labels/?within={school['JX'].pk}")
    assert answer.headers["Location"] == school["JX"].get_absolute_url()


def test_who_prints_labels(signed_in, head, administrator, technician, teacher, pupil, school):
    path = f"/places/labels/?within={school['JX'].pk}"

    def codes() -> list[int]:
        people = (head, administrator, technician, teacher, pupil)
        return [signed_in(person).get(path).status_code for person in people]

    assert codes() == [200, 200, 403, 403, 403]
    Place.objects.filter(code="A").update(manager=technician)
    assert codes() == [200, 200, 200, 403, 403]
    assert signed_in(technician).post("/places/labels/", {"item": "1"}).status_code == 403


def test_there_are_no_labels_of_nothing(signed_in, head, school):
    assert signed_in(head).get("/places/labels/").status_code == 404
    assert signed_in(head).get("/places/labels/?within=x").status_code == 404


def test_a_label_says_the_portals_own_address(school, settings):
    settings.SITE_URL = "https://steward.school.example/"
    place = Place.objects.get(code="ST")
    assert (
        labels.address_of("scan", place.token) == f"https://steward.school.example/q/{place.token}"
    )


def test_a_code_has_white_around_it_and_is_drawn_in_boxes():
    drawing = labels.drawn("https://steward.school.example/q/abcdefghijklmnop")
    # Version 4 has 33 modules a side, and four of white on either.
    assert drawing.width == 41
    assert drawing.path.startswith("M4 4h7v1h-7z")
    assert labels.drawn("https://steward.school.example/q/abcdefghijklmnop") is drawing
