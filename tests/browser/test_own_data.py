"""A pupil reads what is kept, asks that the guardian's phone be erased, and it is gone."""

import re
from datetime import UTC, datetime

from campus.account.sealing import seal
from campus.models import OptionalField, PupilExtra
from tests.browser.conftest import DESKTOP

AT = datetime(2025, 11, 3, 1, tzinfo=UTC)
GUARDIAN = "13887654321"
CASE = re.compile(r"/privacy/\d+/$")


def test_a_guardians_phone_is_erased_on_request(somebody, pupil, administrator):
    OptionalField.objects.create(
        key="guardian_phone", is_on=True, reason="x", by=administrator, at=AT
    )
    PupilExtra.objects.create(person=pupil, guardian_phone=seal(GUARDIAN))
    visit, office = somebody(pupil), somebody(administrator, DESKTOP)
    page = visit.goto("/account/data/")
    assert GUARDIAN in page.content()
    page.locator(".page-acts a.btn-primary").click()
    page.locator("input[name=wants][value=erase]").check()
    page.locator("input[name=parts][value=guardian_phone]").check()
    page.locator("main form.form-card button.btn-primary").click()
    page.wait_for_url(CASE)
    assert not visit.is_wider_than_its_screen()
    asked = page.url.removeprefix(visit.address)

    work = office.goto("/privacy/?current=open")
    work.locator("a.list-title").first.click()
    work.locator(".case-moves a.btn-primary").first.click()
    work.locator("textarea[name=words]").fill("监护人电话已删除。")
    work.locator("main form.form-card button.btn-primary").click()
    work.wait_for_url(CASE)

    assert "监护人电话已删除。" in visit.goto(asked).content()
    assert GUARDIAN not in visit.goto("/account/data/").content()
    assert (visit.complaints, office.complaints) == ([], [])
