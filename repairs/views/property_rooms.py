"""The rooms of a property check: counted, left out, on paper; and what becomes of differences."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.lists.forms import Selection
from campus.lists.views import sent_back
from campus.records.history import history_path
from campus.shell.form_page import form_page
from repairs import rights
from repairs.actions import property_rooms as actions
from repairs.forms.property import AcceptLines, Charge, CountRoom, Words
from repairs.lists import DIFFERENCES
from repairs.models import RoomCheck, RoomLine


def found(request: PersonRequest, pk: int) -> RoomCheck:
    """The room of a check, if the person may see it; else 404."""
    seen = RoomCheck.objects.visible_to(request.user).defer("sought")
    related = ("check_of__semester", "place__school_class", "keeper", "counted_by")
    return get_object_or_404(seen.select_related(*related), pk=pk)


def lines_of(room: RoomCheck) -> list[RoomLine]:
    """Its lines with all that is told of them, assets first."""
    lines = room.lines.defer("sought").select_related("asset", "ticket", "settled_by")
    told = list(lines.order_by("id"))
    for line in told:
        line.room = room
    return told


@require_safe
def room(request: PersonRequest, pk: int) -> HttpResponse:
    """What was counted in a room, and what becomes of the differences."""
    shown = found(request, pk)
    context = {
        "room": shown, "check": shown.check_of, "lines": lines_of(shown),
        "tone": shown.tone(timezone.localdate()),
        "may_keep": rights.can_keep_property(request.user),
        "may_count": rights.can_count(request.user, shown),
        "history_path": history_path(request.user, shown),
    }  # fmt: skip
    return render(request, "repairs/property_room.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The room on A4: to count by hand, or what was counted, with lines to sign."""
    shown = found(request, pk)
    context = {"room": shown, "check": shown.check_of, "lines": lines_of(shown)}
    return render(request, "repairs/property_sheet.html", context)


@require_http_methods(["GET", "POST"])
def count(request: PersonRequest, pk: int) -> HttpResponse:
    """Count a room."""
    shown = found(request, pk)
    require(rights.can_count(request.user, shown))
    actions.refuse_closed(shown)
    form = CountRoom(request.POST or None, room=shown, lines=lines_of(shown))
    if not form.is_valid():
        context = {"form": form, "room": shown, "check": shown.check_of}
        status = 422 if form.is_bound else 200
        return render(request, "repairs/property_count.html", context, status=status)
    kept = actions.count_room(shown, form.counts, by=request.user, at=timezone.now(), **form.facts)
    messages.success(request, said_of(kept))
    return redirect(kept)


def said_of(room: RoomCheck) -> str:
    """What saving has come to."""
    left = room.lines.filter(good=None).count()
    if not left:
        return _("“%(room)s” is counted.") % {"room": room.place.with_code}
    words = ngettext(
        "Saved; %(count)d line is still to be counted.",
        "Saved; %(count)d lines are still to be counted.",
        left,
    )
    return words % {"count": left}


@require_http_methods(["GET", "POST"])
def leave_out(request: PersonRequest, pk: int) -> HttpResponse:
    """Leave a room out for a reason."""
    shown = found(request, pk)
    require(rights.can_keep_property(request.user))
    form = Words(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Leave it out"), back=shown.get_absolute_url(),
            under=shown.place.with_code, button=_("Leave it out"),
        )  # fmt: skip
    actions.leave_out(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(room)s” is left out.") % {"room": shown.place.with_code})
    return redirect(shown)


# Differences


def found_line(request: PersonRequest, pk: int) -> RoomLine:
    """The line, if the person may see its room; else 404."""
    seen = RoomLine.objects.visible_to(request.user).defer("sought")
    return get_object_or_404(seen.select_related("room__place__school_class", "ticket"), pk=pk)


@require_POST
def report(request: PersonRequest, pk: int) -> HttpResponse:
    """Make a repair ticket of a difference."""
    shown = found_line(request, pk)
    require(rights.can_keep_property(request.user))
    ticket = actions.report(shown, by=request.user, at=timezone.now())
    messages.success(request, _("%(number)s is reported.") % {"number": ticket.number})
    return redirect(shown.room)


@require_http_methods(["GET", "POST"])
def charge(request: PersonRequest, pk: int) -> HttpResponse:
    """Ask for compensation of damage by misuse."""
    begun = {"school_class": found_line(request, pk).room.place.school_class}
    return decided(
        request, pk, lambda data: Charge(data, initial=begun), actions.charge,
        title=_("Ask for compensation"), done=_("Compensation is asked for."),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def accept(request: PersonRequest, pk: int) -> HttpResponse:
    """Leave a difference as it is, for a reason."""
    return decided(
        request, pk, Words, actions.accept, title=_("Accept the difference"),
        done=_("The difference is accepted."),
    )  # fmt: skip


def decided(
    request: PersonRequest, pk: int, form_of: Callable[[Any], Any], act: Callable[..., object], *,
    title: str, done: str,
) -> HttpResponse:  # fmt: skip
    """A decision on a difference that wants words."""
    shown = found_line(request, pk)
    require(rights.can_keep_property(request.user))
    form = form_of(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=title, back=shown.get_absolute_url(), under=str(shown),
            button=title,
        )  # fmt: skip
    act(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, done)
    return redirect(shown.room)


@require_POST
def report_all(request: PersonRequest) -> HttpResponse:
    """Make repair tickets of the selected differences."""
    return selected(request, Selection, actions.report_all)


@require_POST
def accept_all(request: PersonRequest) -> HttpResponse:
    """Leave the selected differences as they are, for a reason."""
    return selected(request, AcceptLines, actions.accept_all)


def selected(
    request: PersonRequest, form_of: type[Selection], act: Callable[..., object]
) -> HttpResponse:
    """A decision on the selected differences."""
    require(rights.can_keep_property(request.user))
    form = form_of(request.POST, page=DIFFERENCES, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    typed = {name: form.cleaned_data[name] for name in ("reason",) if name in form.cleaned_data}
    lines = form.cleaned_data["rows"]
    act(lines, by=request.user, at=timezone.now(), **typed)
    words = ngettext("%(count)d difference is decided.", "%(count)d differences are decided.",
                     len(lines))  # fmt: skip
    messages.success(request, words % {"count": len(lines)})
    return redirect(came_from(request))
