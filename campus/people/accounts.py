"""What has to be true of the accounts before the portal serves a real school."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

from campus.models import Person


def refuse_demo_accounts() -> None:
    """Raise ImproperlyConfigured where production holds accounts whose passwords are published."""
    if settings.DEMO_SCHOOL_ALLOWED:
        return
    if count := Person.objects.filter(is_demo=True, is_active=True).count():
        raise ImproperlyConfigured(
            f"{count} demo accounts are in this database; production refuses to start with them."
        )
