"""Telling people something, in the transaction of what it tells of."""

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from celery import current_app
from django.db import transaction
from kombu.exceptions import KombuError

from campus.models import Delivery, InboxEntry, Notice, Person, Robot

logger = logging.getLogger(__name__)

DELIVER = "campus.notices.tasks.deliver"
# A broker that is away costs whoever has just saved something two seconds at most, and then
# nobody anything for half a minute: the sweep sees to it.
PATIENCE = {"max_retries": 0, "socket_connect_timeout": 1, "socket_timeout": 1}
QUIET_SECONDS = 30.0


def tell(  # noqa: PLR0913  # each is a fact of its own, named wherever something is told
    people: Iterable[Person],
    *,
    key: str,
    topic: str,
    text: str,
    facts: dict[str, Any],
    path: str,
    at: datetime,
    late: bool = False,
    robots: bool = True,
    mail: bool = True,
) -> Notice:
    """Write a notice into the inboxes of `people`, and lay its copies to e-mail and robots.

    Call it inside the transaction of what it tells of: both happen, or neither. `key` names the
    occasion; told again under the same key, only people who were not told before get an entry.
    `text` is a source string of the message catalogue with named places for `facts`; a fact
    {"day": "2025-11-09"} is written as the reader writes days. `path` is the page it leads to.
    People who have left are passed over. Raises KeyError where a fact is missing.
    """
    notice = notice_under(
        key, topic=topic, text=text, facts=facts, path=path, told_at=at, late=late
    )
    readers = [person for person in people if person.is_active]
    InboxEntry.objects.bulk_create(
        (InboxEntry(notice=notice, person=person) for person in readers), ignore_conflicts=True
    )
    written_to = [person for person in readers if person.email] if mail else []
    by_mail = [Delivery(notice=notice, person=person, next_try_at=at) for person in written_to]
    to_groups = Robot.objects.repeating(topic) if robots else Robot.objects.none()
    by_robot = [Delivery(notice=notice, robot=robot, next_try_at=at) for robot in to_groups]
    Delivery.objects.bulk_create(by_mail + by_robot, ignore_conflicts=True)
    send_after_commit(notice)
    return notice


def notice_under(key: str, **said: Any) -> Notice:
    """The notice of this key, made unless it is there."""
    notice = Notice(key=key, **said)
    notice.clean_fields()
    notice.sentence  # noqa: B018  # a fact that the sentence lacks must fail here, not in an inbox
    found, _made = Notice.objects.get_or_create(key=key, defaults=said)
    return found


def send_after_commit(notice: Notice) -> None:
    """Wake Celery for the notice's copies once they are there for others to see."""
    waiting = Delivery.objects.filter(notice=notice, state=Delivery.State.WAITING)
    if ids := list(waiting.values_list("pk", flat=True)):
        transaction.on_commit(lambda: wake(ids), robust=True)


@dataclass
class Broker:
    """What this process knows of the broker: until when it is left alone (monotonic seconds)."""

    quiet_until: float = 0.0


broker = Broker()


def wake(ids: list[int]) -> None:
    """Ask a worker to send the deliveries."""
    wake_task(DELIVER, [ids])


def wake_task(name: str, arguments: list[Any]) -> None:
    """Ask a worker for the task now; while the broker is away it is left to the task's sweep."""
    if time.monotonic() < broker.quiet_until:
        return
    try:
        with current_app.connection_for_write(
            connect_timeout=1, transport_options=PATIENCE
        ) as connection:
            current_app.send_task(name, arguments, connection=connection, retry=False)
    except (KombuError, OSError) as error:
        broker.quiet_until = time.monotonic() + QUIET_SECONDS
        logger.warning("The broker is away (%s); the sweep will do what waits.", error)
