"""The yearly compliance audit: laid, filled in, signed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.audit.actions import record
from campus.doors import Refused
from campus.models import AuditPoint, AuditYear, Person
from campus.privacy.checklist import POINTS
from campus.storing import store


@transaction.atomic
def lay(year: int) -> AuditYear:
    """The audit of a year, made where there is none yet."""
    return AuditYear.objects.get_or_create(year=year)[0]


@transaction.atomic
def answer(
    audit: AuditYear, key: str, *, state: str, remark: str, by: Person, at: datetime
) -> AuditPoint:
    """Say of one point whether it is met. Raises Refused once it is signed, ValidationError."""
    audit = locked(audit)
    refuse_signed(audit)
    found = AuditPoint.objects.select_for_update().filter(audit=audit, key=key).first()
    point = found or AuditPoint(audit=audit, key=key)
    point.state, point.remark, point.by, point.at = state, remark.strip(), by, at
    store(point)
    return point


@transaction.atomic
def sign(audit: AuditYear, *, by: Person, at: datetime) -> AuditYear:
    """The head signs; from then on it stays as it is. Raises Refused while a point is open."""
    audit = locked(audit)
    refuse_signed(audit)
    answered = set(audit.points.values_list("key", flat=True))
    if missing := [point for point in POINTS if point.key not in answered]:
        raise Refused(_("%(count)s points are not answered yet.") % {"count": len(missing)})
    audit.signed_by, audit.signed_at = by, at
    store(audit)
    record("year_audited", by=by, at=at, about=audit, year=audit.year)
    return audit


def refuse_signed(audit: AuditYear) -> None:
    if audit.signed_by_id:
        raise Refused(_("This audit is signed and stays as it is."))


def locked(audit: AuditYear) -> AuditYear:
    return AuditYear.objects.select_for_update().get(pk=audit.pk)
