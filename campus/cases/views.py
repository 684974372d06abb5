"""The page of a case of any kind, and everything that can be done to it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.cases import actions
from campus.cases.asking import MoveForm
from campus.cases.forms import GiveSelected, RaiseForm
from campus.cases.models import Case
from campus.cases.page import CasePage, already_reported
from campus.cases.registry import KINDS, CaseKind, Move
from campus.doors import PersonRequest, back_to, came_from, require
from campus.lists.registry import ListPage
from campus.lists.views import sent_back
from campus.models import Place
from campus.records.past import past_of, talk_of


def found(
    request: PersonRequest, kind: CaseKind, pk: int | None = None, *, number: str = ""
) -> Case:
    """The case of this `pk` or `number`, if the person may see it; else 404."""
    cases: Any = kind.model._default_manager
    visible = cases.visible_to(request.user).select_related(
        "place", "reporter__department", "reporter__school_class", "assignee", "merged_into",
        *kind.related,
    )  # fmt: skip
    which: dict[str, Any] = {"number": number} if number else {"pk": pk}
    return get_object_or_404(visible, **which)


@require_safe
def case(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """What it is, what can be done now, what happened."""
    return case_page(request, found(request, KINDS[kind], pk))


def case_page(request: PersonRequest, case: Case) -> HttpResponse:
    """The page, with its past as far as the person may read it."""
    person, now = request.user, timezone.now()
    page = CasePage(case, person, now)
    context = {"page": page, "case": case, "kind": page.kind, **past_of(case, person, now)}
    if page.kind.may_comment(person, case):
        context |= talk_of(case, person)
    return render(request, "cases/case.html", context)


@require_http_methods(["GET", "POST"])
def move(request: PersonRequest, kind: str, pk: int, move: str) -> HttpResponse:
    """One move: its form, and doing it."""
    declared = KINDS[kind].move(move)
    if declared is None:
        raise Http404
    moved = found(request, KINDS[kind], pk)
    require(declared.may(request.user, moved))
    form = (declared.form or MoveForm)(
        request.POST or None, request.FILES or None, case=moved, person=request.user
    )
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        return move_page(request, KINDS[kind], moved, declared, form)
    entry = declared.act(
        moved, by=request.user, at=timezone.now(), seen=form.cleaned_data["seen"], **form.facts()
    )
    messages.success(request, f"{moved.number}: {entry}")
    return redirect(back_to(request, KINDS[kind].path(moved)))


def move_page(
    request: PersonRequest, kind: CaseKind, moved: Case, declared: Move, form: MoveForm
) -> HttpResponse:
    """The move's form on a page of its own, with the errors of what was typed."""
    context = {
        "kind": kind,
        "case": moved,
        "move": declared,
        "form": form,
        "back": back_to(request, kind.path(moved)),
    }
    return render(request, "cases/move.html", context, status=422 if form.is_bound else 200)


@require_safe
def at_hand(request: PersonRequest, number: str) -> HttpResponse:
    """What a message in a chat group leads to: what the case is, in brief, and what the person can
    do with it now. To open it does nothing."""
    kind = next((each for each in KINDS.values() if number.startswith(f"{each.letter}-")), None)
    if kind is None:
        raise Http404
    case = found(request, kind, number=number)
    context = {
        "kind": kind,
        "case": case,
        "page": CasePage(case, request.user, timezone.now()),
        "path": kind.path(case),
    }
    return render(request, "cases/at_hand.html", context)


@require_POST
def follow(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """Be told of what happens to the case."""
    followed = found(request, KINDS[kind], pk)
    actions.follow(followed, person=request.user, at=timezone.now())
    messages.success(request, _("You will be told of what happens to it."))
    return redirect(KINDS[kind].path(followed))


@require_POST
def unfollow(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """Be told no more."""
    followed = found(request, KINDS[kind], pk)
    actions.unfollow(followed, person=request.user)
    messages.success(request, _("You will be told no more."))
    return redirect("my_day")


@require_POST
def me_too(request: PersonRequest, kind: str, pk: int) -> HttpResponse:
    """Say that an open case troubles oneself too; from then on one may see it.

    Anybody may with shared ones, which are offered to whoever is about to report the same.
    """
    cases: Any = KINDS[kind].model._default_manager
    shared = get_object_or_404(KINDS[kind].shared(cases.open()), pk=pk)
    actions.me_too(shared, by=request.user, at=timezone.now())
    messages.success(request, _("You will be told what becomes of %(case)s.") % {"case": shared})
    return redirect(KINDS[kind].path(shared))


@require_safe
def already(request: PersonRequest, kind: str) -> HttpResponse:
    """Open cases at the place being typed, to be joined instead of raised once more."""
    typed = request.GET.get("place", "")[:80]
    place = Place.objects.filter(code__iexact=typed).first()
    found = already_reported(KINDS[kind], place)
    return render(request, "cases/already.html", {"found": found, "kind": KINDS[kind]})


def raised(
    request: PersonRequest, kind: CaseKind, form: RaiseForm, template: str, *, told: str,
    **context: Any,
) -> HttpResponse:  # fmt: skip
    """A new case of the kind from a valid form, `told` with its number; else the form again, with
    `context` for the area's own template."""
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        status = 422 if form.is_bound else 200
        return render(request, template, {"form": form, "kind": kind, **context}, status=status)
    case = actions.raise_case(kind.model, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, told % {"number": case.number})
    return redirect(kind.path(case))


def given(request: PersonRequest, page: ListPage, give_all: Callable[..., object]) -> HttpResponse:
    """Put the selected cases of a list into the hands of one person by the act `give_all`."""
    form = GiveSelected(request.POST, page=page, person=request.user, query=request.GET.copy())
    if not form.is_valid():
        return sent_back(request, form)
    rows, to = form.cleaned_data["rows"], form.cleaned_data["to"]
    give_all(rows, to=to, by=request.user, at=timezone.now())
    words = ngettext("%(count)d given to %(person)s.", "%(count)d given to %(person)s.", len(rows))
    messages.success(request, words % {"count": len(rows), "person": to})
    return redirect(came_from(request))
