"""Pages of devices: how they stand, what one has sent, naming one, its token."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from allauth.account.adapter import get_adapter
from django.contrib import messages
from django.db.models import Max
from django.db.models.functions import TruncDate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.charts import Chart, Series
from campus.doors import PersonRequest, require
from campus.lists.views import list_page
from campus.models import Device, DeviceDay, Reading
from campus.readings import actions, rights
from campus.readings.forms import DeviceForm
from campus.readings.lists import DEVICES, READINGS, STATES, state_of, value_words
from campus.school_time.engine import moments_of
from campus.shell.form_page import form_page
from campus.shell.words import day_in_words, moment_in_words

DAYS, NEWEST, DRAWN = 30, 20, 96


@require_safe
def devices(request: PersonRequest) -> HttpResponse:
    """All devices with their last value."""
    may_keep = rights.can_keep_devices(request.user)
    return list_page(request, DEVICES, "readings/devices.html", may_keep=may_keep)


@require_safe
def readings(request: PersonRequest) -> HttpResponse:
    """What they have sent."""
    return list_page(request, READINGS)


def found(request: PersonRequest, pk: int) -> Device:
    """The device, if the person may see it; else 404."""
    seen = Device.objects.visible_to(request.user).select_related("place", "keeper")
    return get_object_or_404(seen.defer("sought", "place__sought", "keeper__sought"), pk=pk)


@require_safe
def device(request: PersonRequest, pk: int) -> HttpResponse:
    """One device: how it stands, its course as a picture, its last readings and days."""
    shown = found(request, pk)
    newest = list(Reading.objects.filter(device=shown).order_by("-at")[:DRAWN])
    tone, state = STATES[state_of(shown)]
    context = {
        "device": shown, "tone": tone, "state": state, "value": value_words(shown),
        "charts": charts_of(shown, newest), "newest": newest[:NEWEST],
        "may_keep": rights.can_keep_devices(request.user),
    }  # fmt: skip
    return render(request, "readings/device.html", context)


def charts_of(shown: Device, newest: list[Reading]) -> list[Chart]:
    """Its course within its bounds, and its days."""
    if not newest:
        return []
    course = newest[::-1]
    series = [Series(name=shown.unit, values=[each.value for each in course])]
    for label, bound in ((_("at the least"), shown.low), (_("at most"), shown.high)):
        if bound is not None:
            series.append(Series(name=label, values=[bound] * len(course), tone="overdue"))
    labels = [moment_in_words(each.at) for each in course]
    told = Chart(title=_("Last readings"), labels=labels, series=series, unit=shown.unit)
    days, by_day = daily(shown)
    if not days:
        return [told]
    return [
        told,
        Chart(
            title=_("Day by day"), kind="bar", labels=[day_in_words(day) for day in days],
            series=by_day, unit=shown.unit,
        ),
    ]  # fmt: skip


def daily(shown: Device) -> tuple[list[date], list[Series]]:
    """Its last days: of a meter what was used, of a gate how many came in and out, of a probe the
    mean."""
    first = timezone.localdate() - timedelta(days=DAYS)
    if shown.kind == Device.Kind.METER:
        used = used_by_day(shown, first)
        return list(used), [Series(name=_("used"), values=list(used.values()))]
    days = list(DeviceDay.objects.filter(device=shown, day__gte=first, readings__gt=0))
    if shown.kind == Device.Kind.GATE:
        series = [
            Series(name=_("came in"), values=[each.total for each in days]),
            Series(name=_("came out"), values=[each.total_left for each in days]),
        ]
    else:
        series = [Series(name=_("on average"), values=[round(each.mean, 2) for each in days])]
    return [each.day for each in days], series


def used_by_day(shown: Device, first: date) -> dict[date, Decimal]:
    """How much a meter's stand has grown from the end of one day with readings to that of the
    next."""
    start, _end = moments_of(first, first)
    rows = Reading.objects.filter(device=shown, at__gte=start).order_by()
    stands = rows.annotate(day=TruncDate("at")).values("day").annotate(stand=Max("value"))
    ends = list(stands.order_by("day").values_list("day", "stand"))
    return {
        day: stand - before
        for (_day, before), (day, stand) in pairwise(ends)
    }  # fmt: skip


@require_http_methods(["GET", "POST"])
def write(request: PersonRequest, pk: int | None = None) -> HttpResponse:
    """Name a device, or change one."""
    require(rights.can_keep_devices(request.user))
    written = found(request, pk) if pk else Device()
    form = DeviceForm(request.POST or None, instance=written)
    if not form.is_valid():
        back = written.get_absolute_url() if pk else reverse("readings:devices")
        title = pgettext("that sends", "Device")
        return form_page(request, form, title=title, back=back, under=str(written) if pk else "")
    target = Device.objects.defer("sought").get(pk=pk) if pk else Device()
    kept = actions.write_device(target, by=request.user, at=timezone.now(), **form.cleaned_data)
    messages.success(request, _("“%(device)s” is saved.") % {"device": kept})
    return redirect(kept)


def address_of(request: HttpRequest) -> str:
    """From where the request comes, as the sign-in counts it."""
    return get_adapter(request).get_client_ip(request) or ""


@require_POST
@never_cache
def token(request: PersonRequest, pk: int) -> HttpResponse:
    """A new token for the device; the answer is the only place where its secret ever stands."""
    require(rights.can_keep_devices(request.user))
    shown, now = found(request, pk), timezone.now()
    secret = actions.make_token(shown, by=request.user, at=now, ip=address_of(request))
    body = f'{{"at": "{timezone.localtime(now).isoformat(timespec="seconds")}", "value": 21.5}}'
    example = (
        f'curl -H "Authorization: Bearer {secret}" -H "Content-Type: application/json" \\\n'
        f"  -d '{body}' {request.build_absolute_uri('/api/v1/readings')}"
    )
    context = {"device": shown, "secret": secret, "example": example}
    return render(request, "readings/token.html", context)


@require_POST
def token_revoke(request: PersonRequest, pk: int) -> HttpResponse:
    """Let the device send no more."""
    require(rights.can_keep_devices(request.user))
    shown = found(request, pk)
    actions.revoke_token(shown, by=request.user, at=timezone.now(), ip=address_of(request))
    messages.success(request, _("The token of “%(device)s” is revoked.") % {"device": shown})
    return redirect(shown)
