"""Searches under a name: one's own, and those that the head shows to others."""

import pytest
from django.urls import reverse

from campus.lists.models import SavedView
from campus.models import Role

PLACES = "/rooms/"
SAVE = "/lists/rooms/save/"


def save(browser, name: str, query: str = "kind=room", **fields):
    return browser.post(SAVE, {"name": name, "query": query, **fields})


def tabs(browser, **query) -> list[str]:
    return [tab.name for tab in browser.get(PLACES, query).context["tabs"]]


def test_a_saved_search_leads_back_to_what_it_asks(signed_in, teacher):
    browser = signed_in(teacher)
    answer = save(browser, " 我的  房间 ", "kind=room&sort=-code&page=3&spam=1&semester=4")
    assert answer.headers["Location"] == f"{PLACES}?kind=room&sort=-code"
    (tab,) = browser.get(PLACES, {"kind": "room", "sort": "-code"}).context["tabs"]
    assert (tab.name, tab.path, tab.is_here, tab.is_own) == (
        "我的 房间", f"{PLACES}?kind=room&sort=-code", True, True,
    )  # fmt: skip


def test_it_is_nobody_elses(signed_in, teacher, technician):
    save(signed_in(teacher), "我的")
    assert (tabs(signed_in(teacher)), tabs(signed_in(technician))) == (["我的"], [])


def test_the_head_shows_searches_to_everybody_or_to_a_role(signed_in, head, teacher, technician):
    browser = signed_in(head)
    save(browser, "全校", shown_to="everybody")
    save(browser, "维修组", shown_to=Role.TECHNICIAN)
    save(browser, "自用", shown_to="nobody")
    assert tabs(signed_in(teacher)) == ["全校"]
    assert set(tabs(signed_in(technician))) == {"全校", "维修组"}


def test_nobody_else_shows_theirs_whatever_they_send(signed_in, teacher, technician):
    save(signed_in(teacher), "我的", shown_to="everybody")
    assert SavedView.objects.get().sharing == "nobody"
    assert tabs(signed_in(technician)) == []


@pytest.mark.parametrize("name", ["", "   ", "长" * 41, "已有"])
def test_a_wrong_name_is_told_at_its_field(signed_in, teacher, name):
    browser = signed_in(teacher)
    save(browser, "已有")
    answer = save(browser, name)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["name"])
    assert SavedView.objects.count() == 1


def test_the_same_name_is_free_for_others_and_in_other_lists(signed_in, teacher, technician):
    save(signed_in(teacher), "我的")
    save(signed_in(technician), "我的")
    signed_in(teacher).post(
        reverse("lists:list_save", args=["people"]), {"name": "我的", "query": "kind=staff"}
    )
    assert SavedView.objects.count() == 3


def test_it_can_be_renamed_and_deleted_by_its_owner(signed_in, teacher):
    browser = signed_in(teacher)
    save(browser, "旧名")
    view = SavedView.objects.get()
    answer = browser.post(reverse("lists:view_edit", args=[view.pk]), {"name": "新名"})
    assert (answer.headers["Location"], tabs(browser)) == (f"{PLACES}?kind=room", ["新名"])
    browser.post(reverse("lists:view_delete", args=[view.pk]))
    assert tabs(browser) == []


def test_the_head_may_stop_showing_one(signed_in, head, teacher):
    browser = signed_in(head)
    save(browser, "全校", shown_to="everybody")
    path = reverse("lists:view_edit", args=[SavedView.objects.get().pk])
    assert browser.get(path).context["form"]["shown_to"].value() == "everybody"
    browser.post(path, {"name": "全校", "shown_to": "nobody"})
    assert tabs(signed_in(teacher)) == []


def test_whoever_only_sees_it_does_not_change_it(signed_in, head, teacher):
    save(signed_in(head), "全校", shown_to="everybody")
    save(signed_in(head), "自用")
    shown, own = (SavedView.objects.get(name=name).pk for name in ("全校", "自用"))
    answers = [
        signed_in(teacher).post(reverse(f"lists:{name}", args=[pk])).status_code
        for name in ("view_edit", "view_delete")
        for pk in (shown, own)
    ]
    assert answers == [403, 404, 403, 404]


def test_a_list_that_one_may_not_read_keeps_no_search(signed_in, pupil):
    path = reverse("lists:list_save", args=["people"])
    assert signed_in(pupil).post(path, {"name": "x", "query": ""}).status_code == 403
