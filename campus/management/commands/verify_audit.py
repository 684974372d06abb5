"""Whether the audit log is what was sealed: `manage.py verify_audit`."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from campus.audit.actions.seals import check_seals


class Command(BaseCommand):
    """Computes every seal anew; ends with an error where one does not hold."""

    help = "Compute every seal of the audit log anew and say which days are not what was sealed."

    def handle(self, *args: Any, **options: Any) -> None:
        check = check_seals(at=timezone.now())
        if check is None:
            self.stdout.write("Nothing is sealed yet.")
            return
        if check.broken:
            days = ", ".join(day.isoformat() for day in check.broken)
            raise CommandError(f"These days are not what was sealed: {days}")
        self.stdout.write(f"All seals from {check.first_day} to {check.last_day} hold.")
