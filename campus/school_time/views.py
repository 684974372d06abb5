"""The pages on which the school's time is read and set."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.models import Semester, SpecialDay, WorkingHours
from campus.school_time import actions, forms, rights
from campus.school_time.calendar import following_semester, school_calendar
from campus.school_time.engine import SchoolCalendar
from campus.school_time.festivals import festivals
from campus.school_time.scope import semester_scope
from campus.school_time.state import state_days, state_runs


@require_safe
def semesters(request: PersonRequest) -> HttpResponse:
    """All semesters, and the weeks of the chosen one with what is special about their days."""
    require(rights.can_read(request.user))
    scope = semester_scope(request)
    semester = scope["semester"]
    weeks = weeks_of(semester, school_calendar()) if semester else []
    return render(
        request,
        "school_time/semesters.html",
        {
            **scope,
            "weeks": weeks,
            "today": timezone.localdate(),
            "may_change": rights.can_change(request.user),
        },
    )


def weeks_of(semester: Semester, calendar: SchoolCalendar) -> list[dict[str, Any]]:
    """Week 0 to the last week: number, first and last day, festivals, days off and made up."""
    named = festivals(semester.first_day, semester.last_day + timedelta(days=6))
    last_no = semester.week_no(semester.last_day)
    return [
        week_in_words(number, semester.monday_of(number), named, calendar)
        for number in range(last_no + 1)
    ]


def week_in_words(
    number: int, monday: date, named: list[tuple[date, str]], calendar: SchoolCalendar
) -> dict[str, Any]:
    days = [monday + timedelta(days=n) for n in range(7)]
    return {
        "number": number,
        "first": days[0],
        "last": days[-1],
        "festivals": [(day, name) for day, name in named if day in days],
        "off": [day for day in days if calendar.exception_of(day) is False],
        "makeup": [day for day in days if calendar.exception_of(day)],
    }


@require_http_methods(["GET", "POST"])
def new_semester(request: PersonRequest) -> HttpResponse:
    """Lay a semester; the days proposed are those after the latest one laid."""
    require(rights.can_change(request.user))
    proposed = following_semester(
        Semester.objects.select_related("school_year").first(), timezone.localdate()
    )
    return semester_form(request, Semester(), proposed, _("New semester"))


@require_http_methods(["GET", "POST"])
def edit_semester(request: PersonRequest, pk: int) -> HttpResponse:
    """Move the days of a semester."""
    semester = get_object_or_404(
        Semester.objects.visible_to(request.user).select_related("school_year"), pk=pk
    )
    require(rights.can_change(request.user))
    initial = {"starts_in": semester.school_year.starts_in}
    return semester_form(request, semester, initial, _("Days of the semester"))


def semester_form(
    request: PersonRequest, semester: Semester, initial: dict[str, Any], title: str
) -> HttpResponse:
    form = forms.SemesterForm(request.POST or None, instance=semester, initial=initial)
    if not form.is_valid():
        back = reverse("school_time:semesters")
        return form_page(request, form, title=title, back=back, active="semesters")
    kept = actions.keep_semester(semester, **form.cleaned_data)
    messages.success(request, _("%(semester)s is laid.") % {"semester": kept})
    return redirect("school_time:semesters")


@require_safe
def days(request: PersonRequest) -> HttpResponse:
    """The days of a year that differ from their weekday, the school's own and the state's."""
    require(rights.can_read(request.user))
    year = forms.YearForm.read(request.GET, timezone.localdate())
    own = list(SpecialDay.objects.visible_to(request.user).of_year(year))
    entered = {special.day for special in own}
    declared = [found for found in state_days(year) if found.day not in entered]
    return render(
        request,
        "school_time/days.html",
        {
            "year": year,
            "own": own,
            "declared": state_runs(declared),
            "may_change": rights.can_change(request.user),
        },
    )


@require_POST
def take_over_days(request: PersonRequest) -> HttpResponse:
    """Enter the state's days of a year, so that they can be edited."""
    require(rights.can_change(request.user))
    year = forms.YearForm.read(request.POST, timezone.localdate())
    new = actions.take_over_state_days(year)
    said = ngettext("%(count)d day entered.", "%(count)d days entered.", new) % {"count": new}
    messages.success(request, said)
    return redirect(days_of(year))


@require_http_methods(["GET", "POST"])
def new_day(request: PersonRequest) -> HttpResponse:
    """Enter a day off or a make-up workday of the school's own."""
    require(rights.can_change(request.user))
    return day_form(request, SpecialDay(), _("New special day"))


@require_http_methods(["GET", "POST"])
def edit_day(request: PersonRequest, pk: int) -> HttpResponse:
    """Change a special day."""
    special = get_object_or_404(SpecialDay.objects.visible_to(request.user), pk=pk)
    require(rights.can_change(request.user))
    return day_form(request, special, _("Special day"))


def day_form(request: PersonRequest, special: SpecialDay, title: str) -> HttpResponse:
    form = forms.SpecialDayForm(request.POST or None, instance=special)
    if not form.is_valid():
        back = reverse("school_time:days")
        return form_page(request, form, title=title, back=back, active="days")
    kept = actions.keep_special_day(special, **form.cleaned_data)
    messages.success(request, _("%(day)s is entered.") % {"day": kept})
    return redirect(days_of(kept.day.year))


@require_POST
def delete_day(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a special day back."""
    special = get_object_or_404(SpecialDay.objects.visible_to(request.user), pk=pk)
    require(rights.can_change(request.user))
    actions.delete_special_day(special)
    messages.success(
        request, _("%(day)s is taken back: the state's calendar holds for it.") % {"day": special}
    )
    return redirect(days_of(special.day.year))


def days_of(year: int) -> str:
    return f"{reverse('school_time:days')}?year={year}"


@require_safe
def hours(request: PersonRequest) -> HttpResponse:
    """The hours of an ordinary week, of the office and of the boarding house."""
    require(rights.can_read(request.user))
    own_kinds = set(WorkingHours.objects.values_list("kind", flat=True))
    tables = [
        {
            "kind": kind,
            "is_own": kind.value in own_kinds,
            "days": [
                (weekday.label, forms.spans_in_words(calendar.hours.get(weekday, ())))
                for weekday in WorkingHours.Weekday
            ],
        }
        for kind in WorkingHours.Kind
        for calendar in [school_calendar(kind)]
    ]
    return render(
        request,
        "school_time/hours.html",
        {"tables": tables, "may_change": rights.can_change(request.user)},
    )


@require_http_methods(["GET", "POST"])
def edit_hours(request: PersonRequest, kind: str) -> HttpResponse:
    """Set the hours of a week."""
    if kind not in WorkingHours.Kind.values:
        raise Http404
    require(rights.can_change(request.user))
    form = forms.HoursForm(request.POST or None, hours=school_calendar(kind).hours)
    if not form.is_valid():
        title = str(WorkingHours.Kind(kind).label)
        back = reverse("school_time:hours")
        return form_page(request, form, title=title, back=back, active="hours")
    actions.set_hours(kind, form.rows(), by=request.user, at=timezone.now())
    messages.success(request, _("The hours are set."))
    return redirect("school_time:hours")


def form_page(
    request: PersonRequest, form: Any, *, title: str, back: str, active: str
) -> HttpResponse:
    context = {"form": form, "title": title, "back": back, "active": active}
    status = 422 if form.is_bound else 200
    return render(request, "school_time/form.html", context, status=status)
