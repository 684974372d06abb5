"""A person makes a token, a program uses it, the person revokes it: in a browser and by HTTP."""

from uuid import uuid4

import pytest
import requests
from playwright.sync_api import expect

from campus.audit.models import AuditEntry
from campus.models import Place
from repairs.models import Category, Ticket
from tests.browser.conftest import DESKTOP, PHONE

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def own_cache(settings):
    """Counts of calls that no other test, and no other test process, touches."""
    memory = "django.core.cache.backends.locmem.LocMemCache"
    settings.CACHES = {"default": {"BACKEND": memory, "LOCATION": uuid4().hex}}


def test_a_program_acts_for_its_person_until_they_revoke_its_token(
    somebody, technician, live_server
):
    place = Place.objects.create(kind="room", code="JX1-301", name="301")
    category = Category.objects.get(code="other")
    visitor = somebody(technician, size=DESKTOP)
    page = visitor.goto("/account/")
    page.get_by_role("link", name="程序访问令牌").click()
    page.get_by_role("link", name="创建令牌").click()
    page.get_by_label("名称").fill("楼宇监控")
    page.get_by_label("报修：读取").check()
    page.get_by_label("报修：写入").check()
    page.locator("main form button.btn-primary").click()
    secret = page.locator("#secret").inner_text()

    program = requests.Session()
    program.headers["Authorization"] = f"Bearer {secret}"
    base = f"{live_server.url}/api/v1"
    fault: dict[str, str | int] = {
        "title": "水泵异响", "place": place.code, "category": category.pk,
    }  # fmt: skip
    raised = program.post(f"{base}/tickets", json=fault, timeout=20)
    found = program.get(f"{base}/tickets", params={"q": "水泵"}, timeout=20)
    beyond = program.get(f"{base}/people", timeout=20)
    assert (raised.status_code, found.json()["data"][0]["id"], beyond.status_code) == (
        201, raised.json()["id"], 403,
    )  # fmt: skip
    assert Ticket.objects.get().reporter == technician

    page.get_by_role("link", name="已复制").click()
    expect(page.get_by_text("最近使用")).to_be_visible()
    page.get_by_role("link", name="吊销").click()
    page.locator("main form button.btn-danger").click()
    expect(page.get_by_text("“楼宇监控”已吊销。")).to_be_visible()
    refused = program.get(f"{base}/tickets", timeout=20)
    assert (refused.status_code, refused.headers["Content-Type"], refused.json()["title"]) == (
        401, "application/problem+json", "令牌无效",
    )  # fmt: skip
    kinds = list(AuditEntry.objects.filter(kind__startswith="token").order_by("id"))
    assert [each.kind for each in kinds] == [
        "token.made", "token.revoked", "token.refused_revoked",
    ]  # fmt: skip
    assert (visitor.complaints, visitor.foreign_hosts()) == ([], set())


PAGES = ("/account/tokens/", "/account/tokens/new/", "/api/v1/docs", "/devices/", "/devices/new/")


def test_the_pages_fit_a_phone(somebody, head):
    visitor = somebody(head, size=PHONE)
    wide = {}
    for path in PAGES:
        visitor.goto(path)
        wide[path] = visitor.is_wider_than_its_screen()
    assert (wide, visitor.complaints) == (dict.fromkeys(PAGES, False), [])
