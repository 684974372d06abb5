"""What is sent after the session has run out is kept for whoever typed it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from campus.models import Enquiry, KeptForm, Submission
from campus.submissions import actions
from campus.submissions.keys import new_key


@pytest.fixture
def typed(teacher, dispatcher) -> dict[str, str]:
    return {
        "title": "水龙头滴水", "priority": "normal", "description": "每天都滴",
        "form_key": new_key(teacher.pk),
    }  # fmt: skip


@pytest.fixture
def kept(client, typed) -> KeptForm:
    """Sent without being signed in any more."""
    client.post("/desk/new/", typed)
    return KeptForm.objects.get()


def test_the_sender_is_led_to_the_sign_in_and_back(client, typed):
    answer = client.post("/desk/new/", typed)
    kept = KeptForm.objects.get()
    assert answer.headers["Location"] == f"/sign-in/?next=%2Fkept%2F{kept.key}%2F"
    assert (kept.path, dict(kept.typed)["description"]) == ("/desk/new/", ["每天都滴"])


def test_it_is_sent_with_one_press_once_one_is_back(kept, signed_in, teacher):
    client = signed_in(teacher)
    page = client.get(f"/kept/{kept.key}/").content.decode()
    form = page[page.index('<form method="post" action="/desk/new/"') :]
    sent = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form[: form.index("</form>")]))
    client.post("/desk/new/", sent)
    assert list(Enquiry.objects.values_list("title", "description")) == [("水龙头滴水", "每天都滴")]
    assert not KeptForm.objects.exists()


def test_nobody_else_on_the_device_sees_it(kept, signed_in, pupil, head):
    answers = [signed_in(each).get(f"/kept/{kept.key}/").status_code for each in (pupil, head)]
    assert answers == [404, 404]


def test_it_can_be_thrown_away(kept, signed_in, teacher):
    signed_in(teacher).post(f"/kept/{kept.key}/throw-away/")
    assert not KeptForm.objects.exists()


def test_a_form_with_an_old_token_is_kept_too(teacher, typed):
    client = Client(enforce_csrf_checks=True)
    client.force_login(teacher)
    answer = client.post("/desk/new/", typed)
    assert answer.headers["Location"] == f"/kept/{KeptForm.objects.get().key}/"


@pytest.mark.parametrize("key", ["", "1.forged:1:2"])
def test_without_a_genuine_key_nothing_is_kept(client, db, key):
    answer = client.post("/desk/new/", {"title": "x", "form_key": key})
    assert answer.headers["Location"] == "/sign-in/?next=/desk/new/"
    assert not KeptForm.objects.exists()


def test_passwords_are_kept_for_nobody(client, teacher):
    typed = {"current": "geheim", "new": "neu", "form_key": new_key(teacher.pk)}
    client.post("/account/password/", typed)
    assert not KeptForm.objects.exists()


def test_too_much_of_it_is_not_kept(client, typed):
    client.post("/desk/new/", {**typed, "description": "长" * 400_001})
    assert not KeptForm.objects.exists()


def test_somebody_who_has_left_keeps_nothing(client, teacher, typed):
    teacher.is_active = False
    teacher.left_on = timezone.localdate()
    teacher.save()
    client.post("/desk/new/", typed)
    assert not KeptForm.objects.exists()


def test_what_nobody_came_back_for_is_forgotten(kept, teacher):
    now = timezone.now()
    Submission.objects.create(person=teacher, digest="x", sent_at=now - timedelta(days=31))
    actions.clear_old(at=now + timedelta(days=1, hours=1))
    assert (KeptForm.objects.count(), Submission.objects.count()) == (0, 0)
