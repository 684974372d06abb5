"""The calendar's own entries: written, read, changed, moved, deleted."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.records.history import history_path
from campus.shell.form_page import form_page
from planning import rights
from planning.actions import entries
from planning.forms.entry import EntryForm, MoveForm
from planning.models import CalendarEntry


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Write an entry; the calendar's links bring the day along (`?day=2025-11-09`)."""
    require(rights.can_write_entries(request.user))
    day = request.GET.get("day") or timezone.localdate()
    form = EntryForm(
        request.POST or None, initial={"starts_on": day, "unit": request.user.department_id}
    )
    if not form.is_valid():
        return form_page(request, form, title=_("New calendar entry"), back=calendar())
    entry = entries.create(**form.cleaned_data, by=request.user, at=timezone.now())
    messages.success(request, _("“%(entry)s” stands in the calendar.") % {"entry": entry})
    return redirect(entry)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One entry, and what the reader may do with it."""
    return page(request, found(request, pk))


def page(
    request: PersonRequest, entry: CalendarEntry, form: MoveForm | None = None, status: int = 200
) -> HttpResponse:
    """The entry's page; `form` carries a day that it could not be moved to."""
    context = {
        "entry": entry,
        "may_change": rights.can_change_entry(request.user, entry),
        "move_form": form or MoveForm(initial={"to": entry.starts_on}),
        "history_path": history_path(request.user, entry),
    }
    return render(request, "planning/entry.html", context, status=status)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what an entry says."""
    entry = found(request, pk)
    require(rights.can_change_entry(request.user, entry))
    back = entry.get_absolute_url()
    form = EntryForm(request.POST or None, instance=entry)
    if not form.is_valid():
        return form_page(request, form, title=_("Calendar entry"), back=back)
    entries.edit(entry, **form.cleaned_data, at=timezone.now())
    messages.success(request, _("The entry is changed."))
    return redirect(back)


@require_POST
def move(request: PersonRequest, pk: int) -> HttpResponse:
    """Put an entry on another day; answers with the page that it was moved on."""
    entry = found(request, pk)
    require(rights.can_change_entry(request.user, entry))
    form = MoveForm(request.POST)
    if not form.is_valid():
        return page(request, entry, form, status=422)
    moved = entries.move(entry, to=form.cleaned_data["to"], at=timezone.now())
    messages.success(request, _("“%(entry)s” is moved.") % {"entry": moved})
    return redirect(came_from(request))


@require_POST
def delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Take an entry out of the calendar."""
    entry = found(request, pk)
    require(rights.can_change_entry(request.user, entry))
    entries.remove(entry)
    messages.success(request, _("“%(entry)s” is deleted.") % {"entry": entry})
    return redirect(f"{calendar()}?month={entry.starts_on:%Y-%m}")


def found(request: PersonRequest, pk: int) -> CalendarEntry:
    entries_seen = CalendarEntry.objects.visible_to(request.user).select_related("unit", "by")
    return get_object_or_404(entries_seen, pk=pk)


def calendar() -> str:
    return reverse("calendar:month")
