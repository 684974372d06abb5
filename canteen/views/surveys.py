"""Surveys: written, answered without a trace, published with a comparison."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import surveys as actions
from canteen.figures.surveys import course_of, results_of
from canteen.forms.school import AnswerForm, SurveyForm
from canteen.models import Survey, SurveyAnswered

# As many earlier ones stand beside a survey as fit on a page; the list shows so many.
COMPARED, MOST = 3, 40


@require_safe
def surveys(request: PersonRequest) -> HttpResponse:
    """All surveys, those that can be answered first."""
    today, person = timezone.localdate(), request.user
    done = set(SurveyAnswered.objects.filter(person=person).values_list("survey", flat=True))
    found = Survey.objects.visible_to(person).order_by("-opens_on", "-id")[:MOST]
    rows = [(each, each.is_open(today), each.pk in done) for each in found]
    context = {"rows": rows, "may_keep": rights.can_keep_menus(person)}
    return render(request, "canteen/surveys.html", context)


def found(request: PersonRequest, pk: int) -> Survey:
    return get_object_or_404(Survey.objects.visible_to(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write a survey, or change one that nobody has answered."""
    edited = found(request, pk) if pk else Survey()
    require(rights.can_keep_menus(request.user))
    form = SurveyForm(request.POST or None, survey=edited)
    if not form.is_valid():
        back = edited.get_absolute_url() if pk else reverse("canteen:surveys")
        return form_page(request, form, title=_("Survey"), back=back)
    kept = actions.write_survey(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(record)s” is saved.") % {"record": kept})
    return redirect(kept)


@require_safe
def survey(request: PersonRequest, pk: int) -> HttpResponse:
    """One survey: to be answered, or its results; before they are published only its keepers read
    them."""
    shown, person, today = found(request, pk), request.user, timezone.localdate()
    may_keep = rights.can_keep_menus(person)
    may_read = bool(shown.published_on) or (bool(may_keep) and today > shown.closes_on)
    before = Survey.objects.filter(published_on__isnull=False, opens_on__lt=shown.opens_on)
    results = results_of(shown, before.order_by("-opens_on")[:COMPARED]) if may_read else None
    context = {
        "survey": shown,
        "is_open": shown.is_open(today),
        "has_answered": SurveyAnswered.objects.filter(survey=shown, person=person).exists(),
        "count": SurveyAnswered.objects.filter(survey=shown).count(),
        "results": results,
        "course": course_of(shown, results) if results else None,
        "may_keep": may_keep,
        "may_publish": may_keep and not shown.published_on and today > shown.closes_on,
    }
    return render(request, "canteen/survey.html", context)


@require_http_methods(["GET", "POST"])
def answer(request: PersonRequest, pk: int) -> HttpResponse:
    """Answer a survey, once. Its form carries no key of its sender: the press is noted nowhere."""
    asked = found(request, pk)
    form = AnswerForm(request.POST or None, survey=asked)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"survey": asked, "form": form, "back": asked.get_absolute_url()}
        return render(request, "canteen/survey_answer.html", context, status=status)
    actions.answer(
        asked, canteen=form.cleaned_data["canteen"], choices=form.choices(), by=request.user,
        at=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("Thank you. Nobody can tell what you have answered."))
    return redirect(asked)


@require_POST
def publish(request: PersonRequest, pk: int) -> HttpResponse:
    """Let everybody read the results."""
    published = found(request, pk)
    require(rights.can_keep_menus(request.user))
    actions.publish(published, by=request.user, at=timezone.now())
    messages.success(request, _("The results are published."))
    return redirect(published)
