"""Feedback without a name, from the QR code to the thanks, on a phone."""

import pytest
from playwright.sync_api import expect

from campus.feedback import actions
from campus.models import Feedback, Letter, Role
from tests.browser.conftest import DESKTOP
from tests.conftest import make_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def manager(office):
    return make_person("T031", "唐竹影", Role.CANTEEN_MANAGER, department=office)


def empty_letterbox() -> None:
    """As the clock does on the full hour."""
    from datetime import timedelta

    from django.utils import timezone

    actions.deliver(at=timezone.now() + timedelta(hours=1))


def test_a_pupil_is_answered_and_answers_without_ever_being_known(somebody, pupil, manager):
    phone_of = somebody(pupil)
    phone = phone_of.goto("/feedback/")
    phone.get_by_role("link", name="食堂").click()
    phone.get_by_label("价格", exact=True).check()
    phone.get_by_label("★★", exact=True).check()
    phone.get_by_label("想说的话").fill("鱼块涨价了")
    phone.get_by_role("button", name="匿名提交").click()
    code = phone.locator(".feedback-code code").inner_text()
    empty_letterbox()
    entry = Feedback.objects.get()
    assert (entry.reporter, entry.stars, entry.description) == (None, 2, "鱼块涨价了")

    desk = somebody(manager, DESKTOP).goto(f"/feedback/{entry.pk}/")
    assert pupil.name not in desk.content()
    desk.get_by_role("link", name="答复", exact=True).click()
    desk.get_by_label("答复").fill("已重新议价，下周恢复原价。")
    desk.get_by_role("button", name="答复").click()

    phone_of.goto("/feedback/")
    phone.get_by_label("回执码").fill(code.lower())
    phone.get_by_role("button", name="查看").click()
    expect(phone.get_by_text("下周恢复原价").first).to_be_visible()
    phone.get_by_label("您的回复").fill("谢谢！")
    phone.get_by_role("button", name="匿名回复").click()
    phone.get_by_label("★★★★★", exact=True).check()
    phone.get_by_role("button", name="提交评星").click()
    assert Letter.objects.count() == 2
    empty_letterbox()
    desk.reload()
    expect(desk.get_by_text("谢谢！").first).to_be_visible()
    entry.refresh_from_db()
    assert entry.answer_stars == 5
