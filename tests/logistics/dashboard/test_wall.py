"""A screen of the hall: shown to whoever knows its address, with numbers and no names."""

import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from logistics.dashboard import actions
from logistics.dashboard.models import WallScreen
from tests.logistics.dashboard.school import ACTS, do, moment


@pytest.fixture
def hung(head):
    """A screen with its token."""
    return actions.hang_screen("大厅", by=head, at=moment(0))


def test_it_is_opened_by_its_token_alone_until_it_is_taken_down(hung, head, school):
    screen, token = hung
    assert Client().get(f"/wall/{token}/").status_code == 200
    assert Client().get(f"/wall/{token}x/").status_code == 404
    assert token not in str(WallScreen.objects.values())
    actions.take_down_screen(screen, by=head, at=moment(1))
    assert Client().get(f"/wall/{token}/").status_code == 404


def test_it_shows_no_name_and_leads_nowhere(hung, school):
    for act in range(len(ACTS)):
        for way in range(4):
            do(school, act, way % 2, 60 + act + 10 * way, way)
    _screen, token = hung
    page = Client().get(f"/wall/{token}/", {"semester": school.semester.pk}).content.decode()
    people = [school.head, school.officer, school.technician, *school.pupils]
    assert [each.name for each in people if each.name in page] == []
    body = page[page.index("<main") :]
    assert re.findall(r"<a\s|<form|href=", body) == []
    assert "未完成报修" in body


def test_it_renews_itself_with_script_and_without(hung, school):
    _screen, token = hung
    page = Client().get(f"/wall/{token}/").content.decode()
    assert '<noscript><meta http-equiv="refresh" content="60"></noscript>' in page
    assert 'hx-trigger="every 60s"' in page
    part = Client().get(f"/wall/{token}/", headers={"HX-Request": "true"}).content.decode()
    assert ("<html" in part, "<h1>" in part) == (False, True)


def test_before_any_semester_it_says_so(hung):
    page = Client().get(f"/wall/{hung[1]}/")
    assert (page.status_code, page.context["tiles"]) == (200, [])


def test_the_address_is_shown_once_and_a_name_is_taken_once(signed_in, head):
    browser = signed_in(head)
    made = browser.post("/dashboard/screens/", {"name": "大厅"})
    address = made.context["address"]
    assert Client().get(address.removeprefix("http://testserver")).status_code == 200
    assert address not in browser.get("/dashboard/screens/").content.decode()
    again = browser.post("/dashboard/screens/", {"name": "大厅"})
    assert (again.status_code, 'value="大厅"' in again.content.decode()) == (422, True)
    with pytest.raises(IntegrityError), transaction.atomic():
        WallScreen.objects.create(name="大厅", digest="0" * 64, made_by=head, made_at=moment(0))
