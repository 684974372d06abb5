"""`manage.py school_time 2025-09-26T16:50 2h`: when two office hours have passed."""

import re
import sys
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _

from campus.school_time.calendar import shipped_calendar
from campus.school_time.engine import SCHOOL_TIME

ONE_MINUTE = timedelta(minutes=1)
LONGEST = timedelta(hours=10_000)
NUMBER = r"\d{1,6}(?:\.\d{1,6})?"
DURATION = re.compile(rf"(?=[\d.])(?:(?P<hours>{NUMBER})h)?(?:(?P<minutes>{NUMBER})m)?", re.ASCII)
MICROSECONDS_PER_MINUTE = 60_000_000


class BadInput(Exception):
    """What was typed cannot be counted with; the sentence says why."""


class Command(BaseCommand):
    """Counts with the shipped hours and the state's calendar; reads no database."""

    help = "Print the moment when a length of working time has passed since a moment."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("moment", help="in school time, such as 2025-09-26T16:50")
        parser.add_argument("length", help="working time, such as 2h, 0.5h, 45m or 1h30m")

    def handle(self, *args: Any, moment: str, length: str, **options: Any) -> None:
        """Print the answer to the minute; bad input is a sentence on stderr and exit code 2."""
        try:
            self.stdout.write(answer(moment, length))
        except BadInput as refusal:
            self.stderr.write(str(refusal))
            sys.exit(2)


def answer(moment: str, length: str) -> str:
    """The moment in school time, as ISO text to the minute. Raises BadInput."""
    start, duration = parsed_moment(moment), parsed_length(length)
    try:
        return to_the_minute(shipped_calendar().add_working(start, duration))
    except OverflowError as error:
        raise BadInput(_("That lies beyond the calendar.")) from error


def parsed_moment(typed: str) -> datetime:
    """A moment; without a zone it is school time."""
    try:
        moment = datetime.fromisoformat(typed.strip())
        return moment if moment.tzinfo else moment.replace(tzinfo=SCHOOL_TIME)
    except ValueError as error:
        raise BadInput(
            _("“%s” is not a moment: write it like 2025-09-26T16:50.") % typed
        ) from error


def parsed_length(typed: str) -> timedelta:
    try:
        return parse_duration(typed)
    except ValueError as error:
        raise BadInput(
            _("“%s” is not a length of time up to 10000h: write it like 2h, 0.5h, 45m or 1h30m.")
            % typed
        ) from error


def parse_duration(typed: str) -> timedelta:
    """The length that `typed` names, in hours (h) and minutes (m), decimals allowed.

    Raises ValueError for anything else and for more than 10 000 hours, some five working years.
    """
    found = DURATION.fullmatch(typed.strip().lower())
    if not found:
        raise ValueError(typed)
    minutes = Decimal(found["hours"] or 0) * 60 + Decimal(found["minutes"] or 0)
    length = timedelta(microseconds=int(minutes * MICROSECONDS_PER_MINUTE))
    if length > LONGEST:
        raise ValueError(typed)
    return length


def to_the_minute(moment: datetime) -> str:
    """Seconds round up: at the minute printed the whole time has passed."""
    if moment.second or moment.microsecond:
        moment = moment.replace(second=0, microsecond=0) + ONE_MINUTE
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")
