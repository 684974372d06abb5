"""The dispatch board, a technician's day, and work orders on paper."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from campus.cases.models import Promise
from campus.doors import PersonRequest, require
from campus.lists.forms import Selection
from campus.lists.views import sent_back
from campus.models import Person, Place
from campus.shell.numbers import number_typed
from repairs import dispatch, rights
from repairs.lists.tickets import TICKETS
from repairs.models import Ticket

M = TypeVar("M", bound=Model)


@require_safe
def board(request: PersonRequest) -> HttpResponse:
    """Tickets by state and technicians by load; `?of=` and `?in=` narrow it to a technician and to
    a place with its parts."""
    require(rights.can_dispatch_any(request.user))
    now = timezone.now()
    of = chosen(Person.objects.staff(), request.GET.get("of", ""))
    within = chosen(Place.objects.all(), request.GET.get("in", ""))
    technicians = dispatch.technicians(now)
    context = {
        "technicians": technicians, "of": of, "within": within, "now": now,
        "columns": dispatch.board(technicians, of=of, within=within),
        "buildings": Place.objects.filter(kind=Place.Kind.BUILDING).order_by("code"),
    }  # fmt: skip
    return render(request, "repairs/board.html", context)


def chosen(rows: QuerySet[M], number: str) -> M | None:
    """The row of this number; None without a number, 404 for one that there is not."""
    if not number:
        return None
    return get_object_or_404(rows, pk=number_typed(number))


@require_safe
def day(request: PersonRequest) -> HttpResponse:
    """One's own tickets in the order of a walk, each with the next thing to do."""
    require(rights.can_go_round(request.user))
    tickets = dispatch.round_of(request.user)
    return render(request, "repairs/day.html", {"tickets": tickets, "now": timezone.now()})


@require_http_methods(["GET", "POST"])
def orders(request: PersonRequest) -> HttpResponse:
    """Work orders on A4: of one ticket (`?ticket=`), or of those selected in a list."""
    require(rights.can_print_orders(request.user))
    visible = Ticket.objects.visible_to(request.user).select_related(
        "place", "assignee", "category", "contractor", "reporter__school_class",
        "reporter__department",
    )  # fmt: skip
    if request.method == "POST":
        form = Selection(request.POST, page=TICKETS, person=request.user, query=request.GET.copy())
        if not form.is_valid():
            return sent_back(request, form)
        wanted = [ticket.pk for ticket in form.cleaned_data["rows"]]
        tickets = list(visible.filter(pk__in=wanted).order_by("place__code", "pk"))
    else:
        tickets = [ticket for ticket in [chosen(visible, request.GET.get("ticket", ""))] if ticket]
    promises = Promise.objects.filter(
        content_type__app_label="repairs", content_type__model="ticket",
        object_id__in=[ticket.pk for ticket in tickets], kind="done",
    ).order_by("id")  # fmt: skip
    due = {promise.object_id: promise.due_at for promise in promises}
    return render(request, "repairs/orders.html", {"orders": [(t, due.get(t.pk)) for t in tickets]})
