"""Leave slips, and the visitors' book."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, came_from, require
from campus.lists.forms import Selection
from campus.lists.registry import ListPage
from campus.lists.views import list_page, sent_back
from campus.shell.form_page import form_page
from dormitory import rights
from dormitory.actions import leave, visits
from dormitory.forms.nights import GiveLeave, LetIn
from dormitory.lists import LEAVE, VISITS
from dormitory.views.houses import found_house


@require_safe
def slips(request: PersonRequest) -> HttpResponse:
    """The leave slips that the reader sees."""
    may_give = rights.can_give_leave(request.user)
    return list_page(request, LEAVE, "dormitory/leave.html", may_give=may_give)


@require_http_methods(["GET", "POST"])
def give(request: PersonRequest) -> HttpResponse:
    """Give a pupil leave."""
    require(rights.can_give_leave(request.user))
    form = GiveLeave(request.POST or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Leave slip"), back=reverse("dormitory:leave_slips"),
            words=_("Why is said in a word; nothing about anybody's health is kept."),
        )  # fmt: skip
    slip = leave.give(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(name)s has leave.") % {"name": slip.pupil})
    return redirect("dormitory:leave_slips")


def chosen(request: PersonRequest, page: ListPage) -> Selection:
    """The rows of a list that were selected."""
    return Selection(request.POST, page=page, person=request.user, query=request.GET.copy())


@require_POST
def withdraw(request: PersonRequest) -> HttpResponse:
    """Take the selected slips back."""
    require(rights.can_give_leave(request.user))
    form = chosen(request, LEAVE)
    if not form.is_valid():
        return sent_back(request, form)
    rows: list[Any] = form.cleaned_data["rows"]
    for slip in rows:
        require(rights.can_withdraw_leave(request.user, slip))
    leave.withdraw_all(rows, by=request.user, at=timezone.now())
    words = ngettext("%(count)d slip is taken back.", "%(count)d slips are taken back.", len(rows))
    messages.success(request, words % {"count": len(rows)})
    return redirect(came_from(request))


@require_safe
def book(request: PersonRequest) -> HttpResponse:
    """The visitors' book."""
    return list_page(request, VISITS, "dormitory/stays.html")


@require_http_methods(["GET", "POST"])
def let_in(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody comes into a house."""
    house = found_house(request, pk)
    require(rights.can_keep_visits(request.user, house))
    form = LetIn(request.POST or None)
    if not form.is_valid():
        back = house.get_absolute_url()
        return form_page(request, form, title=_("A visitor comes"), back=back, under=str(house))
    visits.let_in(house, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The visitor stands in the book."))
    return redirect(f"{reverse('dormitory:visits')}?house={house.pk}&inside=yes")


@require_POST
def see_out(request: PersonRequest) -> HttpResponse:
    """The selected visitors have left."""
    require(rights.can_read_nights(request.user))
    form = chosen(request, VISITS)
    if not form.is_valid():
        return sent_back(request, form)
    count = visits.see_out(form.cleaned_data["rows"], by=request.user, at=timezone.now())
    words = ngettext("%(count)d has left.", "%(count)d have left.", count)
    messages.success(request, words % {"count": count})
    return redirect(came_from(request))
