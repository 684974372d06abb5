"""Days, moments and values as people of the school write them, in the reader's language."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.conf import settings
from django.utils import timezone, translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_noop, pgettext

# Only the one that is asked for is translated: lists write hundreds of days.
WEEKDAYS = (
    gettext_noop("Mon"), gettext_noop("Tue"), gettext_noop("Wed"), gettext_noop("Thu"),
    gettext_noop("Fri"), gettext_noop("Sat"), gettext_noop("Sun"),
)  # fmt: skip
MAY = 5
MONTHS = (
    gettext_noop("Jan"), gettext_noop("Feb"), gettext_noop("Mar"), gettext_noop("Apr"), "May",
    gettext_noop("Jun"), gettext_noop("Jul"), gettext_noop("Aug"), gettext_noop("Sep"),
    gettext_noop("Oct"), gettext_noop("Nov"), gettext_noop("Dec"),
)  # fmt: skip


def day_in_words(day: date) -> str:
    """11月9日(周日), or Sun 9 Nov."""
    return _("%(weekday)s %(day)d %(month)s") % {
        "weekday": weekday_in_words(day),
        "day": day.day,
        "month": month_name(day.month),
    }


def weekday_in_words(day: date) -> str:
    """周日, or Sun."""
    return translate(WEEKDAYS[day.weekday()])


def month_name(month: int) -> str:
    """11月, or Nov."""
    if month == MAY:  # the full name is the same word in English, and another in Chinese
        return pgettext("short month", "May")
    return translate(MONTHS[month - 1])


def month_in_words(day: date) -> str:
    """2025年11月, or Nov 2025."""
    return _("%(month)s %(year)d") % {"month": month_name(day.month), "year": day.year}


def days_in_words(first: date, last: date) -> str:
    """One day, or a range from the first to the last."""
    if first == last:
        return day_in_words(first)
    return _("%(first)s to %(last)s") % {"first": day_in_words(first), "last": day_in_words(last)}


def money(amount: Decimal) -> str:
    """An amount of yuan, to the fen; the sign stands before it."""
    return f"{'-' if amount < 0 else ''}¥{abs(amount):,.2f}"


def moment_in_words(moment: datetime) -> str:
    """A moment in school time: the day and the time of day."""
    local = timezone.localtime(moment)
    return f"{day_in_words(local.date())} {local:%H:%M}"


def value_in_words(value: Any) -> str:
    """What a field holds, as people read it: yes or no, a day, a time; empty for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return pgettext("value", "yes") if value else pgettext("value", "no")
    if isinstance(value, datetime):
        return moment_in_words(value)
    if isinstance(value, date):
        return day_in_words(value)
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def in_words(value: Any) -> str:
    """A fact of a notice or a timeline, stored for readers of both languages.

    {"day": "2025-11-09"} and {"moment": …} (ISO) are written as the reader writes them, {"label":
    {language: words}} says the same in each language, {"state": value, "of": "app.model"} is the
    label of a state; all else is text. Before labels a {"term": …} was stored, a source string.
    """
    if not isinstance(value, dict):
        return str(value)
    if "day" in value:
        return day_in_words(date.fromisoformat(value["day"]))
    if "moment" in value:
        return moment_in_words(datetime.fromisoformat(value["moment"]))
    if "label" in value:
        labels: dict[str, str] = value["label"]
        return labels.get(translation.get_language() or "") or labels[settings.LANGUAGE_CODE]
    if "term" in value:
        return translate(value["term"])
    return state_in_words(value["of"], value["state"])


def state_in_words(model: str, state: str) -> str:
    """The label of a state of `model` ("app.model"); a state that is gone names itself."""
    choices: Any = apps.get_model(model)._meta.get_field("status").choices
    return str(dict(choices).get(state, state))


def in_languages(label: str | Promise) -> dict[str, dict[str, str]]:
    """A label of the catalogue as a fact, to be stored for readers of any language."""
    said = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            said[language] = str(label)
    return {"label": said}
