"""Celery for the whole portal: ids go in, one action comes out, and every task may run twice."""

import os
from typing import Any

from celery import Celery
from celery.beat import PersistentScheduler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "logistics.settings.local")

app = Celery("logistics")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


class ReportingScheduler(PersistentScheduler):
    """Celery's own scheduler, which also leaves a sign of life for /healthz at each tick."""

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """One round of the clock; answers with the seconds until the next, at most 10."""
        from logistics.health import note_beat  # Django's settings are ready only now

        note_beat()
        return min(super().tick(*args, **kwargs), 10.0)
