"""The duty class: its weeks, one week with groups and score, what places earn."""

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from cleaning import rights
from cleaning.actions import duty_class as actions
from cleaning.forms.duty_class import GroupForm, LayForm, ScoreForm, StepsForm, SwapForm
from cleaning.models import DutyWeek

# A school year of weeks.
MOST = 53


@require_safe
def weeks(request: PersonRequest) -> HttpResponse:
    """Which class is on duty in which week, the latest first."""
    shown = DutyWeek.objects.visible_to(request.user).select_related("school_class")
    context = {
        "weeks": shown[:MOST], "today": timezone.localdate(),
        "may_lay": rights.can_lay_weeks(request.user),
        "may_score": rights.can_score_weeks(request.user),
    }  # fmt: skip
    return render(request, "cleaning/duty_weeks.html", context)


@require_http_methods(["GET", "POST"])
def lay(request: PersonRequest) -> HttpResponse:
    """Let classes take turns, week by week."""
    require(rights.can_lay_weeks(request.user))
    form = LayForm(request.POST or None, initial={"first": timezone.localdate()})
    if not form.is_valid():
        return form_page(
            request, form, title=_("Lay weeks on duty"), back=reverse("cleaning:duty_weeks"),
            words=_("Weeks that have a class keep it."),
        )  # fmt: skip
    typed = form.cleaned_data
    made = actions.lay_weeks(
        list(typed["classes"]), first=typed["first"], until=typed["until"], by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    words = ngettext("%(count)d week is laid.", "%(count)d weeks are laid.", len(made))
    messages.success(request, words % {"count": len(made)})
    return redirect("cleaning:duty_weeks")


def found(request: PersonRequest, pk: int) -> DutyWeek:
    seen = DutyWeek.objects.visible_to(request.user).select_related("school_class", "scored_by")
    return get_object_or_404(seen, pk=pk)


@require_safe
def week(request: PersonRequest, pk: int) -> HttpResponse:
    """One week: its groups, and how it was scored."""
    return week_page(request, found(request, pk))


def week_page(
    request: PersonRequest, shown: DutyWeek, *, status: int = 200, **bound: BaseForm
) -> HttpResponse:
    """The page of a week; `bound` are forms that came back with slips."""
    person, today = request.user, timezone.localdate()
    may_group = rights.can_group(person, shown)
    may_score = rights.can_score_weeks(person) if today > shown.ends_on else None
    may_lay = rights.can_lay_weeks(person) if shown.points is None else None
    # Pupils' names are told to staff, and to the class itself.
    own = person.school_class_id == shown.school_class_id
    groups = shown.groups.select_related("leader", "place") if own or not person.is_pupil else []
    context = {
        "week": shown, "groups": groups,
        "group_form": may_group and (bound.get("group_form") or GroupForm(week=shown)),
        "score_form": may_score and (bound.get("score_form") or ScoreForm(
            initial={"rank": shown.rank, "words": shown.words}
        )),
        "swap_form": may_lay and (bound.get("swap_form") or SwapForm(week=shown)),
    }  # fmt: skip
    return render(request, "cleaning/duty_week.html", context, status=status)


@require_POST
def group(request: PersonRequest, pk: int) -> HttpResponse:
    """Name a group with its leader."""
    shown = found(request, pk)
    require(rights.can_group(request.user, shown))
    form = GroupForm(request.POST, week=shown)
    if not form.is_valid():
        return week_page(request, shown, status=422, group_form=form)
    made = actions.name_group(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(group)s” is saved.") % {"group": made})
    return redirect(shown)


@require_POST
def score(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the class its place."""
    shown = found(request, pk)
    require(rights.can_score_weeks(request.user))
    form = ScoreForm(request.POST)
    if not form.is_valid():
        return week_page(request, shown, status=422, score_form=form)
    scored = actions.score(
        shown, by=request.user, at=timezone.now(), on=timezone.localdate(), **form.cleaned_data
    )
    words = _("%(week)s: %(points)s points.")
    messages.success(request, words % {"week": scored, "points": f"{scored.points:f}"})
    return redirect(shown)


@require_POST
def swap(request: PersonRequest, pk: int) -> HttpResponse:
    """Let two classes change places."""
    shown = found(request, pk)
    require(rights.can_lay_weeks(request.user))
    form = SwapForm(request.POST, week=shown)
    if not form.is_valid():
        return week_page(request, shown, status=422, swap_form=form)
    actions.swap(shown, form.cleaned_data["other"], by=request.user, at=timezone.now())
    messages.success(request, _("The two classes have changed places."))
    return redirect("cleaning:duty_weeks")


@require_http_methods(["GET", "POST"])
def steps(request: PersonRequest) -> HttpResponse:
    """What places earn."""
    require(rights.can_score_weeks(request.user))
    form = StepsForm(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Points of duty classes"), back=reverse("cleaning:duty_weeks")
        )
    actions.set_steps(form.cleaned_data["steps"], by=request.user, at=timezone.now())
    messages.success(request, _("Saved. Weeks that were scored keep their points."))
    return redirect("cleaning:duty_weeks")
