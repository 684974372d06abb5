"""The page with the tiles of other systems, opening one, and keeping their list."""

from itertools import groupby

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from logistics.launcher import actions, rights
from logistics.launcher.forms import SystemForm, UnreadForm
from logistics.launcher.lists import SYSTEMS
from logistics.launcher.models import LinkedSystem, RecentUse, UnreadCount
from logistics.launcher.signatures import signed_at

LONGEST_SEARCH = 40


@require_safe
def systems(request: PersonRequest) -> HttpResponse:
    """The systems for the person by their groups, what they used last first; `?q=` narrows them."""
    words = request.GET.get("q", "")[:LONGEST_SEARCH].strip()
    seen = list(LinkedSystem.objects.visible_to(request.user).order_by("group", "order", "name"))
    known = {system.pk for system in seen}
    used = RecentUse.objects.filter(person=request.user).select_related("system")
    recent = [each.system for each in used if each.system_id in known]
    counts = dict(
        UnreadCount.objects.filter(person=request.user).values_list("system", "count")
    )  # fmt: skip
    for system in [*seen, *recent]:
        vars(system)["unread_here"] = counts.get(system.pk, 0)
    found = [system for system in seen if speaks_of(system, words)]
    context = {
        "words": words, "recent": [] if words else recent, "has_any": bool(seen),
        "groups": [
            (name, list(tiles)) for name, tiles in groupby(found, key=lambda system: system.group)
        ],
        "may_keep": rights.can_keep_systems(request.user),
    }  # fmt: skip
    return render(request, "launcher/systems.html", context)


def speaks_of(system: LinkedSystem, words: str) -> bool:
    """Whether name, group or remark hold what is sought."""
    text = f"{system.name} {system.group} {system.note}".lower()
    return all(word in text for word in words.lower().split())


@require_safe
def open_system(request: PersonRequest, pk: int) -> HttpResponse:
    """On to a system, noting that it was used. A form cannot lead there: the portal's own policy
    lets forms go nowhere else."""
    system = get_object_or_404(LinkedSystem.objects.visible_to(request.user), pk=pk)
    actions.note_use(system, by=request.user, at=timezone.now())
    return redirect(system.address)


@csrf_exempt
@login_not_required
@require_POST
def unread(request: HttpRequest, pk: int) -> HttpResponse:
    """A system says how many unread things people have there, signed as Standard Webhooks says;
    401 for whoever cannot sign, 422 for what cannot be understood, else 204."""
    system = get_object_or_404(LinkedSystem.objects.exclude(secret=""), pk=pk)
    if (said_at := signed_at(request, system)) is None:
        return HttpResponse(status=401)
    form = UnreadForm.read(request.body)
    if not form.is_valid():
        return HttpResponse(status=422)
    actions.take_counts(system, form.cleaned_data["counts"], said_at=said_at)
    return HttpResponse(status=204)


@require_POST
@never_cache
def secret(request: PersonRequest, pk: int) -> HttpResponse:
    """Let a system say what is unread there: its secret, shown this once."""
    require(rights.can_keep_systems(request.user))
    system = get_object_or_404(LinkedSystem, pk=pk)
    made = actions.renew_secret(system, by=request.user, at=timezone.now())
    address = settings.SITE_URL + reverse("launcher:unread", args=[pk])
    context = {"system": system, "secret": made, "address": address}
    return render(request, "launcher/secret.html", context)


@require_safe
def system_list(request: PersonRequest) -> HttpResponse:
    """All systems, for whoever keeps them."""
    return list_page(request, SYSTEMS, "launcher/list.html")


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Add a system, or change one."""
    require(rights.can_keep_systems(request.user))
    written = get_object_or_404(LinkedSystem, pk=pk) if pk else LinkedSystem()
    form = SystemForm(request.POST or None, instance=written)
    back = reverse("launcher:list")
    if not form.is_valid():
        context = {
            "form": form, "title": _("Other system"), "back": back, "button": _("Save"),
            "system": get_object_or_404(LinkedSystem, pk=pk) if pk else None,
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "launcher/system.html", context, status=status)
    target = LinkedSystem.objects.get(pk=pk) if pk else LinkedSystem()
    kept = actions.write_system(target, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(system)s” is saved.") % {"system": kept})
    return redirect(back)


@require_POST
def remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take a system out."""
    require(rights.can_keep_systems(request.user))
    system = get_object_or_404(LinkedSystem, pk=pk)
    actions.remove_system(system, by=request.user, at=timezone.now())
    messages.success(request, _("“%(system)s” is taken out.") % {"system": system})
    return redirect("launcher:list")
