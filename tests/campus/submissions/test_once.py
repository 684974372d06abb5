"""Each press of a form's button is taken once."""

import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client

from campus.models import Enquiry, Submission
from campus.submissions.keys import new_key

TYPED = {"title": "水龙头滴水", "priority": "normal"}


@pytest.fixture
def typed(teacher, dispatcher) -> dict[str, str]:
    """The front desk's form, filled in, with the key that it was drawn with."""
    return {**TYPED, "form_key": new_key(teacher.pk)}


def test_every_form_carries_a_key_of_its_own(signed_in, teacher):
    page = signed_in(teacher).get("/desk/new/").content.decode()
    keys = re.findall(r'name="form_key" value="([^"]+)"', page)
    assert len(keys) >= 2
    assert len(set(keys)) == len(keys)


def test_sent_twice_it_happens_once_and_leads_to_the_same_page(signed_in, teacher, typed):
    client = signed_in(teacher)
    first = client.post("/desk/new/", typed)
    second = client.post("/desk/new/", typed)
    assert Enquiry.objects.count() == 1
    assert second.headers["Location"] == first.headers["Location"]


def test_whoever_sends_again_is_told(signed_in, teacher, typed):
    client = signed_in(teacher)
    client.post("/desk/new/", typed)
    answer = client.post("/desk/new/", typed, follow=True)
    words = [str(message) for message in answer.context["messages"]]
    assert words[-1] == "刚才已经提交过，只办理一次。"


def test_the_same_form_with_other_words_is_something_new(signed_in, teacher, typed):
    client = signed_in(teacher)
    client.post("/desk/new/", typed)
    client.post("/desk/new/", {**typed, "title": "还有一件事"})
    assert Enquiry.objects.count() == 2


def test_the_same_words_in_a_form_drawn_anew_are_something_new(signed_in, teacher, typed):
    client = signed_in(teacher)
    client.post("/desk/new/", typed)
    client.post("/desk/new/", {**typed, "form_key": new_key(teacher.pk)})
    assert Enquiry.objects.count() == 2


def test_a_form_with_slips_can_be_sent_again(signed_in, teacher, typed):
    client = signed_in(teacher)
    assert [client.post("/desk/new/", {**typed, "title": ""}).status_code for _ in "ab"] == [
        422
    ] * 2
    assert not Submission.objects.exists()


def test_a_refused_act_can_be_sent_again(signed_in, head, teacher, dispatcher):
    from campus.cases import actions
    from tests.campus.cases.conftest import AT

    enquiry = actions.raise_case(Enquiry, by=teacher, at=AT, title="灯不亮")
    client = signed_in(head)
    stale = {"seen": 7, "form_key": new_key(head.pk)}
    client.post(f"/desk/{enquiry.pk}/take/", stale)
    assert not Submission.objects.exists()


@pytest.mark.parametrize(
    "forge", [lambda pk: "", lambda pk: f"{pk}.x:y:z", lambda pk: new_key(pk + 1)]
)
def test_a_key_that_is_not_ones_own_counts_for_nothing(signed_in, teacher, dispatcher, forge):
    signed_in(teacher).post("/desk/new/", {**TYPED, "form_key": forge(teacher.pk)})
    assert (Enquiry.objects.count(), Submission.objects.count()) == (1, 0)


@pytest.mark.logs_errors
def test_what_broke_is_undone_whole_and_can_be_sent_again(signed_in, teacher, typed, monkeypatch):
    from campus.cases import views

    client = signed_in(teacher)
    client.raise_request_exception = False
    with monkeypatch.context() as patch:
        patch.setattr(views, "redirect", lambda *args: 1 / 0)
        assert client.post("/desk/new/", typed).status_code == 500
    assert (Enquiry.objects.count(), Submission.objects.count()) == (0, 0)
    assert client.post("/desk/new/", typed).status_code == 302


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_happen_once(teacher, typed):
    barrier = Barrier(2)

    def press(_index: int) -> str:
        try:
            client = Client()
            client.force_login(teacher)
            barrier.wait(timeout=10)
            return client.post("/desk/new/", typed).headers["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        places = set(pool.map(press, range(2)))
    assert len(places) == 1
    assert Enquiry.objects.count() == 1
