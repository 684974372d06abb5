"""Fill an empty database with the demo school, or list its accounts."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campus.demo import ACCOUNTS, PASSWORD
from campus.models import Person
from logistics import demo


class Command(BaseCommand):
    """`demo_school [--day 2026-11-22] [--seed N] [--if-empty]`, or `demo_school --list`."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--day", type=date.fromisoformat, help="the school's today")
        parser.add_argument("--seed", type=int, default=demo.SEED)
        parser.add_argument("--if-empty", action="store_true", help="do nothing if people exist")
        parser.add_argument("--list", action="store_true", help="print the accounts and stop")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            return self.list_accounts()
        if not settings.DEMO_SCHOOL_ALLOWED:
            raise CommandError("The demo school is for one's own machine, not for production.")
        if not demo.is_empty():
            if options["if_empty"]:
                return None
            raise CommandError("People are in this database already; nothing was changed.")
        return demo.fill(options["day"] or timezone.localdate(), options["seed"])

    def list_accounts(self) -> None:
        present = set(Person.objects.filter(is_demo=True).values_list("number", flat=True))
        for account in ACCOUNTS:
            if account.number in present:
                self.stdout.write(f"sign in: {account.number} / {PASSWORD}")
