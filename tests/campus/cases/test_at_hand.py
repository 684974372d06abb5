"""What a message in a chat group leads to: one page, on which the thing can be done at once."""

import pytest
from django.test import Client

from campus.models import Delivery, Enquiry, Notice, Robot


@pytest.fixture
def robot(db) -> Robot:
    """In a group that anybody may read."""
    return Robot.objects.create(
        name="后勤群", address="json://127.0.0.1:9/", topics=["case.enquiry"]
    )


def test_a_group_hears_number_and_kind_and_not_what_it_is(robot, raised):
    enquiry = raised(title="林暮云的水卡丢了", description="高一3班")
    [copy] = Delivery.objects.filter(robot=robot).select_related("notice")
    told = copy.notice
    assert told.sentence == f"来件 {enquiry.number} 等待受理"
    assert (told.path, told.facts["number"]) == (f"/at-hand/{enquiry.number}/", enquiry.number)
    assert told.entries.count() == 0


def test_what_is_in_somebodys_hands_already_calls_no_group(robot, raised, dispatcher):
    raised(assignee=dispatcher)
    assert not Notice.objects.filter(path__startswith="/at-hand/").exists()


def test_without_a_robot_nothing_is_written(raised):
    raised()
    assert not Notice.objects.filter(path__startswith="/at-hand/").exists()


def test_the_link_alone_opens_nothing(enquiry):
    answer = Client().get(f"/at-hand/{enquiry.number}/")
    assert answer.headers["Location"] == f"/sign-in/?next=/at-hand/{enquiry.number}/"


def test_to_open_it_does_nothing_and_a_press_does_it(enquiry, signed_in, dispatcher):
    desk = signed_in(dispatcher)
    page = desk.get(f"/at-hand/{enquiry.number}/").content.decode()
    assert (page.count('name="seen"'), Enquiry.objects.get().status) == (1, "new")
    desk.post(f"/desk/{enquiry.pk}/take/", {"seen": enquiry.version})
    assert Enquiry.objects.get().assignee == dispatcher


def test_whom_it_does_not_concern_gets_404(enquiry, signed_in, pupil):
    paths = (f"/at-hand/{enquiry.number}/", "/at-hand/E-2025-9999/", "/at-hand/nonsense/")
    answers = [signed_in(pupil).get(path).status_code for path in paths]
    assert answers == [404, 404, 404]


def test_who_may_see_it_but_do_nothing_is_told_so(enquiry, signed_in, teacher):
    page = signed_in(teacher).get(f"/at-hand/{enquiry.number}/").context["page"]
    names = [button.move.name for button in page.open_buttons]
    assert names == ["withdraw"]
