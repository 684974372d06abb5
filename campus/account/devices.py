"""What a browser says of itself, in words that its owner recognises."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

# The first that fits: browsers inside other apps, and those built on others, come before them.
BROWSERS: tuple[tuple[str, str], ...] = (
    ("wxwork", gettext_noop("WeCom")),
    ("MicroMessenger", gettext_noop("WeChat")),
    ("DingTalk", gettext_noop("DingTalk")),
    ("Feishu", gettext_noop("Feishu")),
    ("Lark", gettext_noop("Feishu")),
    ("QQBrowser", gettext_noop("QQ Browser")),
    ("UCBrowser", "UC"),
    ("HuaweiBrowser", gettext_noop("Huawei Browser")),
    ("MiuiBrowser", gettext_noop("Mi Browser")),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS: tuple[tuple[str, str], ...] = (
    ("Harmony", gettext_noop("HarmonyOS")),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
HANDHELD = ("iPhone", "iPad", "Android", "Harmony", "Mobile")


def in_words(agent: str) -> str:
    """Such as "Edge on Windows", of the text by which a browser names itself."""
    browser, system = first_in(agent, BROWSERS), first_in(agent, SYSTEMS)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("An unknown device")


def first_in(agent: str, names: Sequence[tuple[str, str]]) -> str:
    """The name of the first mark that `agent` bears; empty where it bears none."""
    return next((_(name) for mark, name in names if mark in agent), "")


def is_handheld(agent: str) -> bool:
    """Whether it is a phone or a tablet."""
    return any(mark in agent for mark in HANDHELD)
