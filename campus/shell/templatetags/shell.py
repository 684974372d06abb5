"""Template tags that every page may use without loading them."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from campus.shell import words
from campus.submissions.keys import FIELD, new_key

register = template.Library()


@register.simple_tag
@cache
def icon(name: str, classes: str = "") -> SafeString:
    """One of Tabler's icons, drawn inside the page; decoration only, so hidden from readers."""
    return format_html(
        '<svg class="icon {}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{}</svg>',
        classes,
        drawing(name),
    )


@cache
def drawing(name: str) -> SafeString:
    """The strokes of icon `name`; raises FileNotFoundError for a name that Tabler lacks."""
    text = (Path(settings.ICONS_DIR) / "outline" / f"{name}.svg").read_text(encoding="utf-8")
    return mark_safe(text[text.index(">", text.index("<svg")) + 1 : text.index("</svg>")])  # noqa: S308  # from the package


@register.simple_tag(takes_context=True)
def csrf_token(context: dict[str, Any]) -> SafeString:
    """In place of Django's tag: its token, and the key by which each press is taken once."""
    token = context.get("csrf_token")
    if not token or token == "NOTPROVIDED":  # noqa: S105  # Django's word for none
        return mark_safe("")
    person = getattr(context.get("request"), "user", None)
    key = new_key(person.pk) if person is not None and person.is_authenticated else ""
    return format_html(
        '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<input type="hidden" name="{}" value="{}">',
        token, FIELD, key,
    )  # fmt: skip


@register.filter
def money(amount: Decimal | None) -> str:
    """An amount of yuan; empty where none is known."""
    return "" if amount is None else words.money(amount)


@register.filter
def day_words(day: date) -> str:
    return words.day_in_words(day)


@register.filter
def weekday_words(day: date) -> str:
    return words.weekday_in_words(day)


@register.filter
def month_words(day: date) -> str:
    return words.month_in_words(day)


@register.filter
def moment_words(moment: datetime) -> str:
    return words.moment_in_words(moment)


@register.simple_tag
def days_words(first: date, last: date) -> str:
    return words.days_in_words(first, last)


@register.simple_tag(takes_context=True)
def address_with(context: dict[str, Any], **changes: Any) -> str:
    """The page's own query with some parameters changed; an empty value takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in ("", None):
            query[name] = value
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def name_of(context: dict[str, Any], person: Any) -> str:
    """Somebody's name as the reader of the page is told it; empty for nobody."""
    return person.name_for(context["request"].user) if person else ""


@register.filter
def split(text: str) -> list[str]:
    """The words of `text`."""
    return text.split()


@register.filter
def of(values: Mapping[Any, Any], key: Any) -> Any:
    """What a mapping holds under a key that is a variable of the template; None for nothing."""
    return values.get(key)
