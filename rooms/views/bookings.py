"""Bookings: found, made once or weekly, decided on, moved, cancelled; free rooms; what was left."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases.continuing import continuations
from campus.doors import PersonRequest, came_from, require
from campus.figures import figures_page
from campus.lists.forms import Selection
from campus.lists.views import list_page, sent_back
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from rooms import rights
from rooms.actions import bookings as actions
from rooms.figures import use
from rooms.figures.free import asked_of, instead_of, suitable
from rooms.forms.bookings import (
    BookForm,
    CancelForm,
    FaultForm,
    FindForm,
    ReasonForm,
    initial_of,
    moved_initial,
)
from rooms.lists import BOOKINGS
from rooms.models import Booking, LessonPeriod

# What is carried from a form to the form of another room.
CARRIED = {"purpose": "purpose", "people": "people", "group": "group", "school_class": "class"}


@require_safe
def bookings(request: PersonRequest) -> HttpResponse:
    """All bookings."""
    return list_page(request, BOOKINGS, "rooms/bookings.html")


@require_safe
def find(request: PersonRequest) -> HttpResponse:
    """Which rooms are free at a time; what is in the way of the others."""
    require(rights.can_book(request.user))
    is_asked = "day" in request.GET
    form = FindForm(
        request.GET if is_asked else None, initial={"day": timezone.localdate()}
    )  # fmt: skip
    context: dict[str, Any] = {"form": form, "is_asked": is_asked and form.is_valid()}
    if context["is_asked"]:
        typed = form.cleaned_data
        people = typed["people"] or 1
        rooms = suitable(people=people, kind=typed["kind"], words=typed["words"])
        answers = asked_of(
            rooms, starts_at=typed["starts_at"], ends_at=typed["ends_at"], people=people,
            at=timezone.now(), carried={"people": people} if typed["people"] else None,
        )  # fmt: skip
        context["free"] = [each for each in answers if can_be_had(each.obstacle)]
        context["others"] = [each for each in answers if not can_be_had(each.obstacle)]
    return render(request, "rooms/find.html", context, status=200 if form_is_fine(form) else 422)


def can_be_had(obstacle: Any) -> bool:
    """Whether a room is free: that its class is still to be named is no hindrance."""
    return obstacle is None or obstacle.about == "school_class"


def form_is_fine(form: FindForm) -> bool:
    return not form.is_bound or form.is_valid()


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Book a room, once or every week; addresses bring room, day, hours and more along."""
    require(rights.can_book(request.user))
    initial = initial_of(request.GET, list(LessonPeriod.objects.all()))
    form = BookForm(request.POST or None, initial=initial)
    if not form.is_valid():
        return book_page(request, form, title=_("Book a room"), back=reverse("rooms:week"))
    typed = form.cleaned_data
    facts = {"purpose": typed["purpose"], "group": typed["group"]}
    if typed["until"]:
        laid = actions.book_weekly(
            typed["wish"], until=typed["until"], leave_out=typed["leave_out"], by=request.user,
            at=timezone.now(), **facts,
        )  # fmt: skip
        words = _("%(count)d dates are booked.") if laid[0].status == "booked" else _(
            "%(count)d dates are asked for; you will be told what the keeper says."
        )  # fmt: skip
        messages.success(request, words % {"count": len(laid)})
        return redirect(laid[0])
    booking = actions.book(typed["wish"], by=request.user, at=timezone.now(), **facts)
    messages.success(request, told(booking))
    return redirect(booking)


def told(booking: Booking) -> str:
    """What has become of it."""
    if booking.status == Booking.Status.ASKED:
        words = _("%(room)s is asked for; you will be told what the keeper says.")
    else:
        words = _("%(room)s is yours: %(hours)s.")
    return words % {"room": booking.room, "hours": booking.hours}


def book_page(
    request: PersonRequest, form: BookForm, *, title: str, back: str, under: str = ""
) -> HttpResponse:
    """The form; where the room is taken, with free ones in its place."""
    free = []
    if form.is_bound and form.is_taken and form.wish:
        free = instead_of(form.wish, at=timezone.now(), carried=carried(form.data))
    context = {
        "form": form, "title": title, "back": back, "under": under, "free": free,
        "button": pgettext("a room", "Book"),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "rooms/book.html", context, status=status)


