"""Adding to the audit log; sealing its days is in `seals`."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model

from campus.audit.registry import KINDS
from campus.models import AuditEntry, Person


def record(
    kind: str, *, by: Person | None, at: datetime, about: Model | None = None, ip: str = "",
    **facts: Any,
) -> AuditEntry:  # fmt: skip
    """Note an act of a named kind, inside the transaction of the act; a refusal outside of it, so
    that it stays. `facts` fill the kind's sentence; pupils are told of by `about`, never by a name
    in there. Raises KeyError for a kind that nobody named.
    """
    return AuditEntry.objects.create(
        kind=kind, by=by, at=at, ip=ip or None, text=KINDS[kind].text, facts=facts,
        about_type=ContentType.objects.get_for_model(about) if about else None,
        about_id=about.pk if about else None,
    )  # fmt: skip
