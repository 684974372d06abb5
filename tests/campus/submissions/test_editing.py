"""Two people change one record at once: neither loses anything without being told."""

from datetime import date

import pytest

from campus.models import Place
from tests.reminding import make_item


@pytest.fixture
def item(semester, office, head):
    days = {"starts_on": date(2025, 11, 9), "ends_on": date(2025, 11, 9)}
    return make_item(semester, office, head, title="消防演练", **days)


@pytest.fixture
def drawn(signed_in, head, item):
    """The edit form of the item as one browser has it: `drawn(title=…)` sends it changed."""
    browser, path = signed_in(head), f"/plan/items/{item.pk}/edit/"
    form = browser.get(path).context["form"]
    fields = {name: form[name].value() for name in form.fields}
    fields = {name: value for name, value in fields.items() if value not in (None, [])}

    def send(**changes):
        return browser.post(path, {**fields, **changes})

    return send


def again(answer) -> dict:
    """What a form that came back holds."""
    form = answer.context["form"]
    fields = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in fields.items() if value not in (None, [])}


def facts(item) -> tuple[str, str, list[str]]:
    item.refresh_from_db()
    return item.title, item.cohort, [str(unit) for unit in item.support_units.all()]


def test_who_edits_alone_just_saves(drawn, item):
    assert drawn(title="消防疏散演练").status_code == 302
    assert facts(item) == ("消防疏散演练", "", [])


def test_what_only_somebody_else_has_changed_stays(drawn, item, academic_office):
    type(item).objects.filter(pk=item.pk).update(cohort="高一")
    item.support_units.add(academic_office)
    assert drawn(title="消防疏散演练").status_code == 302
    assert facts(item) == ("消防疏散演练", "高一", ["课程教学处"])


def test_where_both_have_changed_one_field_the_second_is_asked(drawn, item):
    type(item).objects.filter(pk=item.pk).update(title="消防知识竞赛")
    answer = drawn(title="消防疏散演练", cohort="高二")
    assert answer.status_code == 422
    [error] = answer.context["form"].errors["title"]
    assert "消防知识竞赛" in error
    assert again(answer)["title"] == "消防疏散演练"
    assert facts(item) == ("消防知识竞赛", "", [])


def test_saved_once_more_it_holds(drawn, item):
    type(item).objects.filter(pk=item.pk).update(title="消防知识竞赛")
    answer = drawn(title="消防疏散演练", cohort="高二")
    assert drawn(**again(answer)).status_code == 302
    assert facts(item) == ("消防疏散演练", "高二", [])


def test_who_changes_it_to_the_same_agrees(drawn, item):
    type(item).objects.filter(pk=item.pk).update(title="消防疏散演练")
    assert drawn(title="消防疏散演练").status_code == 302


@pytest.mark.parametrize("seen", ["", "nonsense", "[1]", '{"title": 1, "there is none": "x"}'])
def test_a_form_that_carries_nonsense_is_an_ordinary_one(drawn, item, seen):
    answer = drawn(title="消防疏散演练", seen=seen)
    assert answer.status_code in {302, 422}
    assert facts(item)[0] in {"消防疏散演练", "消防演练"}


def test_an_unticked_box_and_a_choice_count_too(signed_in, head):
    place = Place.objects.create(kind="room", code="R1", name="教室", use="classroom", capacity=40)
    browser, path = signed_in(head), f"/places/{place.pk}/edit/"
    form = browser.get(path).context["form"]
    fields = {name: form[name].value() or "" for name in form.fields}
    Place.objects.filter(pk=place.pk).update(use="laboratory", capacity=54)
    assert browser.post(path, {**fields, "use": "hall"}).status_code == 422
    assert browser.post(path, {**fields, "name": "大教室"}).status_code == 302
    place.refresh_from_db()
    assert (place.name, place.use, place.capacity) == ("大教室", "laboratory", 54)
