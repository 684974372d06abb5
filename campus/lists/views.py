"""Lists as pages, on paper and as files; saved searches."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from campus.doors import PersonRequest, came_from, require
from campus.lists import actions, exports, forms, rights, showing
from campus.lists.finding import SEARCH, SORT, Asked, Found, find
from campus.lists.forms import Selection
from campus.lists.models import SavedView
from campus.lists.registry import CAP, LISTS, ListPage
from campus.privacy import rights as privacy
from campus.privacy.actions import taking

PART = "lists/part.html"


def list_page(
    request: PersonRequest,
    page: ListPage,
    template: str = "lists/list.html",
    *,
    query: QueryDict | None = None,
    more: Callable[[Asked, Found], dict[str, Any]] | None = None,
    **context: Any,
) -> HttpResponse:
    """The list as the address asks for it; for htmx only the part that has changed.

    `template` extends lists/list.html where an area adds something; `context` is for it, and
    `more` for what depends on the rows found. `query` is the address's own, made complete.
    """
    require(page.may_read(request.user))
    asked = asked_by(request, page, query)
    found = find(asked)
    shown = showing.found_context(asked, found) | (more(asked, found) if more else {})
    if wants_part(request):
        shown["filters"] = showing.form_context(asked)["filters"]
        answer = render(request, PART, {**shown, **context, "is_part": True})
        answer["HX-Push-Url"] = shown["first"]
    else:
        head = showing.form_context(asked) | {"tabs": showing.tabs_of(asked)}
        head["words"] = asked.words
        answer = render(request, template, {**shown, **head, **context})
    # The two answers of one address must not be taken for each other on the way back.
    patch_vary_headers(answer, ["HX-Request"])
    return answer


def asked_by(request: PersonRequest, page: ListPage, query: QueryDict | None = None) -> Asked:
    """What the request's address asks of the list."""
    asking = request.GET if query is None else query
    return Asked(page, request.user, asking, today=timezone.localdate())


def sent_back(request: PersonRequest, form: Selection) -> HttpResponse:
    """Back to the list with what the selection lacks."""
    for errors in form.errors.values():
        messages.error(request, " ".join(map(str, errors)))
    return redirect(came_from(request))


def wants_part(request: PersonRequest) -> bool:
    """Whether htmx asks for a part, and not for a page that it has forgotten."""
    htmx = getattr(request, "htmx", None)
    return bool(htmx and not htmx.boosted and not htmx.history_restore_request)


def named(name: str) -> ListPage:
    """The list called `name`; raises Http404."""
    if name not in LISTS:
        raise Http404
    return LISTS[name]


# Paper and file


@require_http_methods(["GET", "POST"])
def list_sheet(request: PersonRequest, name: str) -> HttpResponse:
    """What was found on paper, up to CAP rows of it."""
    page = named(name)
    require(page.may_read(request.user))
    asked = asked_by(request, page)
    if pupils := pupils_to_approve(asked, on_paper=True):
        return approval_answer(request, asked, str(page.title), pupils, on_paper=True)
    return paper_answer(request, asked)


def paper_answer(request: PersonRequest, asked: Asked, *, reason: str = "") -> HttpResponse:
    """The sheet, noted; the browser prints it."""
    page, rows = asked.page, list(asked.in_order()[: CAP + 1])
    page.note_export(
        request.user, asked.matching, at=timezone.now(), page=request.get_full_path(),
        on_paper=True, reason=reason,
    )  # fmt: skip
    columns = showing.page_columns(page, request.user)
    context = {
        "list": page,
        "headings": [showing.Heading(column.heading) for column in columns],
        "rows": showing.rows_of(asked, rows[:CAP], acts=False),
        "chips": showing.all_chips(asked),
        "back": showing.address(asked),
        "is_cut": len(rows) > CAP,
        "cap": CAP,
        "today": timezone.localdate(),
    }
    return render(request, "lists/sheet.html", context)


@require_http_methods(["GET", "POST"])
def list_export(request: PersonRequest, name: str) -> HttpResponse:
    """What was found as a spreadsheet."""
    page = named(name)
    return export_answer(request, page, name=str(page.title))


