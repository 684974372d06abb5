"""Rooms booked: read, booked by the page's own form, given back."""

from datetime import datetime

from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import timezone

from campus.doors import require
from logistics.api.bearer import ApiRequest
from logistics.api.bodies import NO_FILES, Sent, body_of, refuse_slips, refuse_unasked, typed
from logistics.api.choices import Choices, choices_of
from logistics.api.listing import Listing, serve, served_row, signature
from logistics.api.service import answered, operation
from logistics.api.shapes import Shape, code, linked, person, plain, school_class
from rooms import rights
from rooms.actions import bookings as actions
from rooms.forms.bookings import BookForm, CancelForm
from rooms.lists import BOOKINGS
from rooms.models import Booking

BOOKING = Shape(
    "Booking",
    plain("id", int),
    linked("room", "PlaceRef", "room", code="place__code", name="place__full_name"),
    plain("purpose", str),
    plain("starts_at", datetime),
    plain("ends_at", datetime),
    plain("people", int),
    school_class("school_class"),
    plain("group", str),
    code("status", Booking.Status),
    person("by"),
    plain("reason", str, about="Of a booking that was refused or given back."),
)
NAME = "bookings"
# Once; a whole series is looked through on the page, date by date.
ON_THE_PAGE = ("until", "leave_out")


def declare() -> None:
    """The list, one, booking and giving back."""
    listing = Listing(name=NAME, page=BOOKINGS, shape=BOOKING, summary="Bookings of special rooms.")
    serve(listing, "Booking")
    book.__signature__ = signature(body=body_of("BookingNew", BookForm, leave_out=ON_THE_PAGE))  # type: ignore[attr-defined]  # read by ninja
    cancel.__signature__ = signature(pk=int, body=body_of("BookingCancel", CancelForm))  # type: ignore[attr-defined]  # as above
    for method, path, view, name, status in (
        ("GET", "/bookings/choices", choices, "choices", 200),
        ("GET", "/bookings/{int:pk}", one, "one", 200),
        ("POST", "/bookings", book, "new", 201),
        ("POST", "/bookings/{int:pk}/cancellation", cancel, "cancel", 200),
    ):
        way = "write" if name != "one" else "read"
        answer = Choices if name == "choices" else BOOKING.model
        operation(
            method, path, scope=f"{NAME}:{way}", answer=answer, name=f"{NAME}_{name}",
            status=status,
        )(view)  # fmt: skip


def one(request: ApiRequest, pk: int) -> HttpResponse:
    """A booking: one."""
    return answered(served_row(Booking, BOOKING, request.auth.person, pk))


def choices(request: ApiRequest) -> HttpResponse:
    """A booking: which rooms, periods and classes there are."""
    require(rights.can_book(request.auth.person))
    return answered(choices_of(BookForm(QueryDict(), NO_FILES)))


def book(request: ApiRequest, body: Sent) -> HttpResponse:
    """A booking: book a room once, by periods or from an hour to an hour."""
    by = request.auth.person
    require(rights.can_book(by))
    form = BookForm(typed(body), NO_FILES)
    refuse_unasked(body, form.fields)
    refuse_slips(form)
    facts = {name: form.cleaned_data[name] for name in ("wish", "purpose", "group")}
    booking = actions.book(facts.pop("wish"), by=by, at=timezone.now(), **facts)
    told = served_row(Booking, BOOKING, by, booking.pk)
    return answered(told, status=201, headers={"Location": f"/api/v1/{NAME}/{booking.pk}"})


def cancel(request: ApiRequest, pk: int, body: Sent) -> HttpResponse:
    """A booking: give the room back, for a reason."""
    by = request.auth.person
    booking = get_object_or_404(Booking.objects.visible_to(by).select_related("room"), pk=pk)
    require(rights.can_change(by, booking))
    form = CancelForm(typed(body), NO_FILES, booking=booking)
    refuse_unasked(body, form.fields)
    refuse_slips(form)
    actions.cancel(booking, by=by, at=timezone.now(), **form.cleaned_data)
    return answered(served_row(Booking, BOOKING, by, pk))
