"""Pages that are alike all over the canteens."""

from datetime import date, timedelta
from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest


def form_page(
    request: PersonRequest, form: BaseForm, *, title: str, back: str, under: str = "",
    words: str = "", **context: Any,
) -> HttpResponse:  # fmt: skip
    """A form on a page of its own, with the errors of what was typed and the files it came with."""
    keep_sent(form, by=request.user, at=timezone.now())
    told = {"form": form, "title": title, "back": back, "under": under, "words": words}
    status = 422 if form.is_bound else 200
    return render(request, "canteen/form.html", {**told, **context}, status=status)


def day_asked(request: PersonRequest, name: str = "day") -> date:
    """The day that the address asks for (`?day=2026-01-09`), else today."""
    try:
        return parse_date(request.GET.get(name, "")) or timezone.localdate()
    except ValueError:  # a thirtieth of February
        return timezone.localdate()


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())
