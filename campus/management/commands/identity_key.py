"""Make a key with which the portal signs as an identity for other apps."""

from typing import Any

from django.core.management.base import BaseCommand

from campus.clients.keys import new_key


class Command(BaseCommand):
    """Prints a key for IDENTITY_KEYS; to change keys, put the new one before the old one."""

    help = __doc__ or ""

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(new_key())