def export_answer(
    request: PersonRequest, page: ListPage, *, name: str, query: QueryDict | None = None
) -> HttpResponse:
    """All that was found, as the file `name`.xlsx; what is long is written by a job.

    To ask for a job changes something, so a GET only offers it. Where there are pupils in it, a
    second person approves it first.
    """
    require(page.may_read(request.user))
    require(page.may_export(request.user))
    asked = asked_by(request, page, query)
    if pupils := pupils_to_approve(asked, on_paper=False):
        return approval_answer(request, asked, name, pupils, on_paper=False)
    if not exports.is_long(asked):
        path = request.get_full_path()
        page.note_export(request.user, asked.matching, at=timezone.now(), page=path)
        return exports.answer(asked, name=name)
    if request.method != "POST":
        context = {"title": page.title, "at_once": exports.AT_ONCE, "back": showing.address(asked)}
        return render(request, "lists/export.html", context)
    return redirect(exports.ask_for_file(asked, name=name, reason="", at=timezone.now()))


def pupils_to_approve(asked: Asked, *, on_paper: bool) -> int:
    """How many pupils in it make it need an approval."""
    if asked.page.people is None:
        return 0
    people = asked.page.people(asked.matching.order_by())
    return privacy.needing(asked.person, people, on_paper=on_paper)


def approval_answer(
    request: PersonRequest, asked: Asked, name: str, pupils: int, *, on_paper: bool
) -> HttpResponse:
    """Ask for an approval of what was found, with the reason."""
    facts = {"list_name": asked.page.name, "query": asked.query.urlencode(), "title": name}
    back = showing.address(asked)
    return ask_approval(request, pupils=pupils, on_paper=on_paper, back=back, **facts)


def ask_approval(request: PersonRequest, *, pupils: int, back: str, **facts: Any) -> HttpResponse:
    """Ask for an approval to take away what `facts` say, with the reason."""
    # The button on the list sends no reason yet: it opens the form.
    form = forms.TakeAway(request.POST if "reason" in request.POST else None)
    if not form.is_valid():
        context = {"title": facts["title"], "form": form, "pupils": pupils, "back": back}
        status = 422 if form.is_bound else 200
        return render(request, "lists/export.html", context, status=status)
    reason = form.cleaned_data["reason"]
    take = taking.ask(pupils=pupils, reason=reason, by=request.user, at=timezone.now(), **facts)
    messages.success(request, _("Asked for; you are told as soon as it is approved."))
    return redirect(take)


# Saved searches


@require_POST
def list_save(request: PersonRequest, name: str) -> HttpResponse:
    """Keep the question that the list was asked, under a name."""
    page = named(name)
    require(page.may_read(request.user))
    view = SavedView(list_name=name, query=kept_query(page, request.POST.get("query", "")))
    form = forms.NameView(request.POST, instance=view, person=request.user)
    if not form.is_valid():
        context = {"form": form, "view": view, "query": view.query, "back": came_from(request)}
        return render(request, "lists/view.html", context, status=422)
    saved = actions.save_view(
        by=request.user, list_name=name, name=form.cleaned_data["name"], query=view.query,
        **form.sharing,
    )  # fmt: skip
    messages.success(request, _("“%(name)s” is saved.") % {"name": saved.name})
    return redirect(f"{reverse(page.address)}?{saved.query}")


def kept_query(page: ListPage, typed: str) -> str:
    """Of a query what search, order and filters of the list know."""
    query = QueryDict(typed[:1000], mutable=True)
    known = {SEARCH, SORT, *page.filters.base_filters}
    for parameter in list(query):
        if parameter not in known and parameter.rpartition("_")[0] not in known:
            query.pop(parameter)
    return query.urlencode()


@require_http_methods(["GET", "POST"])
def view_edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Rename a saved search, show it to others."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    require(rights.can_change(request.user, view))
    path = view_path(view)
    form = forms.NameView(request.POST or None, instance=view, person=request.user)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "view": view, "back": path}
        return render(request, "lists/view.html", context, status=status)
    actions.change_view(view, name=form.cleaned_data["name"], **form.sharing)
    messages.success(request, _("“%(name)s” is saved.") % {"name": form.cleaned_data["name"]})
    return redirect(path)


@require_POST
def view_delete(request: PersonRequest, pk: int) -> HttpResponse:
    """Forget a saved search."""
    view = get_object_or_404(SavedView.objects.visible_to(request.user), pk=pk)
    require(rights.can_change(request.user, view))
    actions.delete_view(view)
    messages.success(request, _("“%(name)s” is deleted.") % {"name": view.name})
    return redirect(view_path(view).partition("?")[0])


def view_path(view: SavedView) -> str:
    """The list as the search asks it; My day for a list that is no more."""
    page = LISTS.get(view.list_name)
    return f"{reverse(page.address)}?{view.query}" if page else "/"
