"""`manage.py import_plan FILE --dry-run`: the items of a work plan, a line each."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from campus.models import Person
from planning import rights
from planning.actions.drafts import draft_plan
from planning.forms.draft import text_of
from planning.plan_text import (
    NoSchedule,
    PlanText,
    ReadItem,
    Source,
    UnreadableSource,
    read_plan,
    read_source,
)


class Refusal(Exception):
    """What was asked cannot be done; the sentence says why."""


class Command(BaseCommand):
    """Reads a work plan; with --dry-run it needs no database, with --by it leaves a draft."""

    help = "Read a work plan: print its items (--dry-run), or leave them as a draft (--by NUMBER)."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help=".txt, .md, .html, .docx or .xlsx")
        way = parser.add_mutually_exclusive_group(required=True)
        way.add_argument(
            "--dry-run", action="store_true", help="print from, to, units and title of each item"
        )
        way.add_argument("--by", metavar="NUMBER", help="leave a draft in the name of this person")

    def handle(self, *args: Any, file: Path, by: str | None, **options: Any) -> None:
        """Print what was read, or the address of the draft's preview.

        What cannot be read or done is a sentence on stderr and exit code 2.
        """
        try:
            source, plan = read(file)
            lines = [drafted(source, plan, by)] if by else map(line, plan.items)
            for text in lines:
                self.stdout.write(text)
        except Refusal as refusal:
            self.stderr.write(str(refusal))
            sys.exit(2)


def read(file: Path) -> tuple[Source, PlanText]:
    """The file's content and the plan in it; raises Refusal."""
    try:
        source = read_source(file.name, file.read_bytes())
        return source, read_plan(source, today=timezone.localdate())
    except OSError as error:
        raise Refusal(_("The file cannot be opened: %(reason)s") % {"reason": error}) from error
    except (NoSchedule, UnreadableSource) as refusal:
        raise Refusal(_(refusal.sentence)) from refusal


def line(item: ReadItem) -> str:
    """One item: ISO dates, units joined by commas, title."""
    units = ",".join(item.units)
    return f"{item.starts_on.isoformat()}\t{item.ends_on.isoformat()}\t{units}\t{item.title}"


def drafted(source: Source, plan: PlanText, number: str) -> str:
    """Leave a draft in somebody's name; answers with the address where they look at it."""
    person = Person.objects.active().filter(number=number).first()
    if person is None:
        raise Refusal(_("Nobody has the number %(number)s.") % {"number": number})
    answer = rights.can_plan(person)
    if not answer:
        raise Refusal(str(answer.reason))
    if person.department is None:
        raise Refusal(_("%(person)s belongs to no department.") % {"person": person})
    draft = draft_plan(
        plan, text=text_of(source), department=person.department, by=person, at=timezone.now()
    )
    return f"{settings.SITE_URL}{draft.get_absolute_url()}"
