"""`manage.py import_roster FILE --by NUMBER [--dry-run]`: the rosters, as on their page."""

import sys
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.jobs.actions import run
from campus.models import Person, RosterImport
from campus.rosters import actions, rights
from campus.rosters.actions.asking import many_leave
from campus.rosters.columns import PEOPLE
from campus.sheets.guard import Unreadable
from campus.sheets.reader import refuse_file
from campus.sheets.table import refusal_in_words


class Command(BaseCommand):
    """Reads a file, says what it would do or what is wrong with it, and imports it."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=".xlsx or .csv")
        parser.add_argument(
            "--by", required=True, metavar="NUMBER", help="the administrator who imports"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what it would do and stop")
        parser.add_argument(
            "--complete",
            nargs="*",
            choices=PEOPLE,
            default=[],
            help="kinds whose list holds everybody: whoever is missing has left",
        )
        parser.add_argument(
            "--sure", action="store_true", help="import it even if more than a tenth would leave"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """A line for each fault or count; what cannot be done is a sentence and exit code 2."""
        try:
            self.bring_in(**options)
        except (OSError, Refused) as refusal:
            self.stop(str(refusal))
        except Unreadable as refusal:
            self.stop(refusal_in_words(refusal))

    def bring_in(
        self, *, file: Path, by: str, dry_run: bool, complete: list[str], sure: bool, **_rest: Any
    ) -> None:
        person = administrator(by)
        data = file.read_bytes()
        refuse_file(data)
        roster = actions.take_up(
            data=data,
            name=file.name,
            complete=complete,
            day=timezone.localdate(),
            by=person,
            at=timezone.now(),
        )
        roster = finished(roster)
        self.tell(roster)
        if dry_run or roster.changes_nothing:
            return
        if many_leave(roster) and not sure:
            self.stop(_("More than a tenth would leave. Say --sure if this is what you mean."))
        roster = finished(actions.ask_to_apply(roster, sure=sure, by=person, at=timezone.now()))
        self.tell_end(roster)

    def tell(self, roster: RosterImport) -> None:
        """What the file would do, and where its page is; its faults end the command."""
        for fault in roster.bad_rows:
            where = " ".join(str(part) for part in (fault.sheet, fault.row or "", fault.heading))
            self.stdout.write(f"{where.strip()}: {fault.sentence}")
        for kind, counts in roster.counts.get("rows", {}).items():
            told = ", ".join(f"{what} {count}" for what, count in sorted(counts.items()))
            self.stdout.write(f"{kind}: {told}")
        self.stdout.write(f"{settings.SITE_URL}{roster.get_absolute_url()}")
        if roster.state != RosterImport.State.READY:
            self.tell_end(roster)

    def tell_end(self, roster: RosterImport) -> None:
        """The sentence that the last work ended with; exit code 2 unless it was done."""
        sentence = roster.job.sentence if roster.job else ""
        if roster.state == RosterImport.State.APPLIED:
            self.stdout.write(sentence)
        else:
            self.stop(sentence)

    def stop(self, sentence: str) -> None:
        self.stderr.write(sentence)
        sys.exit(2)


def administrator(number: str) -> Person:
    """Whoever may import and has this number; raises Refused."""
    person = Person.objects.active().filter(number=number).first()
    if person is None:
        raise Refused(_("Nobody has the number %(number)s.") % {"number": number})
    answer = rights.can_import(person)
    if not answer:
        raise Refused(str(answer.reason))
    return person


def finished(roster: RosterImport) -> RosterImport:
    """The import after its work, done here unless a worker was quicker."""
    if roster.job:
        run(roster.job.pk, at=timezone.now())
    while True:
        fresh = RosterImport.objects.select_related("job", "by").get(pk=roster.pk)
        if not fresh.is_under_way:
            return fresh
        time.sleep(0.2)
