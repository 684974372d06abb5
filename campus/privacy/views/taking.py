"""Taking pupils' data away: who asks, who approves, and the taking itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists import exports
from campus.lists.finding import Asked
from campus.lists.registry import LISTS
from campus.lists.views import list_page, paper_answer
from campus.models import TakeAway
from campus.privacy import forms, rights
from campus.privacy.actions import taking
from campus.privacy.lists import TAKEN
from campus.privacy.registry import FILES


@require_safe
def take_aways(request: PersonRequest) -> HttpResponse:
    """What was asked for, one's own or everybody's."""
    return list_page(request, TAKEN, "privacy/take_aways.html", exceptions=rights.EXCEPTIONS)


def found(request: PersonRequest, pk: int) -> TakeAway:
    related = TakeAway.objects.visible_to(request.user).select_related("by", "decided_by")
    return get_object_or_404(related, pk=pk)


@require_safe
def take_away(request: PersonRequest, pk: int) -> HttpResponse:
    """One request: what for, how many pupils, and what can be done now."""
    take = found(request, pk)
    page = LISTS.get(take.list_name)
    context = {
        "take": take, "form": forms.Decline(), "icon": page.icon if page else "users",
        "may_decide": rights.can_decide_taking(request.user, take),
        "may_use": rights.can_use(request.user, take) and take.is_open(timezone.now()),
    }  # fmt: skip
    return render(request, "privacy/take_away.html", context)


@require_POST
def approve(request: PersonRequest, pk: int) -> HttpResponse:
    """Say yes."""
    take = found(request, pk)
    require(rights.can_decide_taking(request.user, take))
    taking.approve(take, by=request.user, at=timezone.now())
    messages.success(request, _("Approved; %(name)s is told.") % {"name": take.by})
    return redirect("privacy:take_aways")


@require_http_methods(["GET", "POST"])
def decline(request: PersonRequest, pk: int) -> HttpResponse:
    """Say no, and why."""
    take = found(request, pk)
    require(rights.can_decide_taking(request.user, take))
    form = forms.Decline(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "privacy/decline.html", {"form": form, "take": take}, status=status)
    words = form.cleaned_data["words"]
    taking.decline(take, words=words, by=request.user, at=timezone.now())
    messages.success(request, _("Declined; %(name)s is told why.") % {"name": take.by})
    return redirect("privacy:take_aways")


@require_POST
def use(request: PersonRequest, pk: int) -> HttpResponse:
    """Take it: paper at once, a file by a job. The list is asked anew, as one may see it now."""
    take = found(request, pk)
    require(rights.can_use(request.user, take))
    if take.list_name in FILES:
        taking.use(take, by=request.user, at=timezone.now())
        return FILES[take.list_name](request, take.reason)
    if take.list_name not in LISTS:
        raise Http404
    page, now = LISTS[take.list_name], timezone.now()
    require(page.may_read(request.user))
    asked = Asked(page, request.user, QueryDict(take.query), today=timezone.localdate())
    taking.use(take, by=request.user, at=now)
    if take.on_paper:
        return paper_answer(request, asked, reason=take.reason)
    return redirect(exports.ask_for_file(asked, name=take.title, reason=take.reason, at=now))
