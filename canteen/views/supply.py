"""What comes in: suppliers, goods receipts that two sign, the trace from a dish to its batches."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.attachments.forms import keep_sent
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Attachment
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import supply as actions
from canteen.forms.supply import (
    BATCH_FIELDS,
    BatchLines,
    LicenceForm,
    ReceiptForm,
    SupplierForm,
    UseForm,
)
from canteen.lists import BATCHES, RECEIPTS, SUPPLIERS
from canteen.models import Batch, BatchUse, FoodSample, GoodsReceipt, MenuItem, Standards, Supplier
from canteen.views.pages import kept
from planning.models import Paper

# Batches are offered that came within so many days before; a receipt's page shows so many.
BACK_DAYS, MOST = 90, 60


@require_safe
def suppliers(request: PersonRequest) -> HttpResponse:
    """Whoever delivers."""
    return list_page(
        request, SUPPLIERS, "canteen/list.html", may_keep=rights.can_keep_menus(request.user),
        new_path=reverse("canteen:supplier_new"), new_words=_("New supplier"),
    )  # fmt: skip


def found_supplier(request: PersonRequest, pk: int) -> Supplier:
    return get_object_or_404(Supplier.objects.visible_to(request.user), pk=pk)


@require_safe
def supplier(request: PersonRequest, pk: int) -> HttpResponse:
    """A supplier with licences and what came from them last."""
    shown, today = found_supplier(request, pk), timezone.localdate()
    found = Paper.objects.of(shown).select_related("kind").order_by("-ends_on")
    context = {
        "supplier": shown,
        "papers": [(paper, paper.state(today)) for paper in found],
        "receipts": shown.receipts.select_related("second", "by").order_by("-on", "-id")[:MOST],
        "may_keep": rights.can_keep_menus(request.user),
    }
    return render(request, "canteen/supplier.html", context)


@require_http_methods(["GET", "POST"])
def supplier_write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Write down a supplier, or change what is said."""
    edited = found_supplier(request, pk) if pk else Supplier()
    require(rights.can_keep_menus(request.user))
    form = SupplierForm(request.POST or None, instance=edited)
    back = edited.get_absolute_url() if pk else reverse("canteen:suppliers")
    return kept(request, form, title=_("Supplier"), back=back, write=actions.write_supplier)


@require_http_methods(["GET", "POST"])
def license_supplier(request: PersonRequest, pk: int) -> HttpResponse:
    """Write down a supplier's licence."""
    held = found_supplier(request, pk)
    require(rights.can_keep_menus(request.user))
    form = LicenceForm(request.POST or None, request.FILES or None, person=request.user)
    if not form.is_valid():
        return form_page(
            request, form, title=_("Licence"), back=held.get_absolute_url(), under=str(held)
        )
    actions.license_supplier(held, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("The licence is written down; its end is reminded of."))
    return redirect(held)


@require_safe
def receipts(request: PersonRequest) -> HttpResponse:
    """Goods receipts."""
    return list_page(
        request, RECEIPTS, "canteen/list.html", may_keep=rights.can_work_in_kitchen(request.user),
        new_path=reverse("canteen:receipt_new"), new_words=_("Receive goods"),
    )  # fmt: skip


@require_safe
def batches(request: PersonRequest) -> HttpResponse:
    """All batches."""
    return list_page(request, BATCHES, "canteen/list.html")


@require_http_methods(["GET", "POST"])
def receive(request: PersonRequest) -> HttpResponse:
    """Put down what came."""
    require(rights.can_work_in_kitchen(request.user))
    initial = {"on": timezone.localdate(), "supplier": request.GET.get("supplier", "")}
    form = ReceiptForm(
        request.POST or None, request.FILES or None, person=request.user, initial=initial
    )
    lines = BatchLines(request.POST or None, queryset=Batch.objects.none(), prefix="batch")
    if not (form.is_valid() and lines.is_valid()):
        keep_sent(form, by=request.user, at=timezone.now())
        context = {"form": form, "lines": lines, "back": reverse("canteen:receipts")}
        status = 422 if form.is_bound else 200
        return render(request, "canteen/receipt_form.html", context, status=status)
    typed = [
        {name: line[name] for name in BATCH_FIELDS}
        for line in lines.cleaned_data
        if line.get("ingredient")
    ]
    made = actions.receive(batches=typed, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.info(request, _("It is put down; a second person signs it."))
    return redirect(made)


def found_receipt(request: PersonRequest, pk: int) -> GoodsReceipt:
    seen = GoodsReceipt.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("supplier", "canteen", "by", "second"), pk=pk)


