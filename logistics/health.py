"""Whether the four parts of the portal are alive."""

from collections.abc import Callable

import redis
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from logistics.celery import BEAT_KEY, app


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """200 and `ok`, or 503 and which of database, broker, worker and beat is down, one a line."""
    down = [name for name, is_alive in PARTS.items() if not is_alive()]
    text = "\n".join(f"{name} is down" for name in down) or "ok"
    return HttpResponse(text, content_type="text/plain; charset=utf-8", status=503 if down else 200)


@login_not_required
@never_cache
@require_safe
def web(request: HttpRequest) -> HttpResponse:
    """200 and `ok` where this web process and its database answer, whatever of the rest is down."""
    good = database_answers()
    text = "ok" if good else "database is down"
    return HttpResponse(text, content_type="text/plain; charset=utf-8", status=200 if good else 503)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True


def broker_answers() -> bool:
    try:
        with broker() as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def worker_answers() -> bool:
    try:
        with app.connection_for_write() as connection:
            return bool(app.control.ping(timeout=1.0, limit=1, connection=connection))
    except (OperationalError, redis.RedisError, OSError):
        return False


def beat_ticks() -> bool:
    try:
        with broker() as client:
            return bool(client.exists(BEAT_KEY))
    except redis.RedisError:
        return False


def broker() -> redis.Redis:
    return redis.Redis.from_url(
        settings.REDIS_URL, socket_connect_timeout=2, socket_timeout=2, retry=None
    )


PARTS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "broker": broker_answers,
    "worker": worker_answers,
    "beat": beat_ticks,
}
