"""The semester's plan: the list of its items, as page, sheet of paper and spreadsheet."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.lists.finding import Asked, Found
from campus.lists.forms import Selection
from campus.lists.views import export_answer, list_page, sent_back
from campus.models import Person, Semester
from campus.school_time.scope import semester_scope
from planning import rights
from planning.actions import items as actions
from planning.forms import item as forms
from planning.fulfilment import ways_of
from planning.lists import ALL, ENTRIES, PLAN_ITEMS, SEMESTER
from planning.models import Plan, PlanItem


def scope_of(request: PersonRequest) -> tuple[dict[str, Any], QueryDict]:
    """The semester that the address is about, and the address with its number said outright.

    A search of the whole school may be about all semesters; then there is no single one.
    """
    scope: dict[str, Any] = {**semester_scope(request)}
    query = request.GET.copy()
    if query.get(SEMESTER) == ALL:
        return scope | {"semester": None}, query
    # Without any semester there is no item either: number 0 is none's.
    query[SEMESTER] = str(scope["semester"].pk if scope["semester"] else 0)
    return scope, query


@require_safe
def items(request: PersonRequest) -> HttpResponse:
    """The semester's items by month, filtered as the address says."""
    scope, query = scope_of(request)
    semester, person = scope["semester"], request.user
    may_plan = rights.can_plan(person)

    def more(asked: Asked, found: Found) -> dict[str, Any]:
        offer_ways(person, found.rows)
        may_move = {item.pk for item in found.rows if rights.can_move(person, item)}
        return {
            "months": by_month(found.rows),
            "movable": may_move,
        }

    context = {
        **scope,
        "progress": progress_of(semester),
        "plans": Plan.objects.filter(semester=semester).select_related("department"),
        "today": timezone.localdate(),
        "may_plan": may_plan,
        "may_read_progress": rights.can_read_progress(person),
    }
    return list_page(request, PLAN_ITEMS, "planning/items.html", query=query, more=more, **context)


def offer_ways(person: Person, items: Iterable[Any]) -> None:
    """Give open items of which nothing was made yet the buttons that do so, as `ways`; no query."""
    ways = ways_of(person)
    for item in items:
        offered = ways.get(item.kind, []) if item.is_open and not item.has_thing else []
        item.ways = [(way, way.path(item)) for way in offered]


def by_month(found: Iterable[PlanItem]) -> list[tuple[date, list[PlanItem]]]:
    """The items under the months in which they begin."""
    months = groupby(found, key=lambda item: item.starts_on.replace(day=1))
    return [(month, list(of_month)) for month, of_month in months]


def progress_of(semester: Semester | None) -> dict[str, int]:
    """How many of the semester's items are done; dropped ones are not planned any more."""
    return PlanItem.objects.filter(plan__semester=semester).progress()


@require_safe
def sheet(request: PersonRequest) -> HttpResponse:
    """The filtered items on paper."""
    scope, query = scope_of(request)
    asked = Asked(PLAN_ITEMS, request.user, query, today=timezone.localdate())
    context = {
        "semester": scope["semester"],
        "months": by_month(asked.in_order()),
        "may_read_progress": rights.can_read_progress(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "planning/items_sheet.html", context)


@require_http_methods(["GET", "POST"])
def export(request: PersonRequest) -> HttpResponse:
    """The filtered items as a spreadsheet."""
    scope, query = scope_of(request)
    name = _("Work plan %(semester)s") % {"semester": scope["semester"] or ""}
    return export_answer(request, PLAN_ITEMS, name=name, query=query)


@require_safe
def entries(request: PersonRequest) -> HttpResponse:
    """What was written into the calendar, latest first."""
    return list_page(request, ENTRIES)


@require_POST
def give_owner(request: PersonRequest) -> HttpResponse:
    """Name the person responsible for the selected items."""
    require(rights.can_plan(request.user))
    form = forms.GiveOwner(
        request.POST, page=PLAN_ITEMS, person=request.user, query=scope_of(request)[1]
    )
    if not form.is_valid():
        return sent_back(request, form)
    owner = form.cleaned_data["owner"]
    given = actions.give_owner_to_all(
        form.cleaned_data["rows"], to=owner, by=request.user, at=timezone.now()
    )
    messages.success(request, owner_sentence(len(given), owner))
    return redirect(came_from(request))


def owner_sentence(count: int, owner: Person | None) -> str:
    """What naming somebody for `count` items has done."""
    if owner is None:
        return _("Nobody answers for %(count)d items now.") % {"count": count}
    words = ngettext(
        "%(owner)s answers for %(count)d item now.",
        "%(owner)s answers for %(count)d items now.",
        count,
    )
    return words % {"owner": owner, "count": count}


@require_POST
def start(request: PersonRequest) -> HttpResponse:
    """Set the selected items under way."""
    return moved(request, PlanItem.Status.UNDER_WAY)


@require_POST
def finish(request: PersonRequest) -> HttpResponse:
    """Set the selected items done."""
    return moved(request, PlanItem.Status.DONE)


def moved(request: PersonRequest, to: PlanItem.Status) -> HttpResponse:
    """Move the selected items on; one that this person may not move closes the door to all."""
    form = Selection(request.POST, page=PLAN_ITEMS, person=request.user, query=scope_of(request)[1])
    if not form.is_valid():
        return sent_back(request, form)
    selected = form.cleaned_data["rows"]
    for item in selected:
        require(rights.can_move(request.user, item))
    done = actions.move_all(selected, to, by=request.user, at=timezone.now())
    left = len(selected) - len(done)
    words = ngettext("%(count)d item: %(state)s.", "%(count)d items: %(state)s.", len(done))
    sentences = [words % {"count": len(done), "state": to.label}]
    if left:
        words = ngettext("%(count)d stays as it was.", "%(count)d stay as they were.", left)
        sentences.append(words % {"count": left})
    messages.success(request, " ".join(sentences))
    return redirect(came_from(request))
