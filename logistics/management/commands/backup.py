"""Back up the whole portal into one file, or read a backup back and compare it."""

import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from logistics.backup import NotPossible, making, seal
from logistics.backup.archive import Manifest


class Command(BaseCommand):
    """`backup FOLDER [--keep 14]`, `backup --verify FILE`, or `backup --new-key > steward.key`."""

    help = __doc__
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("target", nargs="?", type=Path, help="the folder for the new archive")
        what.add_argument("--verify", type=Path, metavar="FILE", help="read an archive back")
        what.add_argument("--new-key", action="store_true", help="print a new pair of keys")
        parser.add_argument("--recipient", help="public key(s) to seal for (else BACKUP_KEY)")
        parser.add_argument("--identity", type=Path, help="file of the secret key, to verify")
        parser.add_argument("--keep", type=int, help="remove all but so many newest archives")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["new_key"]:
            return self.stdout.write(seal.new_key(), ending="")
        try:
            if options["verify"]:
                return self.verify(options["verify"], options["identity"])
            return self.back_up(options["target"], options["recipient"], options["keep"])
        except NotPossible as error:
            raise CommandError(str(error)) from None

    def back_up(self, target: Path, recipient: str | None, keep: int | None) -> None:
        if keep is not None and keep < 1:
            raise CommandError("--keep says how many archives are kept, 1 at least.")
        keys = seal.recipients(recipient or os.environ.get("BACKUP_KEY", ""))
        if not keys:
            self.stderr.write("Without BACKUP_KEY the archive is not sealed: anybody can read it.")
        made = making.make(target, keys=keys, at=timezone.localtime())
        self.stdout.write(f"{made.path} ({filesizeformat(made.path.stat().st_size)})")
        self.tell(made.manifest)
        if keep:
            for path in making.keep_newest(target, keep):
                self.stdout.write(f"removed {path.name}")

    def verify(self, path: Path, identity: Path | None) -> None:
        self.tell(making.verify(path, seal.identities(identity) if identity else []))
        self.stdout.write("Everything is as its digest says.")

    def tell(self, manifest: Manifest) -> None:
        """What is in an archive, in one line."""
        self.stdout.write(
            f"{manifest.made_at}: database and {len(manifest.files)} files, "
            f"{filesizeformat(manifest.size)}, portal {manifest.portal}"
        )
