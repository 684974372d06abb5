"""Campaigns: the list, preparing one, its living wall, its register on paper, closing out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.cases.continuing import continuations
from campus.doors import Answer, PersonRequest, require
from campus.lists.views import list_page
from campus.models import Attachment, Person
from campus.records.history import history_path
from inspections import rights
from inspections.actions import campaigns as actions
from inspections.forms.campaign import AreaForm, CampaignForm, CloseForm, PhotosForm
from inspections.fulfilment import campaign_from, days_of_campaign
from inspections.lists import CAMPAIGNS
from inspections.lists.findings import becoming
from inspections.models import Campaign, CampaignArea, Finding, Inspection
from planning.fulfilment import item_named, origin_of


@require_safe
def campaigns(request: PersonRequest) -> HttpResponse:
    """All campaigns that one may see."""
    may_write = rights.can_write_checklists(request.user)
    return list_page(request, CAMPAIGNS, "inspections/campaigns.html", may_write=may_write)


def found(request: PersonRequest, pk: int) -> Campaign:
    """The campaign, if the person may see it; else 404."""
    seen = Campaign.objects.visible_to(request.user)
    related = ("checklist__current", "leader", "plan_item")
    return get_object_or_404(seen.select_related(*related), pk=pk)


@dataclass(frozen=True)
class Progress:
    """How far an area is."""

    area: Any
    photos: int
    lines: int
    min_photos: int
    may_add: Answer | bool

    @property
    def walk(self) -> Inspection | None:
        walk: Inspection | None = self.area.inspection
        return walk

    @property
    def has_photos(self) -> bool:
        return self.photos >= self.min_photos

    @property
    def is_done(self) -> bool:
        return bool(self.walk and self.walk.is_done and self.has_photos)

    @property
    def tone(self) -> str:
        """Grey before it has begun, blue while it goes on, amber without its photos, green."""
        if self.walk is None or self.walk.status == Inspection.Status.PLANNED:
            return "new"
        if self.walk.is_done:
            return "done" if self.has_photos else "due_soon"
        return "overdue" if self.walk.status == Inspection.Status.MISSED else "under_way"


def wall_of(campaign: Campaign, person: Person) -> list[Progress]:
    """Each area with how far it is: four queries, however many areas there are."""
    areas = list(
        campaign.areas.select_related(
            "place", "leader", "convener", "recorder", "inspection__walker", "campaign"
        )
        .prefetch_related("members")
        .annotate(
            answered=Count("inspection__answers", distinct=True),
            found=Count("inspection__findings", distinct=True),
        )
        .order_by("id")
    )
    photos = photos_of(areas)
    lines = campaign.checklist.current.items.count() if campaign.checklist.current else 0
    return [
        Progress(
            area, photos.get(area.pk, 0), lines, campaign.min_photos,
            campaign.status == "under_way" and rights.can_add_photos(person, area),
        )
        for area in areas
    ]  # fmt: skip


def photos_of(areas: list[Any]) -> Mapping[int, int]:
    """The pictures handed in for areas and those of their findings, by area."""
    own = ContentType.objects.get_for_model(CampaignArea)
    kind = ContentType.objects.get_for_model(Finding)
    walks = {area.inspection_id: area.pk for area in areas if area.inspection_id}
    findings = dict(Finding.objects.filter(inspection__in=walks).values_list("pk", "inspection"))
    of_area = Q(content_type=own, object_id__in=[area.pk for area in areas])
    of_finding = Q(content_type=kind, object_id__in=list(findings))
    pictures = Attachment.objects.filter(of_area | of_finding, file__kind__in=["jpeg", "png"])
    counts: dict[int, int] = {}
    for picture in pictures.only("content_type", "object_id"):
        number = picture.object_id or 0
        area = number if picture.content_type_id == own.pk else walks[findings[number]]
        counts[area] = counts.get(area, 0) + 1
    return counts


@require_safe
def campaign(request: PersonRequest, pk: int) -> HttpResponse:
    """What the sweep is, and its wall."""
    shown = found(request, pk)
    context = wall_context(request, shown) | {
        "origin": origin_of(shown, request.user, days=days_of_campaign(shown)),
        "may_keep": rights.can_keep_campaign(request.user, shown),
        "register_path": f"{reverse('inspections:findings')}?campaign={shown.pk}",
        "history_path": history_path(request.user, shown),
    }
    return render(request, "inspections/campaign.html", context)


def wall_context(request: PersonRequest, shown: Campaign) -> dict[str, Any]:
    wall = wall_of(shown, request.user)
    today = timezone.localdate()
    return {
        "campaign": shown,
        "wall": wall,
        "done": sum(1 for each in wall if each.is_done),
        "found_count": sum(each.area.found for each in wall),
        "is_late": shown.status == Campaign.Status.UNDER_WAY and shown.due_on < today,
        "may_keep": rights.can_keep_campaign(request.user, shown),
    }


@require_safe
def wall(request: PersonRequest, pk: int) -> HttpResponse:
    """The wall alone, as htmx asks for it again and again."""
    shown = found(request, pk)
    return render(request, "inspections/wall.html", wall_context(request, shown))


@require_safe
def sheet(request: PersonRequest, pk: int) -> HttpResponse:
    """The merged register of what was found, on paper, with the teams and signature lines."""
    shown = found(request, pk)
    rows = Finding.objects.visible_to(request.user).reported()
    kept = list(
        rows.filter(inspection__area__campaign=shown)
        .select_related("place", "by", "inspection")
        .order_by("inspection", "item__position")[:1000]
    )
    going = continuations(Finding, [finding.pk for finding in kept])
    told = [(finding, becoming(finding, going.get(finding.pk, []))) for finding in kept]
    context = {"campaign": shown, "wall": wall_of(shown, request.user), "rows": told}
    return render(request, "inspections/campaign_sheet.html", context)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """A new campaign, of an item of the work plan (`?item=3`) or without one; its areas come
    next."""
    require(rights.can_write_checklists(request.user))
    item = item_named(request.user, request.GET, Campaign)
    first = Campaign(starts_on=timezone.localdate(), leader=request.user, plan_item=item)
    return form_page(request, first, title=_("New campaign"))


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Change what the campaign is."""
    shown = found(request, pk)
    require(rights.can_keep_campaign(request.user, shown))
    return form_page(request, shown, title=str(shown))


