"""Subscribing to one's calendar, and the calendar that is read without signing in."""

import time
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from campus.doors import PersonRequest
from campus.feeds import actions
from campus.feeds.models import FeedAddress
from logistics.calendar import feed

# Devices ask every hour or so; more than this in an hour is a device gone wild.
MOST_AN_HOUR = 60
HOUR = 3600
REMEMBERED = 40 * 24 * HOUR


@require_safe
def subscribe(request: PersonRequest) -> HttpResponse:
    """Whether there is an address, and how devices take it."""
    return page(request)


def page(request: PersonRequest, token: str = "") -> HttpResponse:
    """The page; `token` only right after it was made."""
    path = reverse("feed", args=[token]) if token else ""
    context = {
        "address": FeedAddress.objects.filter(person=request.user).first(),
        "https": request.build_absolute_uri(path) if path else "",
        "webcal": f"webcal://{request.get_host()}{path}" if path else "",
    }
    return render(request, "logistics/calendar/subscribe.html", context)


@require_POST
@never_cache
def renew(request: PersonRequest) -> HttpResponse:
    """Make the address, or another one; it is shown on this one page and never again."""
    token = actions.renew(person=request.user, at=timezone.now())
    messages.success(request, _("This is your calendar's address. It is shown only now."))
    return page(request, token)


@require_POST
def stop(request: PersonRequest) -> HttpResponse:
    """Let the address be dead."""
    actions.stop(person=request.user)
    messages.success(request, _("The address is dead; devices see no more changes."))
    return redirect("calendar:subscribe")


@login_not_required
@require_safe
def read(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind a secret address; 404 for any other, and once its person has left.

    429 where a device asks too often. Nothing is sent to one that has it already.
    """
    address = FeedAddress.objects.opened_by(token).first()
    if address is None:
        raise Http404
    if asks_too_often(address):
        return HttpResponse(status=429, headers={"Retry-After": str(HOUR)})
    now = timezone.now()
    things = feed.things_of(address.person, timezone.localtime(now).date())
    edition = edition_of(address, feed.fingerprint(things), now)
    modified = int(edition.since.timestamp())
    etag = quote_etag(edition.fingerprint)
    answer = get_conditional_response(request, etag=etag, last_modified=modified)
    if answer is None:
        content = feed.written(things, name=feed.name_for(address.person), stamp=edition.since)
        answer = HttpResponse(content, content_type="text/calendar; charset=utf-8")
        answer["Content-Disposition"] = 'inline; filename="calendar.ics"'
    answer["ETag"], answer["Last-Modified"] = etag, http_date(modified)
    answer["Cache-Control"] = "private, no-cache"
    return answer


def asks_too_often(address: FeedAddress) -> bool:
    """Count this question; whether there were too many within the hour."""
    key = f"feed:asked:{address.digest}:{int(time.time()) // HOUR}"
    cache.add(key, 0, 2 * HOUR)
    return bool(cache.incr(key) > MOST_AN_HOUR)


@dataclass(frozen=True)
class Edition:
    """What a calendar holds, and since when it holds that."""

    fingerprint: str
    since: datetime


def edition_of(address: FeedAddress, fingerprint: str, now: datetime) -> Edition:
    """The edition in force. It is remembered in the cache alone: where that forgets, devices read
    the same things once more."""
    key = f"feed:edition:{address.digest}"
    known: Edition | None = cache.get(key)
    if known and known.fingerprint == fingerprint:
        return known
    edition = Edition(fingerprint, now.replace(microsecond=0))
    cache.set(key, edition, REMEMBERED)
    return edition
