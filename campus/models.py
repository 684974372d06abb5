"""All nouns of the ground in one place, as Django expects; each is written in its own folder."""

from campus.attachments.models import Attachment, StoredFile
from campus.audit.models import AuditCheck, AuditEntry, AuditRelease, AuditSeal
from campus.cases.models import CaseCounter, Extension, Follow, Promise, PromiseRule
from campus.clients.models import Consent
from campus.closing.models import CarriedOver, SemesterClose
from campus.desk.models import Enquiry
from campus.directory.models import DirectoryRun, DirectorySync
from campus.feedback.models import (
    Feedback,
    FeedbackTally,
    FeedbackTopic,
    FeedbackVote,
    FeedbackWeek,
    Letter,
    LetterPhoto,
    SubjectTally,
)
from campus.feeds.models import FeedAddress
from campus.identity.models import IdentitySession, JoiningRule, LinkedIdentity
from campus.jobs.models import Job
from campus.lists.models import SavedView
from campus.notices.models import Delivery, InboxEntry, Notice, Robot
from campus.people.models import (
    Department,
    Duty,
    OptionalField,
    Person,
    PupilAccess,
    PupilExtra,
    Role,
    SchoolClass,
)
from campus.places.models import Place
from campus.privacy.models import (
    AuditPoint,
    AuditYear,
    DataRequest,
    RetentionRule,
    RetentionRun,
    TakeAway,
)
from campus.readings.models import Device, DeviceDay, Reading
from campus.records.models import TimelineEntry
from campus.rosters.models import RosterChange, RosterImport
from campus.school_time.models import SchoolYear, Semester, SpecialDay, WorkingHours
from campus.submissions.models import KeptForm, Submission
from campus.webhooks.models import OutboundEvent, Webhook, WebhookDelivery, WebhookTry

__all__ = [
    "Attachment",
    "AuditCheck",
    "AuditEntry",
    "AuditPoint",
    "AuditRelease",
    "AuditSeal",
    "AuditYear",
    "CarriedOver",
    "CaseCounter",
    "Consent",
    "DataRequest",
    "Delivery",
    "Department",
    "Device",
    "DeviceDay",
    "DirectoryRun",
    "DirectorySync",
    "Duty",
    "Enquiry",
    "Extension",
    "FeedAddress",
    "Feedback",
    "FeedbackTally",
    "FeedbackTopic",
    "FeedbackVote",
    "FeedbackWeek",
    "Follow",
    "IdentitySession",
    "InboxEntry",
    "Job",
    "JoiningRule",
    "KeptForm",
    "Letter",
    "LetterPhoto",
    "LinkedIdentity",
    "Notice",
    "OptionalField",
    "OutboundEvent",
    "Person",
    "Place",
    "Promise",
    "PromiseRule",
    "PupilAccess",
    "PupilExtra",
    "Reading",
    "RetentionRule",
    "RetentionRun",
    "Robot",
    "Role",
    "RosterChange",
    "RosterImport",
    "SavedView",
    "SchoolClass",
    "SchoolYear",
    "Semester",
    "SemesterClose",
    "SpecialDay",
    "StoredFile",
    "SubjectTally",
    "Submission",
    "TakeAway",
    "TimelineEntry",
    "Webhook",
    "WebhookDelivery",
    "WebhookTry",
    "WorkingHours",
]
