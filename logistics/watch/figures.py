"""Figures for Prometheus: requests as they are answered, and what waits, counted when asked.

With PROMETHEUS_MULTIPROC_DIR in the environment all web processes share the figures of requests.
"""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.utils import timezone
from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from campus.models import Delivery, Job
from logistics import health
from logistics.watch.requests import REQUESTS
from planning.models import Reminder


@dataclass(frozen=True)
class Queue:
    """What should be empty, or soon is: its rows at a moment, and since when each waits."""

    name: str
    words: str
    rows: Callable[[datetime], QuerySet[Any]]
    since: str


QUEUES = (
    Queue("jobs", "Long work asked for and not done", lambda at: Job.objects.waiting(), "asked_at"),
    Queue(
        "deliveries",
        "E-mails and robot messages whose next try has come",
        Delivery.objects.due,
        "next_try_at",
    ),
    Queue(
        "deliveries_in_trouble",
        "E-mails and robot messages that failed or were given up",
        lambda at: Delivery.objects.in_trouble(),
        "notice__told_at",
    ),
    Queue(
        "reminders",
        "Reminders whose moment has come and that are not sent",
        Reminder.objects.due,
        "moment",
    ),
)


class Waiting(Collector):
    """What waits in the database, and which part of the portal is up, at the moment of asking."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        up = GaugeMetricFamily(
            "steward_up", "1 where a part of the portal answers", labels=["part"]
        )
        alive = {name: is_alive() for name, is_alive in health.PARTS.items()}
        for name, answers in alive.items():
            up.add_metric([name], answers)
        yield up
        if alive["database"]:
            yield from waiting(timezone.now())


def waiting(at: datetime) -> Iterator[GaugeMetricFamily]:
    """How much waits in each queue, and for how many seconds its oldest has waited."""
    count = GaugeMetricFamily("steward_waiting", "How much waits, by queue", labels=["queue"])
    oldest = GaugeMetricFamily(
        "steward_waiting_oldest_seconds", "How long the oldest has waited", labels=["queue"]
    )
    for queue in QUEUES:
        found = queue.rows(at).order_by().aggregate(many=Count("pk"), since=Min(queue.since))
        seconds = (at - found["since"]).total_seconds() if found["since"] else 0.0
        count.add_metric([queue.name], found["many"])
        oldest.add_metric([queue.name], max(seconds, 0.0))
    yield from (count, oldest)


def registry() -> CollectorRegistry:
    """All figures of the portal, of every web process where they share them."""
    found = CollectorRegistry()
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        MultiProcessCollector(found)  # type: ignore[no-untyped-call]  # the package types it not
    else:
        found.register(REQUESTS)
    found.register(Waiting())
    return found
