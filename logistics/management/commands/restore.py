"""Restore the whole portal from a backup into an empty one, or in the place of this one."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from logistics.backup import NotPossible, restoring, seal


class Command(BaseCommand):
    """`restore FILE [--identity KEYFILE] [--replace]`; --replace asks for a typed confirmation."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("source", type=Path)
        parser.add_argument("--identity", type=Path, help="file of the secret key")
        parser.add_argument(
            "--replace", action="store_true", help="in the place of the people who are here"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["replace"]:
            self.confirm()
        try:
            keys = seal.identities(options["identity"]) if options["identity"] else []
            restored = restoring.restore(options["source"], keys=keys, replace=options["replace"])
        except NotPossible as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"Restored as of {restored.made_at}: {restoring.people_here()} people and "
            f"{len(restored.files)} files. Everybody has to sign in again."
        )

    def confirm(self) -> None:
        """Ask for the words that only somebody who has read the question types."""
        words = f"replace {restoring.people_here()} people"
        try:
            typed = input(f"All that is in this portal will be gone. Type “{words}” to go on: ")
        except EOFError:
            typed = ""
        if typed.strip() != words:
            raise CommandError("That was not typed; nothing was changed.")
