"""Property checks: made, watched, closed; and what should be in rooms."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Semester
from campus.records.history import history_path
from campus.records.timeline import timeline_of
from campus.shell.form_page import form_page
from repairs import rights
from repairs.actions import property as actions
from repairs.figures.property import standing
from repairs.forms.property import CheckForm, CloseCheck, ExpectedItemForm
from repairs.lists import CHECKS, DIFFERENCES, EXPECTED, ROOMS
from repairs.models import ExpectedItem, PropertyCheck, RoomCheck

# As many rooms as the wall of a check shows; the list has them all.
SHOWN = 400


@require_safe
def checks(request: PersonRequest) -> HttpResponse:
    """All checks."""
    return list_page(
        request, CHECKS, "repairs/property.html",
        may_keep=rights.can_keep_property(request.user),
    )  # fmt: skip


@require_safe
def rooms(request: PersonRequest) -> HttpResponse:
    """Rooms of checks that one may see."""
    return list_page(request, ROOMS)


@require_safe
def differences(request: PersonRequest) -> HttpResponse:
    """What is damaged, missing or too much."""
    return list_page(
        request, DIFFERENCES, "repairs/property_differences.html",
        may_keep=rights.can_keep_property(request.user),
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> PropertyCheck:
    """The check, if the person may see it; else 404."""
    seen = PropertyCheck.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("semester", "place", "by", "closed_by"), pk=pk)


@require_safe
def check(request: PersonRequest, pk: int) -> HttpResponse:
    """How far a check is: rooms done of all, the wall of rooms that one sees, totals."""
    shown, today = found(request, pk), timezone.localdate()
    seen = RoomCheck.objects.visible_to(request.user).filter(check_of=shown).defer("sought")
    wall = list(seen.select_related("place", "keeper", "check_of").order_by("place__code")[:SHOWN])
    context = {
        "check": shown, "standing": standing(shown),
        "wall": [(room, room.tone(today)) for room in wall],
        "may_keep": rights.can_keep_property(request.user),
        "timeline": timeline_of(shown), "history_path": history_path(request.user, shown),
    }  # fmt: skip
    return render(request, "repairs/property_check.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Begin a check."""
    require(rights.can_keep_property(request.user))
    today = timezone.localdate()
    first = PropertyCheck(semester=Semester.objects.current(today))
    form = CheckForm(request.POST or None, instance=first)
    if not form.is_valid():
        return form_page(
            request, form, title=_("New property check"), back=reverse("repairs:property"),
            button=_("Begin it"),
        )  # fmt: skip
    made = actions.make_check(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(check)s” has begun.") % {"check": made})
    return redirect(made)


@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close a check; rooms that are not counted want a reason."""
    shown = found(request, pk)
    require(rights.can_keep_property(request.user))
    left = shown.rooms.filter(status="to_count").count()
    form = CloseCheck(request.POST or None, left=left)
    if not form.is_valid():
        under = _("%(count)s rooms are not counted") % {"count": left} if left else str(shown)
        return form_page(
            request, form, title=_("Close the check"), back=shown.get_absolute_url(), under=under,
            button=_("Close it"),
        )  # fmt: skip
    closed = actions.close(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(check)s” is closed.") % {"check": closed})
    return redirect(closed)


@require_POST
def take_over(request: PersonRequest, pk: int) -> HttpResponse:
    """The next check begins with what was counted in this one."""
    shown = found(request, pk)
    require(rights.can_keep_property(request.user))
    count = actions.take_over(shown, by=request.user, at=timezone.now())
    messages.success(request, _("%(count)s counts are expected from now on.") % {"count": count})
    return redirect(shown)


# What should be in rooms


@require_safe
def expected(request: PersonRequest) -> HttpResponse:
    """What should be in which room."""
    return list_page(
        request, EXPECTED, "repairs/property_expected.html",
        may_bring_in=rights.can_keep_store(request.user),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def expected_item(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write how many of a thing should be in a room."""
    seen = ExpectedItem.objects.visible_to(request.user).select_related("place").defer("sought")
    edited = get_object_or_404(seen, pk=pk) if pk else ExpectedItem()
    require(rights.can_keep_property(request.user))
    form = ExpectedItemForm(request.POST or None, instance=edited)
    if not form.is_valid():
        context = {
            "form": form, "title": _("What should be in a room"), "item": edited if pk else None,
            "back": reverse("repairs:expected"), "button": _("Save"),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "repairs/expected_item.html", context, status=status)
    target = ExpectedItem(pk=pk) if pk else ExpectedItem()
    kept = actions.expect_item(target, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(item)s” is saved.") % {"item": kept})
    return redirect("repairs:expected")


@require_POST
def expected_no_more(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a thing out of the list of its room."""
    seen = ExpectedItem.objects.visible_to(request.user).select_related("place").defer("sought")
    gone = get_object_or_404(seen, pk=pk)
    require(rights.can_keep_property(request.user))
    actions.expect_no_more(gone, by=request.user, at=timezone.now())
    messages.success(request, _("“%(item)s” is expected no more.") % {"item": gone})
    return redirect("repairs:expected")
