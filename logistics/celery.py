"""Celery for the whole portal: ids go in, one action comes out, and every task may run twice."""

import logging
import os
import socket
from typing import Any

import pghistory
import redis
from celery import Celery, Task, bootsteps
from celery.beat import PersistentScheduler

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "logistics.settings.local")

# Nouns of the ground and the roof that have tasks; they are not apps of their own.
NOUNS = (
    "campus.account",
    "campus.attachments",
    "campus.audit",
    "campus.cases",
    "campus.clients",
    "campus.directory",
    "campus.feedback",
    "campus.identity",
    "campus.jobs",
    "campus.notices",
    "campus.people",
    "campus.privacy",
    "campus.readings",
    "campus.rosters",
    "campus.submissions",
    "campus.webhooks",
    "logistics.api.repeating",
    "logistics.dashboard",
)


class NotedTask(Task):
    """A task whose name stands in the row history of whatever it changes."""

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run the task as the page of its own changes."""
        with pghistory.context(page=self.name):
            return super().__call__(*args, **kwargs)


app = Celery("logistics", task_cls=NotedTask)
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
app.autodiscover_tasks(list(NOUNS))
BEAT_KEY = "sign-of-life:beat"
# How long a sign of life lasts, and how often a worker leaves one, in seconds.
ALIVE_SECONDS = 45
WORKER_SECONDS = 15


def worker_key(host: str) -> str:
    """Where the worker on machine `host` leaves its sign of life."""
    return f"sign-of-life:worker:{host}"


def leave_sign_of_life(key: str) -> None:
    """A key in Redis that fades unless it is left again; without a broker nothing can go on."""
    try:
        with redis.Redis.from_url(app.conf.broker_url, socket_timeout=2) as client:
            client.set(key, "1", ex=ALIVE_SECONDS)
    except redis.RedisError as error:
        logging.getLogger(__name__).warning("No sign of life could be left: %s", error)


class SignOfLife(bootsteps.StartStopStep):
    """A worker that goes on taking tasks says so, for the health check of its container."""

    requires = ("celery.worker.components:Timer",)

    def __init__(self, parent: Any, **kwargs: Any) -> None:
        self.ticking: Any = None
        super().__init__(parent, **kwargs)

    def start(self, parent: Any) -> None:
        key = worker_key(socket.gethostname())
        leave_sign_of_life(key)
        self.ticking = parent.timer.call_repeatedly(WORKER_SECONDS, leave_sign_of_life, (key,))

    def stop(self, parent: Any) -> None:
        if self.ticking:
            self.ticking.cancel()
            self.ticking = None


app.steps["worker"].add(SignOfLife)


class ReportingScheduler(PersistentScheduler):
    """Celery's own scheduler, which also leaves a sign of life for /healthz at each tick."""

    def tick(self, *args: Any, **kwargs: Any) -> float:
        """One round of the clock; answers with the seconds until the next, at most 10."""
        leave_sign_of_life(BEAT_KEY)
        return min(super().tick(*args, **kwargs), 10.0)
