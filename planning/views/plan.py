"""The semester's plan: the list of its items, as page, sheet of paper and spreadsheet."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.models import Person, Semester
from campus.school_time.scope import chosen_semester, semester_scope
from planning import exports, rights
from planning.actions import items as actions
from planning.forms import item as forms
from planning.models import Plan, PlanItem

PAGE = 100


def found_items(request: PersonRequest, semester: Semester | None) -> tuple[Any, forms.FindItems]:
    """The items that the address asks for, with all that a list shows of them, and the filters."""
    form = forms.FindItems(request.GET, person=request.user, today=timezone.localdate())
    items = form.found_in(semester).select_related("lead_unit", "owner", "aim")
    return items.prefetch_related("support_units"), form


@require_safe
def items(request: PersonRequest) -> HttpResponse:
    """The semester's items by month, filtered as the address says."""
    scope = semester_scope(request)
    found, form = found_items(request, scope["semester"])
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    may_plan = rights.can_plan(request.user)
    context = {
        **scope,
        "form": form,
        "page": page,
        "months": by_month(page.object_list),
        "movable": {item.pk for item in page if rights.can_move(request.user, item)},
        "progress": progress_of(scope["semester"]),
        "plans": Plan.objects.filter(semester=scope["semester"]).select_related("department"),
        "today": timezone.localdate(),
        "may_plan": may_plan,
        "may_read_progress": rights.can_read_progress(request.user),
        "staff": Person.objects.staff() if may_plan else (),
    }
    return render(request, "planning/items.html", context)


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
    semester = chosen_semester(request)
    found, _form = found_items(request, semester)
    context = {
        "semester": semester,
        "months": by_month(found),
        "may_read_progress": rights.can_read_progress(request.user),
        "today": timezone.localdate(),
    }
    return render(request, "planning/items_sheet.html", context)


@require_safe
def export(request: PersonRequest) -> HttpResponse:
    """The filtered items as a spreadsheet."""
    require(rights.can_read_progress(request.user))
    semester = chosen_semester(request)
    found, _form = found_items(request, semester)
    name = _("Work plan %(semester)s") % {"semester": semester or ""}
    return exports.sheet_answer(exports.item_rows(found), name)


@require_POST
def give_owner(request: PersonRequest) -> HttpResponse:
    """Name the person responsible for the selected items."""
    require(rights.can_plan(request.user))
    form = forms.GiveOwner(request.POST, person=request.user)
    if not form.is_valid():
        return sent_back(request, form)
    owner = form.cleaned_data["owner"]
    given = actions.give_owner_to_all(
        form.cleaned_data["item"], to=owner, by=request.user, at=timezone.now()
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
    form = forms.SelectItems(request.POST, person=request.user)
    if not form.is_valid():
        return sent_back(request, form)
    selected = list(form.cleaned_data["item"])
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


def sent_back(request: PersonRequest, form: forms.SelectItems) -> HttpResponse:
    """Back to the list with what is missing."""
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect(came_from(request))
