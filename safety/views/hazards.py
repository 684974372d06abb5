"""Registering a hazard, and the register; a hazard's page and its moves are those of any case."""

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.lists import showing
from campus.lists.registry import CAP
from campus.lists.views import asked_by, list_page
from campus.models import Attachment
from safety import rights
from safety.actions import hazards as actions
from safety.forms import hazards as forms
from safety.kinds.hazard import HAZARD
from safety.lists import HAZARDS
from safety.models import Hazard
from safety.registry import Found, origin_named

# More pictures than this say no more on paper.
PICTURES_A_ROW = 2


@require_safe
def hazards(request: PersonRequest) -> HttpResponse:
    """The hazards that one may see."""
    return list_page(
        request, HAZARDS, "safety/hazards.html",
        may_read_criteria=rights.can_read_criteria(request.user),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new(request: PersonRequest) -> HttpResponse:
    """Register a hazard; a place's page brings its code along (`?place=JX1-301`), another record
    itself (`?origin=ticket:5`)."""
    origin = origin_named(request.GET.get("origin", "")[:40], request.user)
    if origin and (known := hazard_from(origin)):
        messages.info(request, _("It is registered already: %(hazard)s.") % {"hazard": known})
        return redirect(HAZARD.path(known))
    form = forms.Register(
        request.POST or None, request.FILES or None, person=request.user,
        initial=initial_of(request, origin), needs_place=origin is None,
    )  # fmt: skip
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        context = {"form": form, "kind": HAZARD}
        return render(
            request, "safety/hazard_new.html", context, status=422 if form.is_bound else 200
        )
    facts = form.cleaned_data
    if origin:
        # Who may not say where it comes from is not asked; its origin tells.
        told_by = {"origin": origin.thing, "photos_of": origin.thing}
        facts = {"source": origin.source, **facts, **told_by}
    hazard = actions.report(by=request.user, at=timezone.now(), **facts)
    told = _("%(number)s is in the register. You will be told what happens.")
    messages.success(request, told % {"number": hazard.number})
    return redirect(HAZARD.path(hazard))


def hazard_from(origin: Found) -> Hazard | None:
    """The hazard that was registered from it already."""
    kind = ContentType.objects.get_for_model(origin.thing)
    return Hazard.objects.filter(origin_type=kind, origin_id=origin.thing.pk).first()


def initial_of(request: PersonRequest, origin: Found | None) -> dict[str, Any]:
    """What the form says at first."""
    initial: dict[str, Any] = {"place": request.GET.get("place", "")[:80]}
    if origin:
        initial |= {**origin.initial, "source": origin.source}
    return initial


@require_safe
def register(request: PersonRequest) -> HttpResponse:
    """The register with all its columns, on A4 across: what the list's address finds."""
    require(rights.can_direct_hazards(request.user))
    asked = asked_by(request, HAZARDS)
    found = list(asked.in_order().reverse()[: CAP + 1])
    shown = pictures_of(found[:CAP])
    context = {
        "rows": [(hazard, shown.get(hazard.pk, {})) for hazard in found[:CAP]],
        "chips": showing.all_chips(asked),
        "year": asked.filters.chosen.get("year", ""),
        "back": showing.address(asked),
        "is_cut": len(found) > CAP,
        "cap": CAP,
        "today": timezone.localdate(),
    }
    return render(request, "safety/register.html", context)


def pictures_of(hazards: list[Hazard]) -> dict[int, dict[str, list[Attachment]]]:
    """By hazard: pictures from before and from after the rectification; one query."""
    kind = ContentType.objects.get_for_model(Hazard)
    found = Attachment.objects.filter(
        content_type=kind, object_id__in=[each.pk for each in hazards],
        file__kind__in=["jpeg", "png"],
    ).select_related("file").order_by("id")  # fmt: skip
    shown: dict[int, dict[str, list[Attachment]]] = {}
    for each in found:
        assert each.object_id is not None  # asked for by it
        when = "after" if each.role == Attachment.Role.AFTER else "before"
        pictures = shown.setdefault(each.object_id, {}).setdefault(when, [])
        if len(pictures) < PICTURES_A_ROW:
            pictures.append(each)
    return shown
