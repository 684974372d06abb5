"""Raising an enquiry; its page and its moves are those of any case."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.cases.views import given, raised
from campus.desk import actions, forms, rights
from campus.desk.kind import ENQUIRY
from campus.desk.lists import ENQUIRIES
from campus.doors import PersonRequest, require
from campus.lists.views import list_page


@require_safe
def enquiries(request: PersonRequest) -> HttpResponse:
    """All enquiries that one may see."""
    return list_page(request, ENQUIRIES, "desk/enquiries.html")


@require_POST
def give(request: PersonRequest) -> HttpResponse:
    """Give the selected enquiries to one person."""
    require(rights.can_use_desk(request.user))
    return given(request, ENQUIRIES, actions.give_all)


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Raise an enquiry; the page of a place brings its code along (`?place=JX1-301`)."""
    form = forms.EnquiryForm(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"place": request.GET.get("place", "")[:80]},
    )  # fmt: skip
    told = _("%(number)s has arrived at the front desk.")
    return raised(request, ENQUIRY, form, "desk/new.html", told=told)
