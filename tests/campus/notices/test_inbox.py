"""The inbox: one's own, unread first, read one by one or all at once."""

import pytest
from django.urls import reverse

from campus.models import InboxEntry, Notice
from tests.reminding import moment

AT = moment("2025-11-10 08:00")


def told(person, *words: str, path: str = "/plan/") -> list[InboxEntry]:
    """Entries in the person's inbox, one for each of `words`."""
    return [
        InboxEntry.objects.create(
            person=person,
            notice=Notice.objects.create(
                key=f"{person.pk}:{word}", topic="reminder", text="%(title)s",
                facts={"title": word}, path=path, told_at=AT,
            ),
        )
        for word in words
    ]  # fmt: skip


def shown(answer) -> list[str]:
    return [entry.notice.sentence for entry in answer.context["page"]]


def unread(person) -> list[str]:
    return [entry.notice.sentence for entry in person.inbox.unread().order_by("pk")]


@pytest.fixture
def browser(signed_in, technician):
    return signed_in(technician)


INBOX = "/inbox/"


def test_it_shows_the_unread_newest_first(browser, technician):
    first, *_others = told(technician, "一", "二", "三")
    InboxEntry.objects.filter(pk=first.pk).update(read_at=AT)
    assert shown(browser.get(INBOX)) == ["三", "二"]


def test_all_shows_what_was_read_too(browser, technician):
    told(technician, "一", "二")
    technician.inbox.update(read_at=AT)
    assert shown(browser.get(INBOX, {"show": "all"})) == ["二", "一"]


def test_nobody_sees_anothers_inbox(signed_in, head, technician):
    [entry] = told(technician, "一")
    browser = signed_in(head)
    assert shown(browser.get(INBOX, {"show": "all"})) == []
    for name in ("open", "read"):
        assert browser.post(reverse(f"notices:{name}", args=[entry.pk])).status_code == 404
    assert unread(technician) == ["一"]


def test_opening_marks_it_read_and_goes_where_it_leads(browser, technician):
    entry, _other = told(technician, "一", "二", path="/plan/items/7/")
    answer = browser.post(reverse("notices:open", args=[entry.pk]))
    assert answer.headers["Location"] == "/plan/items/7/"
    assert unread(technician) == ["二"]


def test_a_notice_that_leads_nowhere_stays_in_the_inbox(browser, technician):
    [entry] = told(technician, "一", path="")
    assert browser.post(reverse("notices:open", args=[entry.pk])).headers["Location"] == INBOX


def test_marking_one_read_stays_on_the_page(browser, technician):
    entry, _other = told(technician, "一", "二")
    page = "http://testserver/inbox/?page=2"
    answer = browser.post(reverse("notices:read", args=[entry.pk]), HTTP_REFERER=page)
    assert answer.headers["Location"] == page
    assert unread(technician) == ["二"]


def test_the_first_reading_counts(browser, technician):
    [entry] = told(technician, "一")
    InboxEntry.objects.update(read_at=AT)
    browser.post(reverse("notices:read", args=[entry.pk]))
    entry.refresh_from_db()
    assert entry.read_at == AT


def test_marking_all_read_leaves_what_came_after_the_page_was_drawn(browser, technician, head):
    told(technician, "一", "二")
    told(head, "别人的")
    newest = browser.get(INBOX).context["page"][0].pk
    told(technician, "三")
    browser.post(reverse("notices:read_all"), {"newest": newest})
    assert (unread(technician), unread(head)) == (["三"], ["别人的"])


@pytest.mark.parametrize("newest", ["", "x", "-1"])
def test_nonsense_marks_nothing(browser, technician, newest):
    told(technician, "一")
    assert browser.post(reverse("notices:read_all"), {"newest": newest}).status_code == 302
    assert unread(technician) == ["一"]


@pytest.mark.parametrize("name", ["open", "read"])
def test_a_link_alone_marks_nothing_read(browser, technician, name):
    [entry] = told(technician, "一")
    assert browser.get(reverse(f"notices:{name}", args=[entry.pk])).status_code == 405


def test_a_page_holds_25(browser, technician):
    told(technician, *map(str, range(30)))
    assert shown(browser.get(INBOX)) == [str(number) for number in range(29, 4, -1)]
    assert shown(browser.get(INBOX, {"page": "2"})) == [str(number) for number in range(4, -1, -1)]
    assert shown(browser.get(INBOX, {"page": "nonsense"}))[0] == "29"


def test_the_number_of_the_unread_stands_at_the_bell(browser, technician):
    told(technician, "一", "二")
    assert browser.get(INBOX).context["unread"] == 2


def test_it_costs_the_same_for_one_and_for_many(browser, technician, django_assert_num_queries):
    told(technician, "一")
    browser.get(INBOX)
    with django_assert_num_queries(5):
        browser.get(INBOX)
    told(technician, *map(str, range(20)))
    with django_assert_num_queries(5):
        browser.get(INBOX)
