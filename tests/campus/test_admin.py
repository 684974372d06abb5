"""The rescue hatch: an administrator takes somebody in by hand."""

from django.urls import reverse
from django.utils import timezone

from campus.models import Person

NOBODY = {
    "duties-TOTAL_FORMS": "0", "duties-INITIAL_FORMS": "0",
}  # fmt: skip


def take_in(browser, office, **typed):
    fields = {"number": "T900", "name": "叶听澜", "kind": "staff", "department": office.pk}
    fields |= {"is_active": "on"} | NOBODY | typed
    return browser.post(reverse("admin:campus_person_add"), fields)


def test_a_first_password_is_given_out_and_has_to_be_changed(signed_in, administrator, office):
    take_in(signed_in(administrator), office, first_password="mountain-path-7")
    person = Person.objects.get(number="T900")
    assert person.check_password("mountain-path-7")
    assert person.must_change_password


def test_without_a_first_password_nobody_can_sign_in(signed_in, administrator, office):
    take_in(signed_in(administrator), office)
    assert not Person.objects.get(number="T900").has_usable_password()


def test_a_weak_first_password_is_refused(signed_in, administrator, office):
    answer = take_in(signed_in(administrator), office, first_password="12345678")
    assert list(answer.context["adminform"].form.errors) == ["first_password"]
    assert not Person.objects.filter(number="T900").exists()


def test_nobody_is_deleted(signed_in, administrator, head):
    answer = signed_in(administrator).post(reverse("admin:campus_person_delete", args=[head.pk]))
    assert answer.status_code == 403


def test_a_name_brings_its_pinyin_and_whoever_is_set_inactive_has_left(
    signed_in, administrator, office
):
    browser = signed_in(administrator)
    take_in(browser, office)
    person = Person.objects.get(number="T900")
    assert (person.pinyin, person.left_on) == ("ytl yetinglan", None)
    path = reverse("admin:campus_person_change", args=[person.pk])
    typed = {"number": "T900", "name": "单听澜", "kind": "staff", "department": office.pk} | NOBODY
    browser.post(path, typed)
    person.refresh_from_db()
    assert (person.pinyin, person.is_active, person.left_on) == (
        "stl shantinglan", False, timezone.localdate(),
    )  # fmt: skip
    browser.post(path, {**typed, "is_active": "on"})
    person.refresh_from_db()
    assert (person.is_active, person.left_on) == (True, None)
