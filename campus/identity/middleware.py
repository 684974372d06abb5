"""Turning away with a page and a record; keeping up with a session that is called anew."""

from collections.abc import Callable

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone

from campus.identity import actions
from campus.identity.arriving import CAME
from campus.identity.reasons import TurnedAway
from campus.identity.ways import way_on

NOTED_A_MINUTE = 300


class IdentityMiddleware:
    """Around every view: `TurnedAway` becomes a page that says why, and a record."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.get_response(request)
        came = request.session.get(CAME)
        if came and came["key"] != request.session.session_key:
            key = request.session.session_key or ""
            actions.follow_session(came["session"], session_key=key)
            request.session[CAME] = {**came, "key": key}
        return answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """403 with the reason; whatever else went wrong goes on."""
        if not isinstance(exception, TurnedAway):
            return None
        way = way_on(exception.way or way_of(request))
        ip = get_adapter(request).get_client_ip(request)
        at = timezone.now()
        if may_note(ip, int(at.timestamp()) // 60):
            actions.note_refusal(exception, way=way, ip=ip, at=at)
        if request.method == "POST":  # a service, not a person: Back-Channel Logout 1.0, 2.8
            return JsonResponse({"error": "invalid_request"}, status=400)
        context = {"reason": exception.reason, "advice": exception.advice, "way": way}
        answer = render(request, "identity/turned_away.html", context, status=403)
        answer["Cache-Control"] = "no-store"
        return answer


def may_note(ip: str, minute: int) -> bool:
    """Whether one more refusal of this minute is written down: the log is kept for half a year, and
    nobody is to fill it from outside. A whole school may share one address."""
    counted = f"identity:refused:{ip}:{minute}"
    cache.add(counted, 0, 120)
    return cache.incr(counted) <= NOTED_A_MINUTE


def way_of(request: HttpRequest) -> str:
    """The way that the address names."""
    match = request.resolver_match
    return str(match.kwargs.get("way", "")) if match else ""
