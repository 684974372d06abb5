"""Robots and copies in trouble: for the head and administrators, keys never shown."""

import pytest
from django.urls import reverse

from campus.models import Delivery, Notice, Robot
from tests.reminding import moment
from tests.servers import robot_endpoint

AT = moment("2025-11-10 08:00")
ROBOTS = "/inbox/robots/"
SECRET = "wecombot://693a91f6-7aoc-key"


@pytest.fixture
def robot(db) -> Robot:
    return Robot.objects.create(name="安全群", address=SECRET, topics=["reminder"])


@pytest.fixture
def troubled(robot) -> Delivery:
    notice = Notice.objects.create(
        key="n",
        topic="reminder",
        text="%(title)s",
        facts={"title": "消防演练"},
        path="/",
        told_at=AT,
    )
    return Delivery.objects.create(
        notice=notice, robot=robot, next_try_at=AT, state="given_up", attempts=11,
        last_error="code 93000",
    )  # fmt: skip


@pytest.fixture
def browser(signed_in, administrator):
    return signed_in(administrator)


def all_robots() -> list[tuple]:
    return list(Robot.objects.values_list("name", "address", "topics", "is_active"))


def test_the_head_and_administrators_enter(signed_in, head, administrator, robot):
    assert [signed_in(each).get(ROBOTS).status_code for each in (head, administrator)] == [200, 200]


@pytest.mark.parametrize("cast", ["technician", "teacher", "pupil"])
def test_all_others_are_refused_everywhere(signed_in, request, cast, robot, troubled):
    browser = signed_in(request.getfixturevalue(cast))
    pages = [ROBOTS, reverse("notices:robot_new"), reverse("notices:deliveries")]
    pages.append(reverse("notices:robot_edit", args=[robot.pk]))
    acts = [reverse(f"notices:{name}", args=[robot.pk]) for name in ("robot_try", "robot_switch")]
    acts += [reverse("notices:delivery_try_again", args=[troubled.pk]), pages[1], pages[3]]
    assert {browser.get(page).status_code for page in pages} == {403}
    assert {browser.post(act).status_code for act in acts} == {403}
    assert all_robots() == [("安全群", SECRET, ["reminder"], True)]


def test_one_is_added_with_the_webhook_that_its_program_shows(browser, db):
    webhook = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a-91f6"
    typed = {"name": "安全群", "address": webhook, "topics": ["reminder"]}
    assert browser.post(reverse("notices:robot_new"), typed).headers["Location"] == ROBOTS
    assert all_robots() == [("安全群", "wecombot://693a-91f6", ["reminder"], True)]


@pytest.mark.parametrize(
    ("typed", "fields"),
    [
        ({"name": "新群", "address": "https://elsewhere.example/"}, ["address"]),
        ({"name": "新群", "address": ""}, ["address"]),
        ({"name": "", "address": SECRET}, ["name"]),
        ({"name": "安全群", "address": SECRET}, ["name"]),
        ({"name": "新群", "address": SECRET, "topics": ["gossip"]}, ["topics"]),
    ],
)
def test_bad_input_is_told_at_its_field(browser, robot, typed, fields):
    answer = browser.post(reverse("notices:robot_new"), typed)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, fields)
    assert len(all_robots()) == 1


def test_its_key_is_never_shown_again(browser, robot, troubled):
    pages = [ROBOTS, reverse("notices:robot_edit", args=[robot.pk]), reverse("notices:deliveries")]
    assert [SECRET[11:20] in browser.get(page).content.decode() for page in pages] == [False] * 3


def test_an_empty_address_keeps_the_one_in_use(browser, robot):
    typed = {"name": "安全与消防群", "address": "", "topics": ["reminder", "escalation"]}
    browser.post(reverse("notices:robot_edit", args=[robot.pk]), typed)
    assert all_robots() == [("安全与消防群", SECRET, ["reminder", "escalation"], True)]


def test_a_robot_keeps_its_own_name(browser, robot):
    typed = {"name": "安全群", "address": "feishu://other"}
    browser.post(reverse("notices:robot_edit", args=[robot.pk]), typed)
    assert all_robots() == [("安全群", "feishu://other", [], True)]


def test_it_is_switched_off_and_on(browser, robot):
    address = reverse("notices:robot_switch", args=[robot.pk])
    browser.post(address, {"on": "no"})
    assert [is_active for *_, is_active in all_robots()] == [False]
    browser.post(address, {"on": "yes"})
    assert [is_active for *_, is_active in all_robots()] == [True]


def test_a_trial_message_is_heard_in_the_group(browser, robot):
    with robot_endpoint() as group:
        Robot.objects.update(address=group.address)
        browser.post(reverse("notices:robot_try", args=[robot.pk]))
        assert [words.startswith("【") for words in group.heard] == [True]


def test_a_trial_message_that_fails_says_so(browser, robot):
    with robot_endpoint() as group:
        group.status = 500
        Robot.objects.update(address=group.address)
        answer = browser.post(reverse("notices:robot_try", args=[robot.pk]), follow=True)
    assert [message.level_tag for message in answer.context["messages"]] == ["error"]


def test_what_was_given_up_is_listed_and_tried_again(browser, troubled):
    page = browser.get(reverse("notices:deliveries"))
    assert list(page.context["page"]) == [troubled]
    browser.post(reverse("notices:delivery_try_again", args=[troubled.pk]))
    troubled.refresh_from_db()
    assert (troubled.state, troubled.attempts) == ("waiting", 0)
    assert list(browser.get(reverse("notices:deliveries")).context["page"]) == []


def test_what_arrived_or_waits_for_its_first_try_is_no_trouble(browser, troubled):
    Delivery.objects.update(state="sent", sent_at=AT)
    assert browser.get(ROBOTS).context["in_trouble"] == 0
    Delivery.objects.update(state="waiting", attempts=0)
    assert browser.get(ROBOTS).context["in_trouble"] == 0
    Delivery.objects.update(state="waiting", attempts=1)
    assert browser.get(ROBOTS).context["in_trouble"] == 1
