"""The spare pool: who has what, lending and taking back."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_safe

from campus.doors import PersonRequest, require
from campus.lists.search import mentioning
from campus.lists.views import list_page
from campus.school_time.calendar import school_calendar
from campus.shell.form_page import form_page
from campus.shell.words import day_in_words
from repairs import rights
from repairs.actions import spares as actions
from repairs.forms.spares import Lend, TakeBack, free_spares
from repairs.lists import LOANS, SPARES
from repairs.models import Loan, Ticket

OFFERED = 8
# A spare is lent for a working week unless somebody says otherwise; our own figure.
USUAL_DAYS = 5


@require_safe
def spares(request: PersonRequest) -> HttpResponse:
    """The pool, with who has what."""
    return list_page(request, SPARES, "repairs/spares.html", may_lend=rights.can_lend(request.user))


@require_safe
def loans(request: PersonRequest) -> HttpResponse:
    """All loans there were."""
    return list_page(request, LOANS)


@require_safe
def suggest(request: PersonRequest) -> HttpResponseBase:
    """The free spares that somebody may mean who has typed `?q=` into a field."""
    require(rights.can_lend(request.user))
    words = request.GET.get("q", "").strip()[:40]
    fitting = mentioning(free_spares(), words) if words else free_spares().none()
    found = fitting.defer("sought").select_related("place").order_by("number")[:OFFERED]
    offers = [
        {"code": each.number, "name": each.name, "where": each.place.name if each.place else ""}
        for each in found
    ]
    return JsonResponse({"offers": offers})


@require_http_methods(["GET", "POST"])
def lend(request: PersonRequest) -> HttpResponse:
    """Lend a spare; pages of assets and of tickets bring their numbers along."""
    require(rights.can_lend(request.user))
    number = request.GET.get("ticket", "")[:16]
    form = Lend(
        request.POST or None, person=request.user,
        initial={
            "asset": request.GET.get("asset", "")[:32], "ticket": number,
            "due_on": school_calendar().working_days_from(timezone.localdate(), USUAL_DAYS),
        },
    )  # fmt: skip
    ticket = Ticket.objects.visible_to(request.user).filter(number=number).first()
    back = reverse("repairs:case", args=[ticket.pk]) if ticket else reverse("repairs:spares")
    if not form.is_valid():
        return form_page(request, form, title=_("Lend a spare"), back=back, button=_("Lend it"))
    loan = actions.lend(by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("%(asset)s is lent to %(holder)s until %(day)s.")
    facts = {"asset": loan.asset, "holder": loan.holder, "day": day_in_words(loan.due_on)}
    messages.success(request, words % facts)
    return redirect(back_of(loan))


def back_of(loan: Loan) -> str:
    """The page that the loan belongs to: its ticket's, else the device's."""
    if loan.ticket_id:
        return reverse("repairs:case", args=[loan.ticket_id])
    return loan.asset.get_absolute_url()


@require_http_methods(["GET", "POST"])
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a spare back."""
    loan = get_object_or_404(Loan.objects.visible_to(request.user).told(), pk=pk)
    require(rights.can_lend(request.user))
    form = TakeBack(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=pgettext("a spare", "Take it back"), back=back_of(loan),
            under=str(loan), button=_("It is back"),
        )  # fmt: skip
    actions.take_back(loan, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(asset)s is back.") % {"asset": loan.asset})
    return redirect(back_of(loan))
