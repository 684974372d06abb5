"""Celery for the whole portal: ids go in, one action comes out, and every task may run twice."""

import logging
import os
from typing import Any

import redis
from celery import Celery
from celery.beat import PersistentScheduler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "logistics.settings.local")

app = Celery("logistics")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(["campus.notices"])  # a noun of the ground, not an app of its own
BEAT_KEY = "sign-of-life:beat"
BEAT_SECONDS = 45


class ReportingScheduler(PersistentScheduler):
    """Celery's own scheduler, which also leaves a sign of life for /healthz at each tick."""

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """One round of the clock; answers with the seconds until the next, at most 10."""
        self.leave_sign_of_life()
        return min(super().tick(*args, **kwargs), 10.0)

    def leave_sign_of_life(self) -> None:
        """A key in Redis that fades unless the clock goes on; without a broker nothing can tick."""
        try:
            with redis.Redis.from_url(self.app.conf.broker_url, socket_timeout=2) as client:
                client.set(BEAT_KEY, "1", ex=BEAT_SECONDS)
        except redis.RedisError as error:
            logging.getLogger(__name__).warning("No sign of life could be left: %s", error)
