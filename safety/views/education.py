"""Safety education: activities, classes that were there, a quiz counted by class."""

from typing import Any

from django.contrib import messages
from django.db.models import F, Q, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.shell.form_page import form_page
from campus.shell.numbers import number_typed
from planning.fulfilment import item_named, origin_of
from planning.models import PlanItem
from safety import rights
from safety.actions import education as actions
from safety.forms.drills import CallOff
from safety.forms.education import Attendance, EventForm, QuizForm
from safety.fulfilment import days_of_event, event_from
from safety.lists import EVENTS
from safety.models import QuizCount, SafetyDate, SafetyEvent

# So many dates ahead are a term's worth.
DATES_SHOWN = 6


@require_safe
def events(request: PersonRequest) -> HttpResponse:
    """The activities, and the dates of the safety calendar that come next."""
    today = timezone.localdate()
    coming = sorted((each.next_from(today), each.pk, each) for each in SafetyDate.objects.all())
    return list_page(
        request, EVENTS, "safety/events.html", may_teach=rights.can_teach(request.user),
        dates=[(day, each) for day, _pk, each in coming[:DATES_SHOWN]],
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> SafetyEvent:
    seen = SafetyEvent.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("organiser", "occasion", "plan_item"), pk=pk)


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Plan an activity, for an item of the work plan (`?item=3`) or a date (`?occasion=3`), or
    change one."""
    require(rights.can_teach(request.user))
    item = None if pk else item_named(request.user, request.GET, SafetyEvent)
    edited = found(request, pk) if pk else SafetyEvent(plan_item=item)
    initial = {} if pk else first_words(request, item)
    form = EventForm(
        request.POST or None, request.FILES or None, instance=edited, person=request.user,
        initial=initial,
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        back = edited.get_absolute_url() if pk else reverse("safety:events")
        back = item.get_absolute_url() if item else back
        origin = origin_of(form.instance, request.user)
        context = {"form": form, "back": back, "origin": origin}
        status = 422 if form.is_bound else 200
        return render(request, "safety/event_form.html", context, status=status)
    kept = actions.write_event(edited, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(event)s” is saved.") % {"event": kept})
    return redirect(kept)


def first_words(request: PersonRequest, item: PlanItem | None) -> dict[str, Any]:
    """What the form of a new activity says at first, after the item or the date that it is for."""
    if item:
        return event_from(item, request.user, timezone.localdate())
    initial: dict[str, Any] = {"organiser": request.user, "on": timezone.localdate()}
    number = number_typed(request.GET.get("occasion", ""))
    if occasion := SafetyDate.objects.filter(pk=number or 0).first():
        initial |= {
            "title": occasion.name, "occasion": occasion,
            "on": occasion.next_from(timezone.localdate()),
        }  # fmt: skip
    return initial


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One activity; pupils find its material and its quiz, staff also the counts."""
    event, person = found(request, pk), request.user
    rows = list(event.classes.select_related("school_class"))
    questions = list(event.questions.all())
    context = {
        "event": event,
        "origin": origin_of(event, person, days=days_of_event(event)),
        "may_hold": event.can_become("held") and event.on <= timezone.localdate(),
        "attachments": Attachment.objects.of(event),
        "has_quiz": bool(questions),
        "may_teach": rights.can_teach(person),
        "rows": [] if person.is_pupil else rows,
        "attendance": Attendance(rows=rows),
        "quiz": QuizForm(questions=questions) if person.is_pupil else None,
        "counts": [] if person.is_pupil else counts_of(event),
        "history_path": history_path(person, event),
    }
    return render(request, "safety/event.html", context)


def counts_of(event: SafetyEvent) -> list[dict[str, Any]]:
    """By class: how many answers were given, and how many of them were right; one query."""
    found = QuizCount.objects.filter(question__event=event).order_by(
        "school_class__grade", "school_class__number"
    )
    right = Q(answer=F("question__right"))
    counted = found.values("school_class__grade", "school_class__number").annotate(
        given=Sum("count"), right=Sum("count", filter=right)
    )
    return [
        {**each, "share": round(100 * (each["right"] or 0) / each["given"])} for each in counted
    ]


@require_POST
def attend(request: PersonRequest, pk: int) -> HttpResponse:
    """Note how many of each class were there."""
    event = found(request, pk)
    require(rights.can_teach(request.user))
    form = Attendance(request.POST, rows=list(event.classes.select_related("school_class")))
    if not form.is_valid():
        messages.error(request, _("Give numbers."))
        return redirect(event)
    present = form.present()
    actions.count_classes(event, present=present, by=request.user, at=timezone.now())
    messages.success(request, _("The counts are saved."))
    return redirect(event)


@require_POST
def hold(request: PersonRequest, pk: int) -> HttpResponse:
    """It has taken place."""
    event = found(request, pk)
    require(rights.can_teach(request.user))
    actions.hold(event, by=request.user, at=timezone.now())
    messages.success(request, _("“%(event)s” was held.") % {"event": event})
    return redirect(event)


@require_http_methods(["GET", "POST"])
def call_off(request: PersonRequest, pk: int) -> HttpResponse:
    """Call an activity off, for a reason."""
    event = found(request, pk)
    require(rights.can_teach(request.user))
    form = CallOff(request.POST or None)
    if not form.is_valid():
        return form_page(
            request,
            form,
            title=pgettext("an activity", "Call it off"),
            back=event.get_absolute_url(),
            under=str(event),
        )
    actions.call_off(event, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(event)s” is called off.") % {"event": event})
    return redirect(event)


@require_POST
def plan_again(request: PersonRequest, pk: int) -> HttpResponse:
    """It was not held after all, or takes place after all."""
    event = found(request, pk)
    require(rights.can_teach(request.user))
    actions.plan_again(event, by=request.user, at=timezone.now())
    messages.success(request, _("“%(event)s” is planned again.") % {"event": event})
    return redirect(event)


@require_POST
def answer(request: PersonRequest, pk: int) -> HttpResponse:
    """A pupil answers the quiz; only their class is counted."""
    event = found(request, pk)
    form = QuizForm(request.POST, questions=list(event.questions.all()))
    if not form.is_valid():
        messages.error(request, _("Answer every question."))
        return redirect(event)
    answers = form.answers()
    right = actions.take_quiz(event, answers=answers, by=request.user, at=timezone.now())
    words = _("%(right)d of %(all)d are right. Your answers are counted without your name.")
    messages.success(request, words % {"right": right, "all": len(answers)})
    return redirect(event)
