"""Caps of use with what is left, and the monthly sheet."""

from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.school_time.months import month_after, month_before, month_typed
from campus.sheets.writer import sheet_answer
from campus.shell.form_page import form_page
from campus.shell.words import month_in_words
from vehicles import rights
from vehicles.actions import caps as actions
from vehicles.actions import months
from vehicles.exports.trips import WIDTHS, month_rows
from vehicles.figures.month import month_lines, total
from vehicles.forms.caps import CapForm
from vehicles.models import FleetMonth, UsageCap, uses_of

# Caps of some years ago are history: as many as a school looks at.
SHOWN = 60


@require_safe
def caps(request: PersonRequest) -> HttpResponse:
    """Every cap with what is used, committed and left; those in force first, the school's before
    those of departments."""
    require(rights.can_read_caps(request.user))
    today = timezone.localdate()
    kept = UsageCap.objects.select_related("semester__school_year", "department")
    known = sorted(
        kept[:SHOWN],
        key=lambda cap: (not cap.days[0] <= today <= cap.days[1], cap.department is not None),
    )
    grouped = groupby(uses_of(known), key=lambda use: use.cap)
    context = {
        "caps": [(cap, list(uses), cap.days[0] <= today <= cap.days[1]) for cap, uses in grouped],
        "may_keep": rights.can_keep_caps(request.user),
    }
    return render(request, "vehicles/caps.html", context)


@require_http_methods(["GET", "POST"])
def cap(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Set a cap, or change one."""
    require(rights.can_keep_caps(request.user))
    changed = get_object_or_404(UsageCap, pk=pk) if pk else UsageCap()
    form = CapForm(request.POST or None, instance=changed, today=timezone.localdate())
    if not form.is_valid():
        title = _("Change the cap") if pk else _("Set a cap")
        return form_page(request, form, title=title, back=reverse("vehicles:caps"))
    written = actions.write_cap(changed, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The cap is set: %(cap)s.") % {"cap": written})
    return redirect("vehicles:caps")


@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a cap away."""
    require(rights.can_keep_caps(request.user))
    gone = get_object_or_404(UsageCap, pk=pk)
    actions.remove_cap(gone, by=request.user, at=timezone.now())
    messages.success(request, _("The cap is taken away."))
    return redirect("vehicles:caps")


# The monthly sheet


def month_in(request: PersonRequest) -> date:
    """The month that the address asks for (`?month=2025-11`), else the last that is over."""
    return month_typed(request.GET.get("month", ""), month_before(timezone.localdate()))


def month_context(request: PersonRequest, first_day: date) -> dict[str, Any]:
    """The sheet of a month, for whoever may read it: raises PermissionDenied."""
    known = FleetMonth.objects.select_related("published_by").filter(first_day=first_day).first()
    require(rights.can_read_months(request.user))
    require(rights.can_read_month(request.user, known))
    lines = month_lines(first_day)
    return {
        "month": first_day, "query": f"{first_day:%Y-%m}", "lines": lines, "total": total(lines),
        "known": known,
    }  # fmt: skip


@require_safe
def month(request: PersonRequest) -> HttpResponse:
    """What each vehicle did in a month; published by the 5th of the next."""
    first_day, today = month_in(request), timezone.localdate()
    after = month_after(first_day)
    context = month_context(request, first_day) | {
        "before": f"{month_before(first_day):%Y-%m}",
        "after": f"{after:%Y-%m}" if after <= today else "",
        "is_over": after <= today,
        "may_publish": rights.can_publish_months(request.user),
    }
    return render(request, "vehicles/month.html", context)


@require_safe
def month_sheet(request: PersonRequest) -> HttpResponse:
    """The monthly sheet on A4."""
    context = month_context(request, month_in(request)) | {"today": timezone.localdate()}
    return render(request, "vehicles/month_sheet.html", context)


@require_safe
def month_export(request: PersonRequest) -> HttpResponse:
    """The monthly sheet as a spreadsheet."""
    first_day = month_in(request)
    context = month_context(request, first_day)
    name = _("Vehicles %(month)s") % {"month": month_in_words(first_day)}
    rows = month_rows([*context["lines"], context["total"]])
    return sheet_answer(rows, name, widths=WIDTHS)


@require_POST
def publish(request: PersonRequest) -> HttpResponse:
    """Let all staff read the sheet of a month."""
    require(rights.can_publish_months(request.user))
    published = months.publish(month_in(request), by=request.user, at=timezone.now())
    messages.success(request, _("%(sheet)s is published.") % {"sheet": published})
    return redirect(published)
