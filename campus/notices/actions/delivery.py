"""Sending the copies of notices that leave the house, and what follows from a failure."""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Delivery, Person
from campus.notices import channels

logger = logging.getLogger(__name__)

# Minutes until the next try: soon at first, then every four hours for a whole day.
BACK_OFF = (1, 5, 15, 60, 240, 240, 240, 240, 240, 240)

LEFT = gettext_noop("The person has left.")
NO_ADDRESS = gettext_noop("The person has no e-mail address.")
SWITCHED_OFF = gettext_noop("The robot has been switched off.")


@transaction.atomic
def deliver(pk: int, *, at: datetime) -> bool:
    """Try to send the delivery numbered `pk` if its time has come; True if it was sent.

    Its row stays locked while it is sent and noted. So two workers never send it both, a worker
    that is killed frees it at once, and only a death between sending and noting repeats it.
    """
    claimed = Delivery.objects.select_for_update(skip_locked=True, of=("self",)).due(at)
    delivery = claimed.select_related("notice", "person", "robot").filter(pk=pk).first()
    if delivery is None:
        return False
    if obstacle := what_forbids(delivery):
        give_up(delivery, obstacle)
    else:
        attempt(delivery, at)
    delivery.save(update_fields=["state", "attempts", "next_try_at", "sent_at", "last_error"])
    return delivery.state == Delivery.State.SENT


def what_forbids(delivery: Delivery) -> str:
    """Why the copy should not go out any more; empty where it should."""
    if delivery.robot:
        return "" if delivery.robot.is_active else SWITCHED_OFF
    if not (delivery.person and delivery.person.is_active):
        return LEFT
    return "" if delivery.person.email else NO_ADDRESS


def attempt(delivery: Delivery, at: datetime) -> None:
    """Send, and note how it went."""
    delivery.attempts += 1
    try:
        send(delivery)
    except channels.NotSent as error:
        note_failure(delivery, str(error), at)
    except Exception as error:
        # One message that cannot even be written must not stand in the way of all others.
        logger.exception("Delivery %s failed in an unforeseen way.", delivery.pk)
        note_failure(delivery, type(error).__name__, at)
    else:
        delivery.state, delivery.sent_at, delivery.last_error = Delivery.State.SENT, at, ""


def send(delivery: Delivery) -> None:
    """Hand the copy to its channel. Raises NotSent."""
    if delivery.robot:
        channels.send_to_robot(delivery.robot.address, channels.robot_text(delivery.notice))
    elif delivery.person:
        channels.send_mail(delivery.notice, delivery.person.email)


def note_failure(delivery: Delivery, words: str, at: datetime) -> None:
    """Try again later, or give up after the last try."""
    delivery.last_error = words[:300]
    if delivery.attempts > len(BACK_OFF):
        give_up(delivery, delivery.last_error)
        logger.error(
            "Delivery %s was given up after %s tries: %s", delivery.pk, delivery.attempts, words
        )
        return
    delivery.next_try_at = at + timedelta(minutes=BACK_OFF[delivery.attempts - 1])
    logger.warning("Delivery %s failed (%s) and will be tried again.", delivery.pk, words)


def give_up(delivery: Delivery, words: str) -> None:
    delivery.state, delivery.last_error = Delivery.State.GIVEN_UP, words


@transaction.atomic
def try_again(delivery: Delivery, *, by: Person, at: datetime) -> None:
    """Begin anew with a copy that was given up. Raises Refused where it was not."""
    locked = Delivery.objects.select_for_update().get(pk=delivery.pk)
    if not locked.is_given_up:
        raise Refused(_("This message is being tried already."))
    locked.state, locked.attempts, locked.next_try_at = Delivery.State.WAITING, 0, at
    locked.save(update_fields=["state", "attempts", "next_try_at"])
    logger.info("Delivery %s is tried again at the wish of person %s.", locked.pk, by.pk)
