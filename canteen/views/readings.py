"""Temperatures and disinfection: devices with their limits, readings."""

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.shell.form_page import form_page
from canteen import rights
from canteen.actions import readings as actions
from canteen.forms.kitchen import DeviceForm, ReadForm
from canteen.lists import READINGS
from canteen.models import Canteen, Device, Reading
from canteen.views.pages import canteen_asked, kept


@require_safe
def readings(request: PersonRequest) -> HttpResponse:
    """The log of temperatures and disinfection."""
    return list_page(request, READINGS, "canteen/list.html")


@require_safe
def devices(request: PersonRequest) -> HttpResponse:
    """A canteen's devices, each with its limits and what was read last."""
    require(rights.can_work_in_kitchen(request.user))
    canteen = canteen_asked(request)
    last = Reading.objects.filter(device=OuterRef("pk")).order_by("-at", "-id")
    found = Device.objects.filter(canteen=canteen, is_kept=True).annotate(
        last_at=Subquery(last.values("at")[:1]), last_value=Subquery(last.values("value")[:1]),
        last_out=Subquery(last.values("is_out")[:1]),
    )  # fmt: skip
    context = {
        "canteen": canteen, "canteens": Canteen.objects.running(),
        "devices": found.order_by("id"), "may_keep": rights.can_keep_menus(request.user),
    }  # fmt: skip
    return render(request, "canteen/devices.html", context)


@require_http_methods(["GET", "POST"])
def device(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Lay a device, or change its limits."""
    require(rights.can_keep_menus(request.user))
    edited = get_object_or_404(Device, pk=pk) if pk else Device()
    initial = {} if pk else {"canteen": request.GET.get("canteen", "")}
    form = DeviceForm(request.POST or None, instance=edited, initial=initial)
    back = reverse("canteen:devices")
    return kept(request, form, title=_("Device"), back=back, write=actions.write_device)


@require_POST
def lay_devices(request: PersonRequest, pk: int) -> HttpResponse:
    """Add the usual devices that a canteen lacks."""
    canteen = get_object_or_404(Canteen.objects.visible_to(request.user), pk=pk)
    require(rights.can_keep_menus(request.user))
    laid = actions.lay_devices(canteen, by=request.user, at=timezone.now())
    words = ngettext("%(count)d device is laid.", "%(count)d devices are laid.", len(laid))
    messages.success(request, words % {"count": len(laid)})
    return redirect(f"{reverse('canteen:devices')}?canteen={canteen.pk}")


@require_http_methods(["GET", "POST"])
def read(request: PersonRequest, pk: int) -> HttpResponse:
    """Put down what a device shows."""
    require(rights.can_work_in_kitchen(request.user))
    shown = get_object_or_404(Device.objects.select_related("canteen"), pk=pk)
    form = ReadForm(request.POST or None, device=shown)
    back = f"{reverse('canteen:devices')}?canteen={shown.canteen_id}"
    if not form.is_valid():
        return form_page(
            request, form, title=str(shown), back=back, under=str(shown.canteen),
            words=shown.limits,
        )  # fmt: skip
    made = actions.read(shown, by=request.user, at=timezone.now(), **form.cleaned_data)
    words = _("Out of its limits; the kitchen is told.") if made.is_out else _("It is noted.")
    messages.success(request, words)
    return redirect(back)
