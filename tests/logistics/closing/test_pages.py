"""The pages on which a semester is closed."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from campus.cases import actions as cases
from campus.closing import actions
from campus.models import CarriedOver, Enquiry
from logistics.closing.standing import standing

pytestmark = pytest.mark.django_db
THEN = datetime(2025, 11, 3, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
AFTER = datetime(2026, 2, 2, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def raise_some(head, count: int) -> list[Enquiry]:
    return [
        cases.raise_case(Enquiry, by=head, at=THEN, title=f"Waits {number}")
        for number in range(count)
    ]


def test_the_head_says_why_and_closes(head, semester, signed_in):
    one, two = raise_some(head, 2)
    browser = signed_in(head)
    page = f"/closing/{semester.pk}/"
    assert "未办结 2 项，已说明原因 0 项" in browser.get(page).content.decode()
    typed = {f"reason_{one.pk}": "Parts come in March", f"reason_{two.pk}": ""}
    assert browser.post(f"{page}enquiry/", typed).status_code == 302
    answer = browser.post(f"{page}close/", follow=True)
    assert "还有 1 项未办结，且无人说明" in answer.content.decode()
    assert browser.post(f"{page}enquiry/all/", {"reason": ""}).status_code == 422
    browser.post(f"{page}enquiry/all/", {"reason": "Talks go on"})
    assert "未办结 2 项，已说明原因 2 项" in browser.get(page).content.decode()
    answer = browser.post(f"{page}close/", follow=True)
    assert "未结转的内容从此不再变动。" in answer.content.decode()
    told = dict(CarriedOver.objects.values_list("object_id", "reason"))
    assert told == {one.pk: "Parts come in March", two.pk: "Talks go on"}


def test_what_is_locked_says_so_on_the_page_it_was_tried_from(head, semester, signed_in):
    (enquiry,) = raise_some(head, 1)
    cases.move(enquiry, Enquiry.Status.REFUSED, by=head, at=THEN, words="No.")
    actions.close(semester, by=head, at=AFTER)
    path = f"/desk/{enquiry.pk}/"
    moved = signed_in(head).post(
        f"{path}reopen/", {"words": "Again", "seen": enquiry.version + 1}, follow=True,
        headers={"referer": f"http://testserver{path}"},
    )  # fmt: skip
    assert "这属于已结档的学期" in moved.content.decode()


def test_it_is_opened_again_for_a_reason_that_the_page_tells(head, semester, signed_in):
    actions.close(semester, by=head, at=AFTER)
    browser, page = signed_in(head), f"/closing/{semester.pk}/"
    assert browser.post(f"{page}reopen/", {"why": ""}).status_code == 422
    answer = browser.post(f"{page}reopen/", {"why": "A bill came late"}, follow=True)
    assert "A bill came late" in answer.content.decode()


def test_all_sorts_are_counted_by_one_query_however_much_is_open(
    head, semester, django_assert_num_queries
):
    raise_some(head, 1)
    standing(semester)  # from now on the kinds of contents are known
    with django_assert_num_queries(1):
        first = standing(semester)
    raise_some(head, 3)
    with django_assert_num_queries(1):
        second = standing(semester)
    assert (first[0].open, second[0].open) == (1, 4)
    assert {each.open for each in second[1:]} == {0}
