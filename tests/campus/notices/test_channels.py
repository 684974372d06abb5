"""E-mail and robots: what they say, and what they make of the answers."""

import json
import re
import smtplib

import pytest
import requests
from django.core import mail
from django.utils.translation import gettext

from campus.models import Notice
from campus.notices import channels
from tests.reminding import moment
from tests.servers import robot_endpoint


@pytest.fixture
def notice(db, settings) -> Notice:
    settings.SITE_URL = "https://steward.example"
    settings.OFFICE_NAME = "后勤服务处"
    return Notice.objects.create(
        key="n", topic="reminder", text="%(title)s", facts={"title": "消防演练"},
        path="/plan/items/7/", told_at=moment("2025-11-10 08:00"),
    )  # fmt: skip


# -- e-mail


def test_a_letter_says_the_sentence_and_where_to_read_more(notice):
    channels.send_mail(notice, "head@school.example")
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["head@school.example"], "消防演练")
    assert letter.body == "消防演练\n\nhttps://steward.example/plan/items/7/\n\n后勤服务处"


def test_a_late_letter_says_that_it_is_late(notice):
    notice.late = True
    channels.send_mail(notice, "head@school.example")
    assert mail.outbox[0].body.splitlines()[2] == gettext(
        "This comes late: the portal could not send it in time."
    )


def test_a_title_with_line_breaks_cannot_add_headers(notice):
    notice.facts = {"title": "演练\r\nBcc: all@school.example"}
    channels.send_mail(notice, "head@school.example")
    assert mail.outbox[0].subject == "演练 Bcc: all@school.example"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (smtplib.SMTPServerDisconnected("gone"), "SMTPServerDisconnected"),
        (smtplib.SMTPDataError(552, b"head@school.example is full"), "SMTPDataError 552"),
        (TimeoutError("timed out"), "TimeoutError"),
        (ConnectionRefusedError(111, "Connection refused"), "ConnectionRefusedError 111"),
    ],
)
def test_a_fault_of_the_mail_server_is_told_without_addresses(notice, monkeypatch, error, words):
    def refuse(letter):
        raise error

    monkeypatch.setattr("campus.notices.channels.EmailMessage.send", refuse)
    with pytest.raises(channels.NotSent) as caught:
        channels.send_mail(notice, "head@school.example")
    assert str(caught.value) == words


# -- what robots say


def test_a_robot_says_the_sentence_and_where_to_read_more(notice):
    assert channels.robot_text(notice) == (
        "【后勤服务处】消防演练\nhttps://steward.example/plan/items/7/"
    )


def test_no_persons_name_reaches_a_group(pupil, technician, notice):
    notice.facts = {"title": f"{pupil.name}与{technician.name}检查宿舍,{pupil.name}记录"}
    covered = channels.robot_text(notice).splitlines()[0]
    a_pupil, staff = gettext("a pupil"), gettext("a member of staff")
    assert covered == f"【后勤服务处】{a_pupil}与{staff}检查宿舍,{a_pupil}记录"


def test_a_name_that_begins_another_leaves_no_rest(pupil, notice):
    pupil.pk, pupil.number, pupil.name = None, "20250302", pupil.name + "飞"
    pupil.save()
    notice.facts = {"title": f"{pupil.name}值日"}
    assert channels.robot_text(notice).splitlines()[0] == f"【后勤服务处】{gettext('a pupil')}值日"


def test_the_names_are_found_with_one_query(pupil, head, django_assert_num_queries):
    with django_assert_num_queries(1):
        channels.without_names("消防演练")


def test_a_robot_at_an_endpoint_is_heard_there(db):
    with robot_endpoint() as group:
        channels.send_to_robot(group.address, "演练改期")
    assert group.heard == ["演练改期"]


def test_an_endpoint_that_refuses_is_a_failure(db):
    with robot_endpoint() as group:
        group.status = 500
        with pytest.raises(channels.NotSent):
            channels.send_to_robot(group.address, "演练改期")
    assert group.heard == []


# -- what the chat services answer


