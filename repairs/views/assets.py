"""The register of assets: found, read, written; labels and what scanning one leads to."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.db.models import F, Sum, Window
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.models import Attachment
from campus.doors import Answer, PersonRequest, require
from campus.lists.forms import Selection
from campus.lists.views import list_page, sent_back
from campus.models import Person
from campus.places import labels as drawing
from campus.records.past import past_of, talk_of
from campus.shell.form_page import form_page
from repairs import rights
from repairs.actions import assets as actions
from repairs.forms.assets import AssetForm, LabelSize, NewAssetForm
from repairs.lists import ASSETS
from repairs.lists.assets import TONES
from repairs.models import AssetMove, FixedAsset, Loan, MaintenanceJob, StockMove, Ticket

# As many of a sort as somebody reads on the page of one asset; the lists have them all.
SHOWN = 10


@require_safe
def assets(request: PersonRequest) -> HttpResponse:
    """The register."""
    return list_page(
        request, ASSETS, "repairs/assets.html",
        may_keep=rights.can_keep_assets(request.user),
    )  # fmt: skip


def found(request: PersonRequest, pk: int) -> FixedAsset:
    """The asset, if the person may see it; else 404."""
    seen = FixedAsset.objects.visible_to(request.user).defer("sought")
    return get_object_or_404(
        seen.select_related("category", "place", "department", "custodian"), pk=pk
    )


@dataclass(frozen=True)
class AssetPage:
    """One asset before the eyes of one person; pupils are told what it is and where, no more."""

    asset: FixedAsset
    person: Person
    today: date

    @property
    def tells_all(self) -> bool:
        return bool(rights.can_list_assets(self.person))

    @property
    def tone(self) -> str:
        return TONES[FixedAsset.Status(self.asset.status)]

    @property
    def report_path(self) -> str:
        return f"{reverse('repairs:new')}?asset={self.asset.number}"

    @cached_property
    def may_keep(self) -> Answer:
        return rights.can_keep_assets(self.person)

    @cached_property
    def may_move(self) -> Answer:
        return rights.can_move_asset(self.person, self.asset)

    @cached_property
    def may_approve(self) -> Answer:
        return rights.can_approve_moves(self.person)

    @cached_property
    def may_lend(self) -> Answer:
        return rights.can_lend(self.person)

    @property
    def is_under_warranty(self) -> bool:
        return self.asset.is_under_warranty(self.today)

    @cached_property
    def tickets(self) -> list[Any]:
        """The newest that the person may see, each with the cost of its parts."""
        seen = Ticket.objects.visible_to(self.person).filter(asset=self.asset).defer("sought")
        return list(seen.annotate(cost=-Sum("parts__amount")).order_by("-raised_at", "-id")[:SHOWN])

    @cached_property
    def cost(self) -> Decimal | None:
        """What mending it has cost so far, all tickets together."""
        moves = StockMove.objects.filter(ticket__asset=self.asset)
        spent: Decimal | None = moves.aggregate(spent=Sum("amount"))["spent"]
        return -spent if spent else None

    @cached_property
    def maintenance(self) -> list[tuple[MaintenanceJob, str]]:
        """The newest jobs with the colours of their states; each knows the cost of all of them."""
        seen = MaintenanceJob.objects.visible_to(self.person).filter(asset=self.asset)
        told = seen.defer("sought").annotate(
            all_cost=Window(Sum("cost"), partition_by=[F("asset_id")])
        )
        return [(job, job.tone(self.today)) for job in told.order_by("-due_on", "-id")[:SHOWN]]

    @property
    def maintenance_cost(self) -> Decimal | None:
        """What maintaining it has cost so far; nothing where nothing was spent."""
        job: Any = self.maintenance[0][0] if self.maintenance else None
        return job.all_cost or None if job else None

    @cached_property
    def loans(self) -> list[Loan]:
        """The newest; the one that is running is the first."""
        return list(self.asset.loans.told().order_by("-lent_at", "-id")[:SHOWN])

    @property
    def running_loan(self) -> Loan | None:
        return next((loan for loan in self.loans if loan.is_out), None)

    @cached_property
    def moves(self) -> list[AssetMove]:
        related = ("to_place", "to_department", "to_custodian", "asked_by", "decided_by")
        return list(self.asset.moves.select_related(*related).order_by("-id")[:SHOWN])

    @property
    def waiting_move(self) -> AssetMove | None:
        return next((move for move in self.moves if move.is_waiting), None)


@require_safe
def show(request: PersonRequest, pk: int) -> HttpResponse:
    """One asset: what it is and how it stands, what can be done, what happened to it."""
    asset, now = found(request, pk), timezone.now()
    page = AssetPage(asset, request.user, timezone.localdate(now))
    context: dict[str, Any] = {"page": page, "asset": asset}
    if page.tells_all:
        context |= {
            "attachments": Attachment.objects.of(asset),
            **past_of(asset, request.user, now),
            **talk_of(asset, request.user),
        }
    return render(request, "repairs/asset.html", context)


@require_safe
def scan(request: PersonRequest, token: str) -> HttpResponse:
    """A label was scanned: on to the asset's page."""
    asset = FixedAsset.objects.visible_to(request.user).filter(token=token).first()
    if asset is None:
        return render(request, "places/old_label.html", status=404)
    return redirect(asset)


