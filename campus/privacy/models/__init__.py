"""Taking away with approval, requests of those whom data is about, times of keeping, audits."""

from campus.privacy.models.request import DataRequest, Part
from campus.privacy.models.retention import RetentionRule, RetentionRun
from campus.privacy.models.take_away import TakeAway
from campus.privacy.models.yearly import AuditPoint, AuditYear

__all__ = [
    "AuditPoint",
    "AuditYear",
    "DataRequest",
    "Part",
    "RetentionRule",
    "RetentionRun",
    "TakeAway",
]
