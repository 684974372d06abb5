"""The roster sync for administrators: its setting, its runs, a try by hand."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.directory import actions
from campus.directory.channels import source_name
from campus.directory.forms import SyncForm
from campus.doors import PersonRequest, require
from campus.models import DirectoryRun
from campus.rosters import rights
from campus.shell.form_page import form_page

PAGE = 20


@require_safe
def overview(request: PersonRequest) -> HttpResponse:
    """Where the list comes from, what is done with it, and how it went."""
    require(rights.can_see_imports(request.user))
    runs = DirectoryRun.objects.visible_to(request.user).select_related("roster")
    context = {
        "sync": actions.the_sync(),
        "source": source_name(),
        "page": Paginator(runs, PAGE).get_page(request.GET.get("page")),
        "can_import": rights.can_import(request.user),
    }
    return render(request, "directory/overview.html", context)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest) -> HttpResponse:
    """Whether it runs, what is complete, how many may leave."""
    require(rights.can_import(request.user))
    form = SyncForm(request.POST or None, instance=actions.the_sync())
    if not form.is_valid():
        return form_page(request, form, title=_("Roster sync"), back="/directory/")
    actions.change_sync(by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("Saved. You answer for what it brings in."))
    return redirect("directory:overview")


@require_POST
def run(request: PersonRequest) -> HttpResponse:
    """Fetch the list now: only to see what it would do, or with `do` to bring it in."""
    require(rights.can_import(request.user))
    is_trial = request.POST.get("do") != "yes"
    begun = actions.begin(is_trial=is_trial, by=request.user, at=timezone.now())
    if begun.roster is None:
        messages.error(request, begun.sentence)
        return redirect("directory:overview")
    messages.success(request, _("The list is being read; the report follows on its page."))
    return redirect(begun.roster)
