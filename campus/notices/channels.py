"""The ways out of the house: e-mail, and robots in chat groups through Apprise.

Both say what went wrong without saying an address or a key.
"""

import re
import smtplib
from contextvars import ContextVar
from typing import Any

import apprise
import requests
from apprise.plugins import dingtalk, feishu, lark, wecombot
from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Value
from django.db.models.functions import StrIndex
from django.utils.translation import gettext as _
from django.utils.translation import override

from campus.models import Notice, Person

WEBHOOKS = {
    "wecombot": r"https://qyapi\.weixin\.qq\.com/cgi-bin/webhook/send\?key=([\w-]+)",
    "dingtalk": r"https://oapi\.dingtalk\.com/robot/send\?access_token=([\w-]+)",
    "feishu": r"https://open\.feishu\.cn/open-apis/bot/v2/hook/([\w-]+)",
    "lark": r"https://open\.larksuite\.com/open-apis/bot/v2/hook/([\w-]+)",
}
KEY = r"[\w-]+"
# A robot's address as Apprise writes it. No query: it could switch off the check of certificates.
SHAPES = {
    "wecombot": rf"wecombot://{KEY}/?",
    "dingtalk": rf"dingtalk://({KEY}@)?{KEY}/?",
    "feishu": rf"feishu://{KEY}/?",
    "lark": rf"lark://{KEY}/?",
    "json": r"json://[\w.:/-]+",
    "jsons": r"jsons://[\w.:/-]+",
}


class NotSent(Exception):
    """The copy did not get out; the words say why and hold no secret."""


# -- e-mail


def send_mail(notice: Notice, to: str) -> None:
    """Send the notice to one address, in the school's language. Raises NotSent."""
    with override(settings.LANGUAGE_CODE):
        sentence = one_line(notice.sentence)
        letter = EmailMessage(sentence, letter_text(notice, sentence), to=[to])
    try:
        letter.send()
    except (smtplib.SMTPException, OSError) as error:
        raise NotSent(fault_of(error)) from error


def letter_text(notice: Notice, sentence: str) -> str:
    """The sentence, that it comes late if it does, and where to read more."""
    lines = [sentence, ""]
    if notice.late:
        lines += [_("This comes late: the portal could not send it in time."), ""]
    return "\n".join([*lines, settings.SITE_URL + notice.path, "", office()])


def fault_of(error: Exception) -> str:
    """The kind of fault and its code; the words of servers may repeat addresses."""
    code = getattr(error, "smtp_code", None) or getattr(error, "errno", None)
    name = type(error).__name__
    return f"{name} {code}" if code else name


# -- robots


def send_to_robot(address: str, text: str) -> None:
    """Have the robot at `address` say `text`, in 10 seconds at most. Raises NotSent."""
    robot = robot_at(address)
    fault.set("")
    if not robot.notify(body=text, body_format=apprise.NotifyFormat.TEXT):
        raise NotSent(fault.get() or "no answer")


def robot_text(notice: Notice) -> str:
    """What a group is told: the sentence without names of people, and where to read more."""
    with override(settings.LANGUAGE_CODE):
        sentence = without_names(one_line(notice.sentence))
        return f"【{office()}】{sentence}\n{settings.SITE_URL}{notice.path}"


def test_text() -> str:
    """What a group is told to try its robot out."""
    with override(settings.LANGUAGE_CODE):
        return f"【{office()}】{_('This is a trial message. The robot works.')}"


def without_names(text: str) -> str:
    """`text` with the name of every person of the school covered.

    A group is read by people whom nobody has chosen for this message, and stays readable for
    years, while minors' data is for as few eyes as possible (Regulations on the protection of
    minors online, 2024, article 36). Which words are names only the roster knows, so one query
    asks it for the names that `text` contains. Longest first: a name may begin another.
    """
    found = (
        Person.objects.alias(place=StrIndex(Value(text), F("name")))
        .filter(place__gt=0)
        .values_list("name", "kind")
    )
    for name, kind in sorted(set(found), key=lambda row: -len(row[0])):
        cover = _("a pupil") if kind == Person.Kind.PUPIL else _("a member of staff")
        text = text.replace(name, cover)
    return text


def robot_at(address: str) -> Any:
    """Apprise's robot behind an address of the allowed sorts. Raises NotSent for any other.

    Redirects are not followed: a typed address must not lead the server anywhere else.
    """
    asset = apprise.AppriseAsset(async_mode=False, http_redirects=False, secure_logging=True)
    robot = apprise.Apprise.instantiate(address, asset=asset) if is_allowed(address) else None
    if robot is None:
        raise NotSent("address not allowed")
    # Back-off is ours; Apprise would sleep while the delivery's row is locked.
    robot.request_rate_per_sec = 0
    return robot


def is_allowed(address: str) -> bool:
    """Whether the address is of a sort that the settings allow, in its bare form."""
    scheme = address.partition("://")[0]
    shape = SHAPES.get(scheme) if scheme in settings.ROBOT_SCHEMES else None
    return bool(shape and re.fullmatch(shape, address, re.ASCII))


def robot_address(typed: str, secret: str = "") -> str:
    """Apprise's address for what was typed: such an address already, or the webhook that the chat
    program shows. `secret` is DingTalk's signing secret. Raises ValueError where it is neither."""
    typed = typed.strip()
    for scheme, webhook in WEBHOOKS.items():
        if match := re.fullmatch(webhook, typed, re.ASCII):
            signed = f"{secret.strip()}@" if secret.strip() and scheme == "dingtalk" else ""
            typed = f"{scheme}://{signed}{match[1]}"
    if not is_allowed(typed):
        raise ValueError(typed)
    return typed


def office() -> str:
    return settings.OFFICE_NAME or _("Logistics Office")


def one_line(text: str) -> str:
    """A subject holds no line breaks."""
    return " ".join(text.split())


# -- what the chat services answer

# Where WeCom and DingTalk, Feishu and Lark, and Feishu's older robots put the code of an answer.
CODES = ("errcode", "code", "StatusCode")

# The fault of the present sending, for whoever looks after the robot.
fault: ContextVar[str] = ContextVar("fault", default="")


class AnswersAreRead:
    """`requests` as Apprise's robots see it, where a refusal is an error whatever its status.

    WeCom, DingTalk and Feishu answer 200 also when they refuse a message (a withdrawn key, too
    many messages a minute) and say so in the body's `errcode` or `code`. Apprise looks at the
    status alone, so without this such messages would count as sent and be lost.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(requests, name)

    def post(self, *args: Any, **kwargs: Any) -> requests.Response:
        """Post, and read the answer. Raises RequestException where it is a refusal."""
        try:
            answer = requests.post(*args, **kwargs)  # noqa: S113  # Apprise passes its timeouts
        except requests.RequestException as error:
            fault.set(type(error).__name__)
            raise
        if words := refusal_in(answer):
            fault.set(words)
            raise requests.RequestException(words)
        return answer


def refusal_in(answer: requests.Response) -> str:
    """Empty where the message was taken, else the code of the refusal."""
    if answer.status_code != requests.codes.ok:
        return f"HTTP {answer.status_code}"
    try:
        said = answer.json()
    except requests.JSONDecodeError:
        said = None
    if not isinstance(said, dict) or not (codes := [said[key] for key in CODES if key in said]):
        return "answer not understood"
    return "" if codes[0] == 0 else f"code {codes[0]}"


for service in (wecombot, dingtalk, feishu, lark):
    vars(service)["requests"] = AnswersAreRead()
