"""Accompanied meals: the rota, one's own record, what is missing, a month on paper."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.school_time.months import month_after, month_typed
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import accompany as actions
from canteen.forms.school import HandOverForm, RecordForm, RotaForm
from canteen.lists import ACCOMPANIED
from canteen.models import AccompaniedMeal

AHEAD = timedelta(days=27)


@require_safe
def meals(request: PersonRequest) -> HttpResponse:
    """Who ate and eats along."""
    return list_page(
        request, ACCOMPANIED, "canteen/accompanied_list.html",
        may_keep=rights.can_keep_menus(request.user),
    )  # fmt: skip


@require_safe
def sheet(request: PersonRequest) -> HttpResponse:
    """A month's records on A4 across."""
    require(rights.can_read_accompanied(request.user))
    first = month_typed(request.GET.get("month", ""), timezone.localdate())
    following = month_after(first)
    seen = AccompaniedMeal.objects.visible_to(request.user).filter(
        day__range=(first, following - timedelta(days=1))
    )
    context: dict[str, Any] = {
        "first": first, "meals": seen.select_related("canteen", "person").order_by("day", "id"),
        "previous": (first - timedelta(days=1)).strftime("%Y-%m"), "next": f"{following:%Y-%m}",
        "back": reverse("canteen:accompany"),
    }  # fmt: skip
    return render(request, "canteen/accompanied_sheet.html", context)


@require_http_methods(["GET", "POST"])
def lay(request: PersonRequest) -> HttpResponse:
    """Lay the rota ahead."""
    require(rights.can_keep_menus(request.user))
    today = timezone.localdate()
    initial: dict[str, date] = {"first": today, "last": today + AHEAD}
    form = RotaForm(request.POST or None, person=request.user, initial=initial)
    back = reverse("canteen:accompany")
    if not form.is_valid():
        return form_page(
            request, form, title=_("Rota of accompanied meals"), back=back,
            words=_("Meals that have somebody already stay as they are."),
        )  # fmt: skip
    count = actions.lay_rota(by=request.user, at=timezone.now(), **form.cleaned_data)
    words = ngettext("%(count)d meal is laid.", "%(count)d meals are laid.", count)
    messages.success(request, words % {"count": count})
    return redirect(back)


def found(request: PersonRequest, pk: int) -> AccompaniedMeal:
    seen = AccompaniedMeal.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("canteen", "person", "action"), pk=pk)


@require_safe
def meal(request: PersonRequest, pk: int) -> HttpResponse:
    """One accompanied meal, recorded or to be."""
    shown, person = found(request, pk), request.user
    is_due = shown.recorded_at is None and shown.day <= timezone.localdate()
    context = {
        "meal": shown, "is_due": is_due, "may_record": rights.can_record_meal(person, shown),
        "may_hand_over": rights.can_hand_over(person, shown),
        "may_keep": rights.can_keep_menus(person),
    }  # fmt: skip
    return render(request, "canteen/accompanied.html", context)


@require_http_methods(["GET", "POST"])
def record(request: PersonRequest, pk: int) -> HttpResponse:
    """Record what was found."""
    recorded = found(request, pk)
    require(rights.can_record_meal(request.user, recorded))
    form = RecordForm(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Accompanied meal"), back=recorded.get_absolute_url(),
            under=str(recorded),
        )  # fmt: skip
    actions.record(recorded, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("It is recorded. Thank you."))
    return redirect(recorded)


@require_http_methods(["GET", "POST"])
def hand_over(request: PersonRequest, pk: int) -> HttpResponse:
    """Let somebody else eat along."""
    given = found(request, pk)
    require(rights.can_hand_over(request.user, given))
    form = HandOverForm(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Hand over"), back=given.get_absolute_url(), under=str(given)
        )
    actions.hand_over(given, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("They are told."))
    return redirect(given)


@require_POST
def take_off(request: PersonRequest, pk: int) -> HttpResponse:
    """Take somebody off the rota."""
    taken = found(request, pk)
    require(rights.can_keep_menus(request.user))
    actions.take_off(taken, by=request.user, at=timezone.now())
    messages.success(request, _("They are off the rota."))
    return redirect("canteen:accompany")
