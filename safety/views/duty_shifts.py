"""Duty: the roster of a month, shifts, swaps, the log and its handover."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Person
from campus.school_time.engine import moments_of
from campus.school_time.months import month_after, month_typed
from campus.shell.form_page import form_page
from safety import rights
from safety.actions import duty_shifts as actions
from safety.forms.duty_shifts import AskSwap, ImportForm, LogForm, ShiftForm, tonight
from safety.models import DutyShift, DutySwap


def month_of(request: PersonRequest) -> date:
    """The month that the address asks for (`?month=2026-01`), else this one."""
    return month_typed(request.GET.get("month", ""), timezone.localdate())


def roster_of(request: PersonRequest) -> dict[str, Any]:
    """The shifts of a month, and who is on duty now."""
    first, now = month_of(request), timezone.now()
    seen = DutyShift.objects.visible_to(request.user).select_related("leader", "received_by")
    shifts = seen.prefetch_related("members__person").order_by("starts_at", "id")
    following = month_after(first)
    start, end = moments_of(first, following - timedelta(days=1))
    month = list(shifts.between(start, end))
    return {
        "shifts": month,
        "on_duty": [each for each in month if each.starts_at <= now < each.ends_at],
        "first": first,
        "previous": (first - timedelta(days=1)).strftime("%Y-%m"),
        "next": following.strftime("%Y-%m"),
    }


@require_safe
def roster(request: PersonRequest) -> HttpResponse:
    """Who is on duty when."""
    require(rights.can_read_duty(request.user))
    context = {**roster_of(request), "may_lay": rights.can_lay_duty(request.user)}
    return render(request, "safety/roster.html", context)


@require_safe
def sheet(request: PersonRequest) -> HttpResponse:
    """The roster of a month on A4."""
    require(rights.can_read_duty(request.user))
    context = roster_of(request)
    context["back"] = f"{reverse('safety:duty')}?month={context['first']:%Y-%m}"
    return render(request, "safety/roster_sheet.html", context)


def found(request: PersonRequest, pk: int) -> DutyShift:
    seen = DutyShift.objects.visible_to(request.user).select_related("leader", "received_by")
    return get_object_or_404(seen.prefetch_related("members__person"), pk=pk)


@require_http_methods(["GET", "POST"])
def lay(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay a shift, or change one."""
    require(rights.can_lay_duty(request.user))
    edited = found(request, pk) if pk else DutyShift()
    initial = {} if pk else dict(tonight(timezone.localdate()))
    form = ShiftForm(request.POST or None, instance=edited, person=request.user, initial=initial)
    if not form.is_valid():
        back = edited.get_absolute_url() if pk else reverse("safety:duty")
        return form_page(request, form, title=_("Duty shift"), back=back)
    typed = dict(form.cleaned_data)
    kept = actions.lay(
        edited, members=typed.pop("members"), by=request.user, at=timezone.now(), **typed
    )
    messages.success(request, _("The shift is on the roster."))
    return redirect(kept)


@require_http_methods(["GET", "POST"])
def take_sheet(request: PersonRequest) -> HttpResponse:
    """Lay a roster from a sheet."""
    require(rights.can_lay_duty(request.user))
    form = ImportForm(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Roster from a sheet"), back=reverse("safety:duty"),
            words=_("All of it is laid, or nothing."),
        )  # fmt: skip
    laid = actions.lay_all(form.facts(), by=request.user, at=timezone.now())
    messages.success(request, _("%(count)d shifts are on the roster.") % {"count": len(laid)})
    month = timezone.localtime(laid[0].starts_at).strftime("%Y-%m")
    return redirect(f"{reverse('safety:duty')}?month={month}")


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One shift: who is there, its log, swaps that are asked for."""
    shift, person, now = found(request, pk), request.user, timezone.now()
    there = [shift.leader, *(each.person for each in shift.members.all())]
    context = {
        "shift": shift,
        "there": there,
        "log": shift.log.select_related("by"),
        "swaps": [
            (each, swap_buttons(each, person))
            for each in shift.swaps.select_related("giver", "taker")
        ],
        "has_begun": shift.starts_at <= now,
        "is_there": person in there,
        "may_lay": rights.can_lay_duty(person),
        "may_log": rights.can_log(person, shift),
        "may_take_over": rights.can_take_over(person, shift),
        "log_form": LogForm(),
        "swap_form": AskSwap(),
    }
    return render(request, "safety/shift.html", context)


def swap_buttons(swap: DutySwap, person: Person) -> list[tuple[str, str]]:
    """What the person may answer, each with its address."""
    if swap.status != DutySwap.Status.ASKED:
        return []
    if person.pk == swap.taker_id:
        names = (("accept", _("I stand in")), ("decline", _("I cannot")))
    elif person.pk == swap.giver_id:
        names = (("withdraw", _("Ask no more")),)  # type: ignore[assignment]  # one answer alone
    else:
        return []
    return [(reverse("safety:swap_answer", args=[swap.pk, name]), words) for name, words in names]


@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a shift off the roster."""
    shift = found(request, pk)
    require(rights.can_lay_duty(request.user))
    actions.remove(shift, by=request.user, at=timezone.now())
    messages.success(request, _("The shift is taken off the roster."))
    return redirect("safety:duty")


@require_POST
def write_log(request: PersonRequest, pk: int) -> HttpResponse:
    """Write into the log."""
    shift = found(request, pk)
    require(rights.can_log(request.user, shift))
    form = LogForm(request.POST)
    if not form.is_valid():
        back = shift.get_absolute_url()
        return form_page(request, form, title=_("Duty log"), back=back, under=str(shift))
    actions.write_log(shift, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("It is noted."))
    return redirect(shift)


@require_POST
def take_over(request: PersonRequest, pk: int) -> HttpResponse:
    """Sign the log as somebody of the next shift."""
    shift = found(request, pk)
    require(rights.can_take_over(request.user, shift))
    actions.take_over(shift, by=request.user, at=timezone.now())
    messages.success(request, _("You have taken over."))
    return redirect(shift)


@require_POST
def ask_swap(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask somebody to stand in."""
    shift = found(request, pk)
    form = AskSwap(request.POST)
    if not form.is_valid():
        back = shift.get_absolute_url()
        return form_page(request, form, title=_("Swap duty"), back=back, under=str(shift))
    actions.ask_swap(shift, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("You will be told the answer."))
    return redirect(shift)


ANSWERS = {
    "accept": actions.accept_swap, "decline": actions.decline_swap,
    "withdraw": actions.withdraw_swap,
}  # fmt: skip


@require_POST
def answer_swap(request: PersonRequest, pk: int, answer: str) -> HttpResponse:
    """Stand in, or not; or ask no more."""
    asked = DutySwap.objects.filter(shift__in=DutyShift.objects.visible_to(request.user))
    own = asked.filter(giver=request.user) | asked.filter(taker=request.user)
    swap = get_object_or_404(own.select_related("shift"), pk=pk)
    answered = ANSWERS[answer](swap, by=request.user, at=timezone.now())
    messages.success(request, answered.get_status_display())
    return redirect(swap.shift)
