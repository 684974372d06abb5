"""The audit log, and the seals by which a change of it is found."""

from campus.audit.models.entry import KEPT_AT_LEAST, AuditEntry, AuditQuerySet
from campus.audit.models.seal import AuditCheck, AuditRelease, AuditSeal

__all__ = [
    "KEPT_AT_LEAST",
    "AuditCheck",
    "AuditEntry",
    "AuditQuerySet",
    "AuditRelease",
    "AuditSeal",
]
