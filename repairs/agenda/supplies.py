"""Supplies that were handed out and wait for a word of whoever received them."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from campus.shell.words import day_in_words
from repairs.models import SupplyIssue

MOST = 12


def waiting(person: Person) -> Rows[Waiting]:
    """What the person has received and not confirmed."""
    found = SupplyIssue.objects.unsigned().filter(receiver=person).order_by("-id")[:MOST]
    return Rows(rows=found, fields=("number", "title", "at"), draw=waiting_signature)


def waiting_signature(issue: SupplyIssue) -> Waiting:
    """One issue with the button that confirms it."""
    day = day_in_words(timezone.localtime(issue.at).date())
    return Waiting(
        title=_("Received? %(title)s") % {"title": issue.title},
        path=issue.get_absolute_url(),
        icon="package-export",
        urgency=Urgency.SOON,
        detail=f"{issue.number} · {day}",
        button=pgettext("button", "Received"),
        act_path=reverse("repairs:issue_sign", args=[issue.pk]),
    )
