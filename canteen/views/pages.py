"""Pages that are alike all over the canteens."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import PersonRequest
from campus.school_time.days import day_typed
from campus.shell.form_page import form_page
from canteen.models import MEALS, Canteen, MealTime
from canteen.models.standards import meal_at


def day_asked(request: PersonRequest, name: str = "day") -> date:
    """The day that the address asks for (`?day=2026-01-09`), else today."""
    return day_typed(request.GET.get(name, "")) or timezone.localdate()


def kept(
    request: PersonRequest, form: BaseForm, *, title: str, back: str, write: Any, words: str = ""
) -> HttpResponse:
    """The form over a record; once it is valid what was typed is written by `write`, and back."""
    record: Any = form.instance  # type: ignore[attr-defined]  # a form over a record
    if not form.is_valid():
        under = str(record) if record.pk else ""
        return form_page(request, form, title=title, back=back, under=under, words=words)
    made = write(record, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(record)s” is saved.") % {"record": made})
    return redirect(back)


def meal_asked(request: PersonRequest) -> str:
    """The meal that the address asks for, else the one of now."""
    meal = request.GET.get("meal", "")
    return meal if meal in MEALS else meal_at(list(MealTime.objects.all()), timezone.now())


def canteen_asked(request: PersonRequest) -> Canteen:
    """The canteen that the address asks for, else the first. Raises Http404 where there is none."""
    canteens = list(Canteen.objects.visible_to(request.user).running())
    wanted = [each for each in canteens if str(each.pk) == request.GET.get("canteen", "")]
    found = next(iter(wanted or canteens), None)
    if found is None:
        raise Http404
    return found