def carried(data: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, for the form of another room."""
    return {to: data.get(name, "")[:120] for name, to in CARRIED.items() if data.get(name)}


def found(request: PersonRequest, pk: int) -> Booking:
    """The booking, if the person may see it; else 404."""
    seen = Booking.objects.visible_to(request.user).defer("sought")
    related = ("room__place", "room__keeper", "by", "decided_by", "school_class", "series")
    return get_object_or_404(seen.select_related(*related), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One booking: what it is, what can be done now, what was; a pupil reads where to be."""
    booking, person, now = found(request, pk), request.user, timezone.now()
    if person.is_pupil:
        return render(request, "rooms/booking.html", {"booking": booking})
    may_change = rights.can_change(person, booking)
    context = {
        "booking": booking, "is_over": booking.is_over(now), "has_begun": booking.starts_at <= now,
        "may_change": may_change, "may_decide": rights.can_decide(person, booking),
        "fault_form": FaultForm(),
        "going_on": continuations(Booking, [booking.pk])[booking.pk],
        **past_of(booking, person, now), **talk_of(booking, person),
    }  # fmt: skip
    return render(request, "rooms/booking.html", context)


@require_POST
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    """Give the room to whoever has asked for it."""
    booking = found(request, pk)
    require(rights.can_decide(request.user, booking))
    actions.approve(booking, by=request.user, at=timezone.now())
    messages.success(request, _("“%(booking)s” is approved.") % {"booking": booking})
    return redirect(came_from(request))


@require_POST
def approve_all(request: PersonRequest) -> HttpResponse:
    """Approve the selected bookings."""
    require(rights.can_decide_some(request.user))
    form = Selection(
        request.POST, page=BOOKINGS, person=request.user, query=request.GET.copy()
    )  # fmt: skip
    if not form.is_valid():
        return sent_back(request, form)
    rows = form.cleaned_data["rows"]
    for booking in rows:
        require(rights.can_decide(request.user, booking))
    actions.approve_all(rows, by=request.user, at=timezone.now())
    messages.success(request, _("%(count)d are approved.") % {"count": len(rows)})
    return redirect(came_from(request))


def reason_page(
    request: PersonRequest, form: ReasonForm, booking: Booking, title: str
) -> HttpResponse:
    back = booking.get_absolute_url()
    return form_page(request, form, title=title, back=back, under=str(booking), button=title)


@require_http_methods(["GET", "POST"])
def refuse(request: PersonRequest, pk: int) -> HttpResponse:
    """Not give the room, for a reason."""
    booking = found(request, pk)
    require(rights.can_decide(request.user, booking))
    form = ReasonForm(request.POST or None)
    if not form.is_valid():
        return reason_page(request, form, booking, pgettext("a booking", "Refuse"))
    actions.refuse(booking, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(booking)s” is refused.") % {"booking": booking})
    return redirect(booking)


@require_http_methods(["GET", "POST"])
def cancel(request: PersonRequest, pk: int) -> HttpResponse:
    """Give a room back, for a reason."""
    booking = found(request, pk)
    require(rights.can_change(request.user, booking))
    form = CancelForm(request.POST or None, booking=booking)
    if not form.is_valid():
        return reason_page(request, form, booking, pgettext("a booking", "Cancel it"))
    count = actions.cancel(booking, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("“%(booking)s” is cancelled.") if count == 1 else _("%(count)d are cancelled.")
    messages.success(request, words % {"booking": booking, "count": count})
    return redirect(booking)


@require_http_methods(["GET", "POST"])
def move(request: PersonRequest, pk: int) -> HttpResponse:
    """Another room, or another time."""
    booking = found(request, pk)
    require(rights.can_change(request.user, booking))
    form = BookForm(request.POST or None, booking=booking, initial=moved_initial(booking))
    if not form.is_valid():
        back = booking.get_absolute_url()
        return book_page(
            request, form, title=pgettext("a booking", "Move it"), back=back, under=str(booking)
        )
    moved = actions.move(booking, form.cleaned_data["wish"], by=request.user, at=timezone.now())
    messages.success(request, told(moved))
    return redirect(moved)


@require_POST
def in_order(request: PersonRequest, pk: int) -> HttpResponse:
    """The room was left in order."""
    booking = found(request, pk)
    require(rights.can_change(request.user, booking))
    actions.note_left(booking, found="in_order", by=request.user, at=timezone.now())
    messages.success(request, _("Thank you. It is noted."))
    return redirect(came_from(request))


@require_POST
def fault(request: PersonRequest, pk: int) -> HttpResponse:
    """Something is broken: noted, and on to repairs with what was typed."""
    booking = found(request, pk)
    require(rights.can_change(request.user, booking))
    form = FaultForm(request.POST)
    if not form.is_valid():
        back = booking.get_absolute_url()
        return form_page(
            request, form, title=_("Something is broken"), back=back, under=str(booking)
        )
    actions.note_left(
        booking, found="fault", by=request.user, at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("It is noted, and the keeper is told. Report it to repairs now."))
    return redirect(f"{reverse('repairs:new')}?origin=booking:{booking.pk}")


@require_safe
def figures(request: PersonRequest) -> HttpResponse:
    """How rooms are used, by semester and month."""
    require(rights.can_see_figures(request.user))
    return figures_page(
        request, title=_("Use of special rooms"), icon="chart-bar", today=timezone.localdate(),
        groups=use.groups,
    )  # fmt: skip