@require_http_methods(["GET", "POST"])
def create(request: PersonRequest) -> HttpResponse:
    """Register an asset; the page of a place brings its code along."""
    require(rights.can_keep_assets(request.user))
    form = NewAssetForm(
        request.POST or None, request.FILES or None, person=request.user,
        initial={"place": request.GET.get("place", "")[:80]},
    )  # fmt: skip
    if not form.is_valid():
        return form_page(
            request, form, title=_("Register an asset"), back=reverse("repairs:assets")
        )
    asset = actions.register(by=request.user, at=timezone.now(), **form.fields_typed)
    messages.success(request, _("“%(asset)s” is registered.") % {"asset": asset})
    return redirect(asset)


@require_http_methods(["GET", "POST"])
def edit(request: PersonRequest, pk: int) -> HttpResponse:
    """Correct what is said of an asset."""
    asset = found(request, pk)
    require(rights.can_keep_assets(request.user))
    actions.refuse_disposed(asset)
    form = AssetForm(
        request.POST or None, request.FILES or None, person=request.user, instance=asset
    )
    if not form.is_valid():
        return form_page(
            request, form, title=_("Correct it"), back=asset.get_absolute_url(), under=str(asset)
        )
    actions.change(asset, by=request.user, at=timezone.now(), **form.fields_typed)
    messages.success(request, _("“%(asset)s” is changed.") % {"asset": asset})
    return redirect(asset)


# Labels


@require_POST
def labels(request: PersonRequest) -> HttpResponse:
    """The labels of the selected assets on sheets of A4; a POST that changes nothing."""
    require(rights.can_print_asset_labels(request.user))
    selection = Selection(request.POST, page=ASSETS, person=request.user, query=request.GET.copy())
    if not selection.is_valid():
        return sent_back(request, selection)
    chosen: list[FixedAsset] = selection.cleaned_data["rows"]
    if len(chosen) > drawing.MOST:
        words = _("These are %(count)s labels. Print at most %(most)s at once.")
        messages.error(request, words % {"count": len(chosen), "most": drawing.MOST})
        return redirect("repairs:assets")
    form = LabelSize(request.POST.get("size", ""))
    form.is_valid()
    size = drawing.SIZES[form.cleaned_data.get("size", "small")]
    shown = {
        "form": form, "size": size, "back": reverse("repairs:assets"), "count": len(chosen),
        "items": chosen, "sheets": drawing.sheets([label_of(each) for each in chosen], size),
    }  # fmt: skip
    return render(request, "places/labels.html", shown)


def label_of(asset: FixedAsset) -> drawing.Label:
    """The label of an asset: scanned, it leads to its page and from there to a report."""
    code = drawing.drawn(drawing.address_of("repairs:asset_scan", asset.token))
    where = asset.place.full_name if asset.place else str(asset.department or "")
    return drawing.Label(code, asset.name, where, asset.number, _("Broken? Scan and report."))