@require_safe
def receipt(request: PersonRequest, pk: int) -> HttpResponse:
    """One receipt: its batches, who signed, until when its papers are kept."""
    shown, standards = found_receipt(request, pk), Standards.objects.get(pk=1)
    found = shown.batches.select_related("receipt").order_by("id")
    context = {
        "receipt": shown,
        "batches": [(batch, batch.papers_until(standards)) for batch in found],
        "attachments": Attachment.objects.of(shown),
        "may_sign": rights.can_sign_receipt(request.user, shown),
    }
    return render(request, "canteen/receipt.html", context)


@require_POST
def sign(request: PersonRequest, pk: int) -> HttpResponse:
    """Sign a receipt as the second person."""
    signed = found_receipt(request, pk)
    require(rights.can_sign_receipt(request.user, signed))
    actions.sign(signed, by=request.user, at=timezone.now())
    messages.success(request, _("It is signed; what came can be used."))
    return redirect(signed)


@require_safe
def batch(request: PersonRequest, pk: int) -> HttpResponse:
    """A batch and the meals it went into."""
    seen = Batch.objects.visible_to(request.user).select_related("receipt__supplier")
    shown = get_object_or_404(seen, pk=pk)
    uses = shown.uses.select_related("canteen", "dish").order_by("-day", "id")
    context = {
        "batch": shown, "uses": uses[:MOST],
        "papers_until": shown.papers_until(Standards.objects.get(pk=1)),
    }  # fmt: skip
    return render(request, "canteen/batch.html", context)


# From a dish of a meal to its batches


def found_item(request: PersonRequest, pk: int) -> MenuItem:
    seen = MenuItem.objects.visible_to(request.user)
    return get_object_or_404(seen.select_related("dish", "counter__canteen"), pk=pk)


def of_dish(item: MenuItem) -> dict[str, Any]:
    """What names the dish of the meal, in samples and in uses."""
    return {
        "canteen": item.counter.canteen, "day": item.day, "meal": item.meal, "dish": item.dish,
    }  # fmt: skip


def offered_batches(item: MenuItem) -> QuerySet[Batch]:
    """What may have gone into it: signed, there by then, not over, and not noted yet."""
    came = Batch.objects.filter(
        receipt__second__isnull=False, receipt__on__lte=item.day,
        receipt__on__gte=date.fromordinal(item.day.toordinal() - BACK_DAYS),
    )  # fmt: skip
    fresh = came.filter(expires_on=None) | came.filter(expires_on__gte=item.day)
    known = BatchUse.objects.filter(**of_dish(item)).values("batch")
    offered = fresh.exclude(pk__in=known).select_related("receipt__supplier").defer("sought")
    return offered.order_by("-receipt__on", "id")


@require_http_methods(["GET", "POST"])
def trace(request: PersonRequest, pk: int) -> HttpResponse:
    """From a dish of a meal to its batches, receipts and suppliers; and to its sample."""
    item = found_item(request, pk)
    require(rights.can_work_in_kitchen(request.user))
    form = UseForm(request.POST or None, batches=offered_batches(item))
    if form.is_valid():
        facts = of_dish(item)
        dishes = [facts.pop("dish")]
        for used in form.cleaned_data["batches"]:
            actions.use(used, dishes=dishes, by=request.user, at=timezone.now(), **facts)
        messages.success(request, _("It is noted."))
        return redirect("canteen:trace", item.pk)
    uses = BatchUse.objects.filter(**of_dish(item)).select_related("batch__receipt__supplier")
    context = {
        "item": item, "form": form, "uses": uses.order_by("id"),
        "sample": FoodSample.objects.filter(**of_dish(item)).select_related("by").first(),
    }  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "canteen/trace.html", context, status=status)


@require_POST
def forget_use(request: PersonRequest, pk: int) -> HttpResponse:
    """Take back that a batch went into a dish."""
    require(rights.can_work_in_kitchen(request.user))
    use = get_object_or_404(BatchUse.objects.select_related("batch"), pk=pk)
    actions.forget_use(use, by=request.user, at=timezone.now())
    messages.success(request, _("It is taken back."))
    return redirect(use.batch)
