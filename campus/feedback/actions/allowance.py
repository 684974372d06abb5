"""How much somebody may write without a name in a week, counted without knowing who has written.

A person's two cells of a week follow from a digest keyed with the portal's secret; who has the
database alone cannot say whose they are. All cells lie in one row, so that nothing stands in the
order in which people wrote. Two people may share a cell; that both are shared happens to one in a
million pairs, and only where both are used up is somebody refused. Weeks that are over are deleted.
"""

from datetime import date, datetime

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.feedback.models import FeedbackWeek
from campus.models import Person
from campus.school_time.days import monday_of

MOST_IN_A_CELL = 255
SPEND = """
    UPDATE campus_feedbackweek SET used = set_byte(
        set_byte(used, %(one)s, least(get_byte(used, %(one)s) + 1, %(full)s)),
        %(other)s, least(get_byte(used, %(other)s) + 1, %(full)s)
    )
    WHERE monday = %(monday)s
    AND least(get_byte(used, %(one)s), get_byte(used, %(other)s)) < %(most)s
"""


def spend(person: Person, *, at: datetime) -> None:
    """Count one entry of this week. Raises Refused where the person has none left."""
    monday = monday_of(timezone.localtime(at).date())
    FeedbackWeek.objects.bulk_create([FeedbackWeek(monday=monday)], ignore_conflicts=True)
    one, other = cells_of(person, monday)
    most = settings.UNNAMED_A_WEEK
    facts = {"one": one, "other": other, "full": MOST_IN_A_CELL, "monday": monday, "most": most}
    with connection.cursor() as cursor:
        cursor.execute(SPEND, facts)
        if cursor.rowcount:
            return
    raise Refused(
        _("Without a name you can write %(most)s times a week. Write with your name, or next week.")
        % {"most": most}
    )


def cells_of(person: Person, monday: date) -> tuple[int, int]:
    """The person's two cells in that week, numbers of two bytes each."""
    key = f"campus.feedback.week.{monday:%Y-%m-%d}"
    drawn = salted_hmac(key, str(person.pk), algorithm="sha256").digest()
    return int.from_bytes(drawn[:2]), int.from_bytes(drawn[2:4])


def forget_weeks(*, at: datetime) -> None:
    """Let go of the weeks that are over."""
    FeedbackWeek.objects.before(monday_of(timezone.localtime(at).date())).delete()
