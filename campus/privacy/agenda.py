"""What waits for whoever answers for personal data."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Urgency, Waiting
from campus.models import AuditYear, Person, Role, TakeAway
from campus.rows import Rows

TAKE_FIELDS = ("title", "pupils", "asked_at", "by__name", "by__id")
YEAR_FIELDS = ("year",)
# The yearly audit is told of from here on.
AUDIT_FROM = (11, 1)


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """Requests to approve, and the audit of the year that is not signed yet."""
    if not person.on_duty_as(Role.HEAD):
        return []
    today = timezone.localtime(at).date()
    asked = TakeAway.objects.waiting().exclude(by=person)
    rows = [Rows(rows=asked, fields=TAKE_FIELDS, draw=waiting_take)]
    if (today.month, today.day) >= AUDIT_FROM:
        years = AuditYear.objects.filter(year=today.year, signed_by=None)
        rows.append(Rows(rows=years, fields=YEAR_FIELDS, draw=waiting_year))
    return rows


def waiting_take(take: TakeAway) -> Waiting:
    return Waiting(
        title=_("%(name)s wants to take pupils' data away: %(title)s")
        % {"name": take.by.name, "title": take.title},
        path=take.get_absolute_url(),
        icon="file-export",
        urgency=Urgency.SOON,
        due=None,
        detail=_("%(count)s pupils") % {"count": take.pupils},
        button=pgettext("button", "Decide"),
    )


def waiting_year(audit: AuditYear) -> Waiting:
    due: date = audit.due_on
    return Waiting(
        title=_("Compliance audit of %(year)s") % {"year": audit.year},
        path=audit.get_absolute_url(),
        icon="clipboard-check",
        urgency=Urgency.LATER,
        due=due,
        detail=_("Regulations on Minors in Cyberspace, art. 37"),
        button=pgettext("button", "Open"),
    )
