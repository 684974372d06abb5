"""What the portal keeps about somebody, for that person."""

from django.urls import reverse
from django.utils import timezone

from campus.models import Enquiry
from campus.people import actions

DATA = reverse("account:own_data")


def test_everybody_sees_all_parts_of_their_own(signed_in, pupil, teacher):
    names = [
        [part.name for part in signed_in(each).get(DATA).context["parts"]]
        for each in (teacher, pupil)
    ]
    staff = ["person", "duties", "sign_in", "inbox", "enquiries", "timeline"]
    assert names == [staff, [*staff, "looks"]]


def test_a_pupil_is_told_who_has_looked_without_a_name(signed_in, pupil, head):
    actions.note_look(pupil, by=head, at=timezone.now(), page="/people/1/")
    looks = signed_in(pupil).get(DATA).context["parts"][-1]
    [(_when, value)] = looks.rows
    assert (value.partition(" · ")[2], head.name in value) == ("后勤负责人", False)


def test_it_can_be_taken_away_for_programs_and_as_a_sheet(signed_in, teacher):
    browser = signed_in(teacher)
    taken = browser.get(reverse("account:own_data_file", args=["json"])).json()
    values = [value for _label, value in taken["person"]]
    assert values == ["许知言", "T005", "教职工", "课程教学处", "", ""]
    sheet = browser.get(reverse("account:own_data_file", args=["xlsx"]))
    assert sheet.content[:2] == b"PK"
    assert browser.get(reverse("account:own_data_file", args=["exe"])).status_code == 404


def test_whom_to_ask_is_told(signed_in, pupil, settings):
    settings.DATA_OFFICER, settings.DATA_OFFICER_CONTACT = "叶听澜", "8866"
    context = signed_in(pupil).get(DATA).context
    assert (context["officer"], context["contact"]) == ("叶听澜", "8866")


def test_a_correction_is_asked_for_at_the_front_desk(signed_in, pupil, dispatcher):
    path = reverse("account:ask_about_data")
    browser = signed_in(pupil)
    assert browser.post(path, {"what": "correct"}).status_code == 422
    browser.post(path, {"what": "correct", "description": "My class is 4."})
    [enquiry] = Enquiry.objects.all()
    assert (enquiry.reporter, enquiry.description) == (pupil, "My class is 4.")
