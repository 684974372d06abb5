"""Importing rosters: upload, what it would do, doing it, taking it back."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.jobs.progress import how_far
from campus.lists.views import ask_approval
from campus.models import Person, RosterChange, RosterImport
from campus.privacy.rights import needing
from campus.rosters import actions, exports, forms, rights
from campus.rosters.actions.asking import many_leave
from campus.rosters.columns import PEOPLE
from campus.rosters.lines import line_of
from campus.sheets.writer import workbook_answer

IMPORTS_A_PAGE, ROWS_A_PAGE = 20, 50
What, Kind = RosterChange.What, RosterChange.Kind


@require_safe
def imports(request: PersonRequest) -> HttpResponse:
    """Past imports, and the form for another."""
    require(rights.can_see_imports(request.user))
    return overview(request, forms.Upload())


def overview(request: PersonRequest, form: forms.Upload, status: int = 200) -> HttpResponse:
    """The page of all imports with the upload's form."""
    seen = RosterImport.objects.visible_to(request.user).select_related("by")
    context = {
        "page": Paginator(seen, IMPORTS_A_PAGE).get_page(request.GET.get("page")),
        "form": form,
        "can_import": rights.can_import(request.user),
    }
    return render(request, "rosters/imports.html", context, status=status)


@require_POST
def upload(request: PersonRequest) -> HttpResponse:
    """Take a file up and have it read."""
    require(rights.can_import(request.user))
    form = forms.Upload(request.POST, request.FILES)
    if not form.is_valid():
        return overview(request, form, status=422)
    roster = actions.take_up(
        data=form.data_read,
        name=form.cleaned_data["file"].name,
        complete=form.complete,
        day=timezone.localdate(),
        by=request.user,
        at=timezone.now(),
    )
    return redirect(roster)


def found_import(request: PersonRequest, pk: int) -> RosterImport:
    """The import, for who may see it; 404 for all others."""
    seen = RosterImport.objects.visible_to(request.user)
    related = ("by", "job", "applied_by", "taken_back_by")
    return get_object_or_404(seen.select_related(*related), pk=pk)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """How far it is, what is wrong with the file, or what it does; row by row."""
    roster = found_import(request, pk)
    what, kind = chosen(request, roster)
    context = {
        "roster": roster,
        "how_far": how_far(roster.job) if roster.job and roster.is_under_way else None,
        "can_import": rights.can_import(request.user),
        "faults": page_of(request, roster.bad_rows),
        "table": counted(roster),
        "what": what,
        "kind": kind,
        "tabs": tabs(roster, kind),
        "page": changes_page(request, roster, what, kind),
        "many_leave": many_leave(roster),
        "leaving": leaving(roster),
        "may_take_back": roster.is_applied and not roster.changes_nothing,
    }
    return render(request, "rosters/import.html", context)


def chosen(request: PersonRequest, roster: RosterImport) -> tuple[str, str]:
    """What the address asks to see, else the first of what there is."""
    what, kind = request.GET.get("what", ""), request.GET.get("kind", "")
    if what not in What.values:
        what = next((each for each in What.values if roster.count(each)), What.ADDED)
    return what, kind if kind in Kind.values else ""


def page_of(request: PersonRequest, rows: Any) -> Page:
    return Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))


def changes_page(request: PersonRequest, roster: RosterImport, what: str, kind: str) -> Page:
    """The page of changes asked for, each as a line to read."""
    found = roster.changes.filter(what=what)
    page = page_of(request, (found.filter(kind=kind) if kind else found).order_by("id"))
    page.object_list = [line_of(change) for change in page.object_list]
    return page


def counted(roster: RosterImport) -> list[tuple[str, list[tuple[str, str, int]]]]:
    """A row of counts for each kind that the file has: its label, and what, label and count."""
    kinds = [kind for kind in Kind if kind.value in roster.counts.get("rows", {})]
    return [
        (kind, [(what.value, str(what.label), roster.count(what, kind)) for what in What])
        for kind in kinds
    ]


def tabs(roster: RosterImport, kind: str) -> list[tuple[str, str, int]]:
    """What there is to see: value, label, count. Rows without a change go once it is applied."""
    shown = [what for what in What if roster.is_open or what != What.UNCHANGED]
    return [(what.value, str(what.label), roster.count(what, kind)) for what in shown]


def leaving(roster: RosterImport) -> list[tuple[str, int, int]]:
    """Of each kind that loses people: its label, how many leave, how many there were."""
    shares = roster.counts.get("leaving", {})
    return [(Kind(kind).label, *shares[kind]) for kind in PEOPLE if kind in shares]


@require_POST
def apply(request: PersonRequest, pk: int) -> HttpResponse:
    """Have the import applied."""
    roster = found_import(request, pk)
    require(rights.can_import(request.user))
    form = forms.Apply(request.POST)
    sure = form.is_valid() and form.cleaned_data["sure"]
    return redirect(actions.ask_to_apply(roster, sure=sure, by=request.user, at=timezone.now()))


@require_POST
def read_again(request: PersonRequest, pk: int) -> HttpResponse:
    """Hold the file against the school once more."""
    roster = found_import(request, pk)
    require(rights.can_import(request.user))
    day = timezone.localdate()
    return redirect(actions.read_again(roster, day=day, by=request.user, at=timezone.now()))


@require_POST
def take_back(request: PersonRequest, pk: int) -> HttpResponse:
    """Have an applied import taken back."""
    roster = found_import(request, pk)
    require(rights.can_import(request.user))
    return redirect(actions.ask_to_take_back(roster, by=request.user, at=timezone.now()))


@require_POST
def throw_away(request: PersonRequest, pk: int) -> HttpResponse:
    """Give up an import that was not applied."""
    roster = found_import(request, pk)
    require(rights.can_import(request.user))
    actions.throw_away(roster, by=request.user, at=timezone.now())
    messages.success(request, _("The import and its file are gone; nothing has changed."))
    return redirect("rosters:imports")


@require_safe
def template(request: PersonRequest) -> HttpResponse:
    """An empty workbook with the headings that are read."""
    require(rights.can_import(request.user))
    return workbook_answer(exports.template(), _("Roster template"))


@require_http_methods(["GET", "POST"])
def export(request: PersonRequest) -> HttpResponse:
    """The school's rosters; the file imports back without a change. With pupils in it a second
    person approves it first."""
    require(rights.can_import(request.user))
    people = Person.objects.active().values("pk")
    if pupils := needing(request.user, people, on_paper=False):
        title, back = str(_("Rosters")), reverse("rosters:imports")
        facts = {"list_name": exports.ROSTERS, "query": "", "title": title}
        return ask_approval(request, pupils=pupils, back=back, on_paper=False, **facts)
    return exports.taken(request, "")
