"""One's own account and devices; helping others back in."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from allauth.account.views import ReauthenticateView
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from campus.account import actions, devices, exports, forms, rights
from campus.doors import PersonRequest, require
from campus.identity.ways import ways_on, ways_to_confirm
from campus.models import Person
from campus.people.views.person import seen
from campus.sheets.writer import sheet_answer

View = Callable[..., HttpResponse]


def told(view: View) -> View:
    """Of allauth's pages: never kept by the browser, and a form with slips is answered with 422."""

    @wraps(view)
    @never_cache
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer = view(request, *args, **kwargs)
        if request.method == "POST" and answer.status_code == 200:
            answer.status_code = 422
        return answer

    return answered


class Confirm(ReauthenticateView):
    """Is it you? By password, code, or the school's identity."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"identities": ways_to_confirm(cast(Person, self.request.user))}


confirm = Confirm.as_view()


# One's own


@require_safe
def account(request: PersonRequest) -> HttpResponse:
    """Everything about one's own sign-in, with a line on each."""
    context = {
        "devices": UserSession.objects.filter(user=request.user).count(),
        "has_factor": rights.has_factor(request.user),
        "needs_factor": rights.needs_factor(request.user),
        "has_ways": bool(ways_on()),
    }
    return render(request, "account/account.html", context)


@require_safe
def my_devices(request: PersonRequest) -> HttpResponse:
    """Where one is signed in, this device first and then whichever was seen last."""
    here = request.session.session_key
    own = UserSession.objects.filter(user=request.user).order_by("-last_seen_at", "-pk")
    drawn = [
        {
            "pk": each.pk,
            "name": devices.in_words(each.user_agent),
            "icon": "device-mobile" if devices.is_handheld(each.user_agent) else "device-laptop",
            "is_here": each.session_key == here,
            "first": each.created_at,
            "last": each.last_seen_at,
            "ip": each.ip,
        }
        for each in own
    ]
    drawn.sort(key=lambda each: not each["is_here"])
    others = sum(not each["is_here"] for each in drawn)
    return render(request, "account/devices.html", {"devices": drawn, "others": others})


@require_POST
def device_end(request: PersonRequest, pk: int) -> HttpResponse:
    """Sign out on one device; on this one it is the ordinary sign-out."""
    own = UserSession.objects.filter(user=request.user)
    device = get_object_or_404(own.exclude(session_key=request.session.session_key or ""), pk=pk)
    actions.end_device(device)
    name = devices.in_words(device.user_agent)
    messages.success(request, _("Signed out: %(device)s.") % {"device": name})
    return redirect("account:devices")


@require_POST
def devices_end_others(request: PersonRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    count = actions.end_devices(request.user, but=request.session.session_key or "")
    told_count = ngettext(
        "Signed out on %(count)d other device.", "Signed out on %(count)d other devices.", count
    )
    messages.success(request, told_count % {"count": count})
    return redirect("account:devices")


# What the portal keeps about oneself


@require_safe
@never_cache
def own_data(request: PersonRequest) -> HttpResponse:
    """All of it, with purpose, readers and time of keeping, and whom to ask."""
    context = {
        "parts": exports.parts_of(request.user),
        "officer": settings.DATA_OFFICER,
        "contact": settings.DATA_OFFICER_CONTACT,
    }
    return render(request, "account/own_data.html", context)


@require_safe
@never_cache
def own_data_file(request: PersonRequest, kind: str) -> HttpResponse:
    """The same as a file: json for programs, xlsx for people."""
    parts = exports.parts_of(request.user)
    name = _("My data")
    if kind == "json":
        answer = JsonResponse(exports.as_json(parts), json_dumps_params={"ensure_ascii": False})
        answer["Content-Disposition"] = content_disposition_header(True, f"{name}.json") or ""
        return answer
    if kind != "xlsx":
        raise Http404
    header = [_("Part"), pgettext("data", "What"), _("Value")]
    return sheet_answer([header, *exports.as_rows(parts)], name, widths=[24, 32, 60])


# Helping others


@require_http_methods(["GET", "POST"])
@never_cache
def give_password(request: PersonRequest, pk: int) -> HttpResponse:
    """Make a new first password; the answer is the only place where it ever stands."""
    person = seen(request, pk)
    require(rights.can_give_password(request.user, person))
    if request.method != "POST":
        return render(request, "account/give_password.html", {"person": person})
    password = actions.give_password(person, by=request.user, at=timezone.now())
    context = {
        "unit": person.department or person.school_class or "",
        "given": [(person, password)],
        "address": request.build_absolute_uri("/"),
        "back": person.get_absolute_url(),
    }
    return render(request, "rosters/slips_sheet.html", context)


@require_http_methods(["GET", "POST"])
def take_factor_away(request: PersonRequest, pk: int) -> HttpResponse:
    """Take away a lost second factor, with the reason."""
    person = seen(request, pk)
    require(rights.can_reset_factor(request.user, person))
    form = forms.TakeFactorAway(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        context = {"form": form, "person": person}
        return render(request, "account/take_factor_away.html", context, status=status)
    reason = form.cleaned_data["reason"]
    actions.take_factor_away(person, reason=reason, by=request.user, at=timezone.now())
    messages.success(request, _("The second factor of %(name)s is taken away.") % {"name": person})
    return redirect(person)


@require_POST
def sign_out_everywhere(request: PersonRequest, pk: int) -> HttpResponse:
    """End all sessions of somebody else."""
    person = seen(request, pk)
    require(rights.can_reset_factor(request.user, person))
    actions.sign_out_everywhere(person, by=request.user, at=timezone.now())
    messages.success(request, _("%(name)s is signed out on all devices.") % {"name": person})
    return redirect(person)
