"""The ground's kinds of data that have an end, with the proposed times and why."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.audit.actions import seals
from campus.models import AuditEntry, Feedback, InboxEntry, Notice, Person, PupilAccess
from campus.privacy.actions.erasing import anonymise, history_of, past_triggers
from campus.privacy.registry import Kept, name_kept

# The audit log is kept for half a year by law, in whole months a little more.
LEAST_OF_LOGS = 7


def left_before(kind: str, moment: datetime) -> QuerySet[Person]:
    day = timezone.localtime(moment).date()
    left = Person.objects.filter(kind=kind, is_active=False, anonymised_on=None)
    return left.filter(left_on__lt=day)


def pupils_left(moment: datetime) -> QuerySet[Any]:
    return left_before(Person.Kind.PUPIL, moment)


def staff_left(moment: datetime) -> QuerySet[Any]:
    """Staff whose ways to reach them are still there: their names stand under what they decided."""
    return left_before(Person.Kind.STAFF, moment).exclude(phone="", email="")


def make_anonymous(pks: list[int], at: datetime) -> None:
    anonymise(pks, at=at)


def erase_contacts(pks: list[int], at: datetime) -> None:
    with past_triggers():
        Person.objects.filter(pk__in=pks).update(phone="", email="")
        history_of(Person).filter(pgh_obj_id__in=pks).update(phone="", email="")


def named_feedback(moment: datetime) -> QuerySet[Any]:
    return Feedback.objects.filter(reporter__isnull=False, changed_at__lt=moment).exclude(
        status__in=Feedback.OPEN
    )


def unname_feedback(pks: list[int], at: datetime) -> None:
    """What was said stays, who said it goes; also from its history."""
    with past_triggers():
        Feedback.objects.filter(pk__in=pks).update(reporter=None)
        history_of(Feedback).filter(pgh_obj_id__in=pks).update(reporter=None)


def old_news(moment: datetime) -> QuerySet[Any]:
    return InboxEntry.objects.filter(notice__told_at__lt=moment)


def forget_news(pks: list[int], at: datetime) -> None:
    """Entries, and notices that are in nobody's inbox any more."""
    entries = InboxEntry.objects.filter(pk__in=pks)
    notices = list(entries.values_list("notice", flat=True).distinct())
    entries.delete()
    still = InboxEntry.objects.filter(notice=OuterRef("pk"))
    Notice.objects.filter(~Exists(still), pk__in=notices).delete()


def old_looks(moment: datetime) -> QuerySet[Any]:
    return PupilAccess.objects.filter(at__lt=moment)


def forget_looks(pks: list[int], at: datetime) -> None:
    with past_triggers():
        PupilAccess.objects.filter(pk__in=pks).delete()


def old_entries(moment: datetime) -> QuerySet[Any]:
    """Of the audit log whole days, so that each seal is over all of its day or over none."""
    start = timezone.localtime(moment).replace(hour=0, minute=0, second=0, microsecond=0)
    return AuditEntry.objects.filter(at__lt=start)


def forget_entries(pks: list[int], at: datetime) -> None:
    """The whole days in which these lie."""
    newest = AuditEntry.objects.filter(pk__in=pks).order_by("-at").values_list("at", flat=True)[0]
    seals.let_go(until=timezone.localtime(newest).date(), at=at)


def hand_in() -> None:
    """Let the nightly task see to the ground's data."""
    name_kept(
        Kept(
            name="pupils_left", label=_("Pupils who have left"), months=6,
            why=_("Half a year for questions after leaving; then name and number are replaced, "
                  "contact and optional data erased (PIPL art. 19 and 47)."),
            due=pupils_left, erase=make_anonymous,
        ),
        Kept(
            name="staff_contact", label=_("Phones and e-mails of staff who have left"), months=6,
            why=_("Names stay under what was decided; ways to reach somebody are needed no more."),
            due=staff_left, erase=erase_contacts,
        ),
        Kept(
            name="feedback_names", label=_("Who gave feedback"), months=24,
            why=_("Two school years, so that the same person's matters can be seen together."),
            due=named_feedback, erase=unname_feedback,
        ),
        Kept(
            name="inbox", label=_("Inbox"), months=12,
            why=_("What was told is done or stands in its record."),
            due=old_news, erase=forget_news,
        ),
        Kept(
            name="looks", label=_("Who has looked at pupils"), months=36, least=LEAST_OF_LOGS,
            why=_("As long as records of impact assessments are kept (PIPL art. 56); the law asks "
                  "for six months at least."),
            due=old_looks, erase=forget_looks,
        ),
        Kept(
            name="audit_log", label=_("Audit log"), months=36, least=LEAST_OF_LOGS,
            why=_("As long as records of impact assessments are kept (PIPL art. 56); the law asks "
                  "for six months at least (Cybersecurity Law)."),
            due=old_entries, erase=forget_entries,
        ),
    )  # fmt: skip
