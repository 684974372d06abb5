"""Weeks of the assessment: as a table, on paper, as a file, for one class."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from campus.charts import Chart, Series
from campus.doors import PersonRequest, require
from campus.models import SchoolClass, Semester
from campus.school_time.calendar import semester_of, week_no_of
from campus.school_time.days import day_typed, monday_of
from campus.sheets.writer import sheet_answer
from campus.shell.words import day_in_words
from logistics.assessment import actions, rights
from logistics.assessment.exports import table_of
from logistics.assessment.weeks import Week, changes_since, trend_of, week_of

WEEK = timedelta(days=7)


def monday_named(typed: str) -> date:
    """The Monday of an address; else 404."""
    day = day_typed(typed)
    if day is None or day.weekday():
        raise Http404
    return day


@require_safe
def latest(request: PersonRequest) -> HttpResponse:
    """The week that is under way; on its Monday the one before, which is what people ask for."""
    today = timezone.localdate()
    monday = monday_of(today)
    return redirect("assessment:week", (monday if today.weekday() else monday - WEEK).isoformat())


def shown(request: PersonRequest, monday: date) -> dict[str, Any]:
    """What every page of a week knows."""
    semesters = list(Semester.objects.select_related("school_year"))
    week = week_of(monday)
    return {
        "week": week, "week_no": week_no_of(semesters, monday), "rows": rows_of(week),
        "semester": semester_of(semesters, monday) or semester_of(semesters, week.sunday),
        "before": monday - WEEK, "after": monday + WEEK,
        "may_publish": rights.can_publish(request.user),
        "may_keep": rights.can_keep_scheme(request.user),
    }  # fmt: skip


def rows_of(week: Week) -> list[tuple[Any, list[Any]]]:
    """Each result with what every day cost the class."""
    lost = week.lost_by_day
    return [
        (each, [lost.get(each.school_class.pk, {}).get(day, 0) for day in week.days])
        for each in week.results
    ]


@require_safe
def week(request: PersonRequest, monday: str) -> HttpResponse:
    """All classes by grade and rank: days, sources, total, flags; what was corrected since."""
    context = shown(request, monday_named(monday))
    context["changes"] = changes_since(context["week"])
    context["classes"] = {each.pk: each for each in SchoolClass.objects.all()}
    context["is_over"] = timezone.localdate() > context["week"].days[4]
    return render(request, "assessment/week.html", context)


@require_safe
def sheet(request: PersonRequest, monday: str) -> HttpResponse:
    """The week on A4, for the notice board."""
    return render(request, "assessment/week_sheet.html", shown(request, monday_named(monday)))


@require_safe
def table(request: PersonRequest, monday: str) -> HttpResponse:
    """The week as an .xlsx file."""
    day = monday_named(monday)
    title = _("Class assessment %(day)s") % {"day": day_in_words(day)}
    return sheet_answer(table_of(week_of(day)), title)


@require_POST
def publish(request: PersonRequest, monday: str) -> HttpResponse:
    """Freeze the week and tell the class teachers."""
    require(rights.can_publish(request.user))
    day = monday_named(monday)
    actions.publish(day, by=request.user, at=timezone.now())
    messages.success(request, _("The week is published. It stays as it is from now on."))
    return redirect("assessment:week", monday)


@require_safe
def class_week(request: PersonRequest, monday: str, pk: int) -> HttpResponse:
    """One class: every point with its record, and how the semester went."""
    context = shown(request, monday_named(monday))
    school_class = get_object_or_404(SchoolClass, pk=pk)
    week = context["week"]
    context |= {
        "school_class": school_class, "classes": {pk: school_class},
        "result": week.result_of(school_class),
        "marks": week.marks_of(school_class),
        "changes": [
            each for each in changes_since(week) if each.mark.school_class == school_class.pk
        ],
        "trend": trend_chart(school_class, context["semester"]),
    }  # fmt: skip
    return render(request, "assessment/class_week.html", context)


def trend_chart(school_class: SchoolClass, semester: Semester | None) -> Chart | None:
    """The class's totals beside the grade's mean; None where fewer than two weeks are published."""
    weeks = trend_of(school_class, semester) if semester else []
    if semester is None or len(weeks) < 2:
        return None
    labels = [_("week %(number)s") % {"number": semester.week_no(monday)} for monday, *_r in weeks]
    return Chart(
        title=_("Totals of the semester"), heading=_("Week"), labels=labels,
        series=[
            Series(name=str(school_class), values=[total for _day, total, _mean in weeks]),
            Series(name=_("Mean of the grade"), values=[mean for _day, _total, mean in weeks]),
        ],
    )  # fmt: skip
