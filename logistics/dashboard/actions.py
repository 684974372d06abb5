"""Around the dashboard tiles are arranged, screens hung up, weeks kept, letters sent."""

import logging
import secrets
import smtplib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.feeds.models import digest_of
from campus.models import Person, Role
from campus.storing import store
from logistics.dashboard.models import (
    Arrangement,
    Digest,
    DigestWish,
    MeasureWeek,
    WallScreen,
)

logger = logging.getLogger(__name__)

TOKEN_BYTES = 32
# Minutes until a letter is tried again: the mail server may come back in the course of a morning.
BACK_OFF = (10, 20, 40, 80)

# Tiles


@transaction.atomic
def arrange(keys: Sequence[str], *, by: Person, at: datetime) -> Arrangement:
    """Let the person's dashboard show these tiles in this order, each once."""
    Person.objects.select_for_update().get(pk=by.pk)
    found = Arrangement.objects.filter(person=by).first() or Arrangement(person=by)
    found.keys = list(dict.fromkeys(keys))
    store(found)
    return found


def move(keys: Sequence[str], key: str, steps: int, *, by: Person, at: datetime) -> Arrangement:
    """Move one of the tiles that are shown up (-1) or down (1). Raises Refused where it is not
    shown any more."""
    if key not in keys:
        raise Refused(_("This tile is not shown any more."))
    rest = [each for each in keys if each != key]
    position = min(max(keys.index(key) + steps, 0), len(rest))
    return arrange([*rest[:position], key, *rest[position:]], by=by, at=at)


@transaction.atomic
def reset(*, by: Person, at: datetime) -> None:
    """Let the person see the school's own arrangement again."""
    Arrangement.objects.filter(person=by).delete()


# Screens of the hall


@transaction.atomic
def hang_screen(name: str, *, by: Person, at: datetime) -> tuple[WallScreen, str]:
    """Make an address for a screen; its token is told this once and kept nowhere. Raises
    ValidationError for a name that is taken."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    screen = WallScreen(name=name, digest=digest_of(token), made_by=by, made_at=at)
    store(screen)
    return screen, token


@transaction.atomic
def take_down_screen(screen: WallScreen, *, by: Person, at: datetime) -> None:
    """Let the screen's address be dead from now on."""
    WallScreen.objects.filter(pk=screen.pk).delete()


# Weeks of what stands


@transaction.atomic
def keep_week(
    monday: date, sums: Mapping[str, tuple[Decimal, Decimal | None]], *, at: datetime
) -> None:
    """Keep what measures have come to in a week; what was kept of it before gives way."""
    MeasureWeek.objects.bulk_create(
        (
            MeasureWeek(monday=monday, key=key, number=number, of=of)
            for key, (number, of) in sorted(sums.items())
        ),
        update_conflicts=True, unique_fields=["monday", "key"], update_fields=["number", "of"],
    )  # fmt: skip


# The weekly letter


@transaction.atomic
def wish(*, wants: bool, language: str, by: Person, at: datetime) -> DigestWish:
    """Say whether the weekly letter is wanted, and in which language."""
    Person.objects.select_for_update().get(pk=by.pk)
    found = DigestWish.objects.filter(person=by).first() or DigestWish(person=by)
    found.wants, found.language = wants, language
    store(found)
    return found


@transaction.atomic
def lay_letters(monday: date, *, at: datetime) -> int:
    """Lay a letter of the week for each head who has not said no, and for all of the staff who have
    said yes; once for each, however often it is asked for. Answers with how many there are."""
    wishes = {each.person_id: each for each in DigestWish.objects.all()}
    heads = set(Person.objects.on_duty_as(Role.HEAD).values_list("pk", flat=True))
    wanted = {pk for pk, each in wishes.items() if each.wants} | (heads - wishes.keys())
    people: Iterable[Person] = Person.objects.staff().filter(pk__in=wanted).exclude(email="")
    Digest.objects.bulk_create(
        (
            Digest(
                person=person, monday=monday, next_try_at=at,
                language=wishes[person.pk].language
                if person.pk in wishes
                else settings.LANGUAGE_CODE,
            )
            for person in people
        ),
        ignore_conflicts=True,
    )  # fmt: skip
    return Digest.objects.of_week(monday).count()


@transaction.atomic
def send_letter(pk: int, write: Callable[[Person, str], EmailMessage], *, at: datetime) -> bool:
    """Try to send the letter numbered `pk` if its time has come; True if it was sent.

    As with copies of notices the row stays locked while it is sent and noted, so that two workers
    never send it both. Notices themselves hold one sentence in the school's language, and a letter
    is a table in the reader's: hence a way of its own.
    """
    claimed = Digest.objects.select_for_update(skip_locked=True, of=("self",)).due(at)
    letter = claimed.select_related("person").filter(pk=pk).first()
    if letter is None:
        return False
    if not (letter.person.is_active and letter.person.email):
        letter.state = Digest.State.GIVEN_UP
    else:
        attempt(letter, write, at)
    store(letter)
    return letter.state == Digest.State.SENT


def attempt(letter: Digest, write: Callable[[Person, str], EmailMessage], at: datetime) -> None:
    """Send, and note how it went."""
    letter.attempts += 1
    try:
        write(letter.person, letter.language).send()
    except (smtplib.SMTPException, OSError) as error:
        note_failure(letter, type(error).__name__, at)
    else:
        letter.state, letter.sent_at = Digest.State.SENT, at


def note_failure(letter: Digest, words: str, at: datetime) -> None:
    """Try again later, or give up after the last try."""
    if letter.attempts > len(BACK_OFF):
        letter.state = Digest.State.GIVEN_UP
        logger.error("Weekly letter %s was given up: %s", letter.pk, words)
        return
    letter.next_try_at = at + timedelta(minutes=BACK_OFF[letter.attempts - 1])
    logger.warning("Weekly letter %s failed (%s) and will be tried again.", letter.pk, words)
