"""Handing out supplies, and signing for them."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.records.history import history_path
from campus.shell.form_page import form_page
from repairs import rights
from repairs.actions import supplies as actions
from repairs.forms.supplies import HandOut, SignOnPaper
from repairs.lists import ISSUES
from repairs.models import StockMove, SupplyIssue

# More lines than a table of all classes with a dozen items has.
MOST_LINES = 1000


@require_safe
def issues(request: PersonRequest) -> HttpResponse:
    """What was handed out, the newest first."""
    may_keep = rights.can_keep_store(request.user)
    return list_page(request, ISSUES, "repairs/issues.html", may_keep=may_keep)


def found(request: PersonRequest, pk: int) -> SupplyIssue:
    seen = SupplyIssue.objects.visible_to(request.user).defer("sought")
    related = ("department", "receiver", "by", "signed_by", "request")
    return get_object_or_404(seen.select_related(*related), pk=pk)


def lines_of(issue: SupplyIssue) -> list[StockMove]:
    """Its lines, class by class."""
    moves = issue.moves.select_related("supply", "school_class")
    order = ("school_class__grade", "school_class__number", "id")
    return list(moves.order_by(*order)[:MOST_LINES])


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """What was handed out to whom, and whether it is signed for."""
    issue = found(request, pk)
    lines = lines_of(issue)
    context = {
        "issue": issue,
        "lines": lines,
        "has_classes": any(line.school_class for line in lines),
        "worth": -sum(line.amount for line in lines),
        "attachments": Attachment.objects.of(issue),
        "may_sign": rights.can_sign(request.user, issue),
        "may_keep": rights.can_keep_store(request.user),
        "history_path": history_path(request.user, issue),
    }
    return render(request, "repairs/issue.html", context)


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The sheet to be signed on A4; where classes receive, with a line for each of them."""
    issue = found(request, pk)
    groups = [
        (school_class, list(lines))
        for school_class, lines in groupby(lines_of(issue), key=lambda line: line.school_class)
    ]
    context = {"issue": issue, "groups": groups, "has_classes": any(each for each, _l in groups)}
    return render(request, "repairs/issue_sheet.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Hand out to a department or a person."""
    require(rights.can_keep_store(request.user))
    form = HandOut(request.POST or None)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Hand out"), back=reverse("repairs:issues"),
            button=_("Hand out"),
        )  # fmt: skip
    issue = actions.hand_out(form.lines, by=request.user, at=timezone.now(), **form.facts)
    messages.success(request, _("%(issue)s is handed out.") % {"issue": issue.number})
    return redirect(issue)


@require_POST
def sign(request: PersonRequest, pk: int) -> HttpResponse:
    """The receiver confirms."""
    issue = found(request, pk)
    require(rights.can_sign(request.user, issue))
    actions.sign(issue, by=request.user, at=timezone.now())
    messages.success(request, _("Thank you: %(issue)s is signed for.") % {"issue": issue.number})
    return redirect(issue)


@require_http_methods(["GET", "POST"])
def sign_on_paper(request: PersonRequest, pk: int) -> HttpResponse:
    """Somebody has signed the sheet."""
    issue = found(request, pk)
    require(rights.can_keep_store(request.user))
    form = SignOnPaper(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Signed on paper"), back=issue.get_absolute_url(),
            under=str(issue),
        )  # fmt: skip
    actions.sign_on_paper(issue, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("%(issue)s is signed for.") % {"issue": issue.number})
    return redirect(issue)
