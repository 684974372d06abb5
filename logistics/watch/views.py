"""/metrics, for a Prometheus that knows the token; for everybody else there is no such page."""

import hmac

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client.exposition import choose_encoder

from logistics.watch.figures import registry


@login_not_required
@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """All figures; 404 where METRICS_TOKEN is not set, 401 without the token as bearer."""
    if not settings.METRICS_TOKEN:
        raise Http404
    given = request.headers.get("Authorization", "").encode()
    if not hmac.compare_digest(given, f"Bearer {settings.METRICS_TOKEN}".encode()):
        return HttpResponse(status=401, headers={"WWW-Authenticate": "Bearer"})
    encode, kind = choose_encoder(request.headers.get("Accept", ""))
    return HttpResponse(encode(registry()), content_type=kind)