def answer(status: int, body: object) -> requests.Response:
    made = requests.Response()
    made.status_code = status
    made._content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return made


ADDRESSES = [
    "wecombot://abcdefgh",
    "dingtalk://SECabc@abcdefgh",
    "feishu://abc-def",
    "lark://abc-def",
]


@pytest.fixture
def service(monkeypatch):
    """Let the chat services give the answers that a test wants, and keep what was posted."""
    posted: list[tuple[str, dict]] = []

    def answering(reply):
        def post(address, **details):
            posted.append((address, json.loads(details["data"])))
            if isinstance(reply, Exception):
                raise reply
            return reply

        monkeypatch.setattr(requests, "post", post)
        return posted

    return answering


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("body", [{"errcode": 0, "errmsg": "ok"}, {"code": 0, "StatusCode": 0}])
def test_a_message_that_was_taken_counts_as_sent(service, address, body):
    posted = service(answer(200, body))
    channels.send_to_robot(address, "演练改期")
    assert [json.dumps(said, ensure_ascii=False).count("演练改期") for _, said in posted] == [1]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("reply", "words"),
    [
        (answer(200, {"errcode": 93000, "errmsg": "invalid webhook url"}), "code 93000"),
        (answer(200, {"errcode": 45009, "errmsg": "api freq out of limit"}), "code 45009"),
        (answer(200, {"code": 19001, "msg": "param invalid"}), "code 19001"),
        (answer(200, b"<html>Sign in to the network</html>"), "answer not understood"),
        (answer(200, {}), "answer not understood"),
        (answer(200, ["odd"]), "answer not understood"),
        (answer(404, {}), "HTTP 404"),
        (requests.ConnectTimeout("https://host/?key=abcdefgh"), "ConnectTimeout"),
    ],
)
def test_a_refusal_is_a_failure_whatever_its_status_and_tells_no_key(
    service, address, reply, words
):
    service(reply)
    with pytest.raises(channels.NotSent) as caught:
        channels.send_to_robot(address, "演练改期")
    assert str(caught.value) == words


# -- addresses


@pytest.mark.parametrize(
    ("typed", "secret", "kept"),
    [
        ("wecombot://693a-91f6", "", "wecombot://693a-91f6"),
        (" https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a-91f6 ", "", "wecombot://693a-91f6"),
        ("https://oapi.dingtalk.com/robot/send?access_token=9f8e", "", "dingtalk://9f8e"),
        ("https://oapi.dingtalk.com/robot/send?access_token=9f8e", "SEC12", "dingtalk://SEC12@9f8e"),
        ("https://open.feishu.cn/open-apis/bot/v2/hook/f1-9", "", "feishu://f1-9"),
        ("https://open.larksuite.com/open-apis/bot/v2/hook/f1-9", "", "lark://f1-9"),
        ("json://127.0.0.1:8080/x", "", "json://127.0.0.1:8080/x"),
    ],
)  # fmt: skip
def test_what_the_chat_program_shows_becomes_an_address(typed, secret, kept):
    assert channels.robot_address(typed, secret) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "https://elsewhere.example/hook",
        "http://169.254.169.254/latest/meta-data",
        "mailto://user:pass@host",
        "file:///etc/passwd",
        "wecombot://key?verify=no",
        "wecombot://key/../x",
        "wecombot://",
        "wecombot://键",
        "json://127.0.0.1/?method=DELETE",
        "https://qyapi.weixin.qq.com.elsewhere.example/cgi-bin/webhook/send?key=1",
    ],
)
def test_any_other_address_is_refused(typed):
    with pytest.raises(ValueError, match=f"^{re.escape(typed)}$"):
        channels.robot_address(typed)


def test_endpoints_of_ones_own_are_for_local_and_test_settings_alone(settings):
    settings.ROBOT_SCHEMES = ["wecombot", "dingtalk", "feishu", "lark"]
    with pytest.raises(channels.NotSent, match="address not allowed"):
        channels.send_to_robot("json://127.0.0.1:9/", "x")
