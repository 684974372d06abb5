"""What was found: the list, the page of one with the areas' ways on, settling on the spot."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases.continuing import continuations
from campus.doors import PersonRequest, require
from campus.lists.finding import Asked, Found
from campus.lists.views import list_page
from campus.models import Attachment
from campus.records.past import past_of, talk_of
from inspections import rights
from inspections.actions import findings as actions
from inspections.forms.walk import SettleForm
from inspections.lists import FINDINGS
from inspections.models import Appeal, Finding
from inspections.registry import ways_on


@require_safe
def findings(request: PersonRequest) -> HttpResponse:
    """All findings that one may see, each with what has become of it."""
    return list_page(request, FINDINGS, "inspections/findings.html", more=with_becoming)


def with_becoming(asked: Asked, found: Found) -> dict[str, Any]:
    """What goes on from the findings of a page: one query."""
    return {"going": continuations(Finding, [finding.pk for finding in found.rows])}


def found(request: PersonRequest, pk: int) -> Finding:
    """The finding, if the person may see it; else 404."""
    seen = Finding.objects.visible_to(request.user).select_related(
        "inspection", "item", "checklist", "place", "by", "settled_by", "pupil"
    )
    return get_object_or_404(seen, pk=pk)


@require_safe
def finding(request: PersonRequest, pk: int) -> HttpResponse:
    """What was found, what became of it, what can be done."""
    shown = found(request, pk)
    person, now = request.user, timezone.now()
    going = continuations(Finding, [shown.pk]).get(shown.pk, [])
    context = {
        "finding": shown,
        "attachments": Attachment.objects.of(shown),
        "going": going,
        "onward": ways_on(person, shown) if shown.reported_at and not shown.settled_at else [],
        "may_settle": rights.can_settle(person, shown),
        "found_by": shown.by.name_for(person),
        **past_of(shown, person, now),
    }
    if shown.is_mark:
        context |= mark_facts(request, shown)
    if rights.can_read_findings(person):
        context |= talk_of(shown, person)
    return render(request, "inspections/finding.html", context)


def mark_facts(request: PersonRequest, mark: Finding) -> dict[str, Any]:
    """What a mark shows beside what every finding does: whom it is about, to those who are told,
    how it was put right, and what the person can do about it."""
    person = request.user
    until = mark.appeal_until
    return {
        "pupil": mark.pupil if mark.pupil_id and is_told(request, mark) else None,
        "corrections": mark.corrections.select_related("by", "appeal"),
        "appeals": Appeal.objects.visible_to(person).filter(finding=mark),
        "may_correct": mark.reported_at and not mark.is_taken_back
        and rights.can_correct(person, mark),
        "may_appeal": until is not None and timezone.localdate() <= until
        and rights.can_appeal(person, mark),
        "appeal_until": until,
    }  # fmt: skip


def is_told(request: PersonRequest, mark: Finding) -> bool:
    """Whether the person is told whom the mark is about."""
    return Finding.objects.naming_pupils_to(request.user).filter(pk=mark.pk).exists()


@require_http_methods(["GET", "POST"])
def settle(request: PersonRequest, pk: int) -> HttpResponse:
    """It was put right on the spot, and how."""
    shown = found(request, pk)
    require(rights.can_settle(request.user, shown))
    form = SettleForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"finding": shown, "form": form}
        return render(request, "inspections/settle.html", context, status=status)
    actions.settle(shown, words=form.cleaned_data["words"], by=request.user, at=timezone.now())
    messages.success(request, _("“%(finding)s” is settled.") % {"finding": shown})
    return redirect(shown)


@require_POST
def reopen(request: PersonRequest, pk: int) -> HttpResponse:
    """It was not settled after all."""
    shown = found(request, pk)
    require(rights.can_settle(request.user, shown))
    actions.reopen(shown, by=request.user, at=timezone.now())
    messages.success(request, _("“%(finding)s” is open again.") % {"finding": shown})
    return redirect(shown)