def form_page(request: PersonRequest, shown: Campaign, *, title: str) -> HttpResponse:
    item = None if shown.pk else shown.plan_item
    initial = campaign_from(item, request.user, timezone.localdate()) if item else {}
    form = CampaignForm(request.POST or None, instance=shown, initial=initial)
    if not form.is_valid():
        context = {
            "form": form, "title": title, "back": back_from(shown),
            "origin": origin_of(shown, request.user),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "inspections/form.html", context, status=status)
    target = Campaign.objects.get(pk=shown.pk) if shown.pk else Campaign(plan_item=item)
    written = actions.write_campaign(
        target, by=request.user, at=timezone.now(), **form.cleaned_data
    )
    messages.success(request, _("“%(campaign)s” is saved.") % {"campaign": written})
    return redirect(written)


def back_from(shown: Campaign) -> str:
    """Where a form leads back to: the campaign, the item that it is to be made of, the list."""
    if shown.pk:
        return shown.get_absolute_url()
    item = shown.plan_item
    return item.get_absolute_url() if item else reverse("inspections:campaigns")


@require_POST
def begin(request: PersonRequest, pk: int) -> HttpResponse:
    """Plan the walks and call the teams."""
    shown = found(request, pk)
    require(rights.can_keep_campaign(request.user, shown))
    actions.begin(shown, by=request.user, at=timezone.now())
    messages.success(request, _("The teams are told; their walks are planned."))
    return redirect(shown)


@require_http_methods(["GET", "POST"])
def close(request: PersonRequest, pk: int) -> HttpResponse:
    """Close the campaign out with a summary."""
    shown = found(request, pk)
    require(rights.can_keep_campaign(request.user, shown))
    form = CloseForm(request.POST or None)
    if not form.is_valid():
        wall = wall_of(shown, request.user)
        context = {
            "campaign": shown, "form": form,
            "left": [each for each in wall if not each.is_done],
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "inspections/campaign_close.html", context, status=status)
    actions.close(shown, summary=form.cleaned_data["summary"], by=request.user, at=timezone.now())
    messages.success(request, _("“%(campaign)s” is closed out.") % {"campaign": shown})
    return redirect(shown)


# Areas


def found_area(request: PersonRequest, pk: int) -> CampaignArea:
    """The area, if the person may see its campaign; else 404."""
    seen = CampaignArea.objects.visible_to(request.user)
    related = ("campaign", "place", "leader", "convener", "recorder")
    return get_object_or_404(seen.select_related(*related), pk=pk)


@require_http_methods(["GET", "POST"])
def area_new(request: PersonRequest, pk: int) -> HttpResponse:
    """Another area."""
    shown = found(request, pk)
    return area_page(request, CampaignArea(campaign=shown), title=_("New area"))


@require_http_methods(["GET", "POST"])
def area(request: PersonRequest, pk: int) -> HttpResponse:
    """Change an area's team."""
    kept = found_area(request, pk)
    return area_page(request, kept, title=str(kept.place))


def area_page(request: PersonRequest, kept: CampaignArea, *, title: str) -> HttpResponse:
    campaign = kept.campaign
    require(rights.can_keep_campaign(request.user, campaign))
    form = AreaForm(request.POST or None, area=kept, person=request.user)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "title": title, "area": kept, "campaign": campaign}
        return render(request, "inspections/area.html", context, status=status)
    written = actions.write_area(kept, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(area)s” has its team.") % {"area": written.place})
    return redirect(campaign)


@require_POST
def area_remove(request: PersonRequest, pk: int) -> HttpResponse:
    """Take an area off."""
    kept = found_area(request, pk)
    require(rights.can_keep_campaign(request.user, kept.campaign))
    actions.remove_area(kept, by=request.user, at=timezone.now())
    messages.success(request, _("“%(area)s” is taken off.") % {"area": kept.place})
    return redirect(kept.campaign)


@require_http_methods(["GET", "POST"])
def area_photos(request: PersonRequest, pk: int) -> HttpResponse:
    """Hand in an area's photos."""
    kept = found_area(request, pk)
    require(rights.can_add_photos(request.user, kept))
    form = PhotosForm(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        keep_sent(form, by=request.user, at=timezone.now())
        context = {
            "form": form, "area": kept, "campaign": kept.campaign,
            "attachments": Attachment.objects.of(kept),
        }  # fmt: skip
        status = 422 if form.is_bound else 200
        return render(request, "inspections/area_photos.html", context, status=status)
    actions.add_photos(kept, photos=form.cleaned_data["photos"], by=request.user, at=timezone.now())
    messages.success(request, _("The photos of “%(area)s” are in.") % {"area": kept.place})
    return redirect(kept)
