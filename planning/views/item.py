"""One plan item: what it is, its moves, its notes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, came_from, require
from campus.records.forms import WriteComment
from campus.records.past import past_of
from campus.records.timeline import Happening
from campus.school_time.scope import chosen_semester
from planning import rights
from planning.actions import items as actions
from planning.forms import item as forms
from planning.fulfilment import made_of, ways_for
from planning.models import PlanItem, ProgressNote


def found_item(request: PersonRequest, pk: int) -> PlanItem:
    """The item, for who may see it; 404 for all others."""
    seen = PlanItem.objects.visible_to(request.user)
    related = ("plan__semester__school_year", "plan__department", "lead_unit", "owner", "aim")
    return get_object_or_404(seen.select_related(*related, "carried_from__plan"), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """The item with its state, its moves, its timeline."""
    return page(request, found_item(request, pk))


def page(
    request: PersonRequest, item: PlanItem, note_form: Any = None, status: int = 200
) -> HttpResponse:
    """The item's page; `note_form` carries a note that could not be kept."""
    person = request.user
    can_move = rights.can_move(person, item)
    writing = forms.WriteNote if can_move else WriteComment
    context = {
        "item": item,
        "can_move": can_move,
        "can_plan": rights.can_plan(person),
        "may_read_progress": rights.can_read_progress(person),
        "form": note_form or writing(thing=item, person=person),
        "carried_to": item.carried_to.select_related("plan"),
        "is_overdue": item.is_overdue(timezone.localdate()),
        "made": made_of(person, item),
        "buttons": ways_for(person, item),
        **past(request, item),
    }
    return render(request, "planning/item.html", context, status=status)


def past(request: PersonRequest, item: PlanItem) -> dict[str, Any]:
    """What happened to the item, as far as the person may read it."""
    if not rights.can_read_progress(request.user):
        return {}
    notes = map(happening, item.notes.told())
    return past_of(item, request.user, timezone.now(), others=notes)


def happening(note: ProgressNote) -> Happening:
    """A progress note as the timeline draws it."""
    return Happening(
        at=note.at,
        by=note.by,
        anchor=f"note-{note.pk}",
        words=note.text,
        status=note.moved_to,
        state=note.get_moved_to_display(),
        attachments=list(note.attachments.all()),
    )


@require_http_methods(["GET", "POST"])
def move(request: PersonRequest, pk: int) -> HttpResponse:
    """Move an item to another state; without what that needs, ask for it."""
    item = found_item(request, pk)
    require(rights.can_move(request.user, item))
    if request.method == "GET":
        return asking(request, item, forms.MoveItem(initial=request.GET.dict(), item=item))
    form = forms.MoveItem(request.POST, item=item)
    if not form.is_valid():
        return asking(request, item, form, status=422)
    item = actions.move(item, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(
        request, _("“%(item)s”: %(state)s.") % {"item": item, "state": item.get_status_display()}
    )
    return redirect(back_from(request, item))


def asking(
    request: PersonRequest, item: PlanItem, form: forms.MoveItem, status: int = 200
) -> HttpResponse:
    """The page that asks for a move's reason and days."""
    state = next((state for state in item.next_states if state == form.to_state), None)
    if state is None:
        return redirect(item)
    context = {"item": item, "form": form, "state": state}
    return render(request, "planning/item_move.html", context, status=status)


def back_from(request: PersonRequest, item: PlanItem) -> str:
    """Where the button stood; after the page that asked for the reason, the item's own page."""
    came = came_from(request)
    return item.get_absolute_url() if request.path in came else came


@require_POST
def note(request: PersonRequest, pk: int) -> HttpResponse:
    """Add a note with its photos to the item's timeline, and finish the item if that was asked."""
    item = found_item(request, pk)
    require(rights.can_move(request.user, item))
    form = forms.WriteNote(request.POST, request.FILES, thing=item, person=request.user)
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        return page(request, item, form, status=422)
    noted = actions.report(item, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Noted."))
    return redirect(f"{item.get_absolute_url()}#note-{noted.pk}")


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Write an item by hand into the chosen semester's plan."""
    require(rights.can_plan(request.user))
    semester = chosen_semester(request)
    if semester is None:
        messages.error(request, _("Lay the semester first."))
        return redirect("planning:items")
    initial = {"lead_unit": request.user.department_id}
    form = forms.EditItem(request.POST or None, semester=semester, initial=initial)
    if form.is_valid():
        facts = form.cleaned_data
        item = actions.create(semester=semester, by=request.user, at=timezone.now(), **facts)
        messages.success(request, _("“%(item)s” stands in the plan.") % {"item": item})
        return redirect(item)
    context = {"form": form, "semester": semester}
    return render(request, "planning/item_edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct what an item says."""
    item = found_item(request, pk)
    require(rights.can_plan(request.user))
    form = forms.EditItem(request.POST or None, instance=item, semester=item.plan.semester)
    if form.is_valid():
        actions.edit(item, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(item)
    context = {"form": form, "item": item}
    return render(request, "planning/item_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Take away an item that nothing has happened to."""
    item = found_item(request, pk)
    require(rights.can_plan(request.user))
    actions.take_out(item, by=request.user, at=timezone.now())
    messages.success(request, _("“%(item)s” is taken out of the plan.") % {"item": item})
    return redirect("planning:items")
