"""Spares that are to be returned."""

from datetime import date, timedelta
from functools import partial

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person, Role
from campus.rows import Rows
from repairs.models import Loan

# Days ahead in which a return is near; our own figure.
SOON = timedelta(days=2)
MOST = 12
# Who asks for what is overdue.
ASKING = (Role.DISPATCHER, Role.STOREKEEPER)
FIELDS = ("due_on", "asset__number", "asset__name", "borrower__name", "department__name")


def dated(person: Person, first: date, last: date) -> Rows[Dated]:
    """What is to be returned on a day."""
    due = Loan.objects.visible_to(person).out().filter(due_on__range=(first, last))
    return Rows(rows=due, fields=FIELDS, draw=dated_return)


def dated_return(loan: Loan) -> Dated:
    """A return as a thing of the calendar."""
    return Dated(
        title=_("Spare to be returned: %(asset)s") % {"asset": loan.asset},
        first=loan.due_on,
        last=loan.due_on,
        kind="",
        path=loan.asset.get_absolute_url(),
        unit=str(loan.department or ""),
        person=str(loan.borrower or ""),
    )


def waiting(person: Person, today: date) -> Rows[Waiting]:
    """What the person has to bring back soon; for whoever asks for it also what is overdue."""
    near = Q(borrower=person, due_on__lte=today + SOON)
    if person.on_duty_as(*ASKING):
        near |= Q(due_on__lt=today)
    due = Loan.objects.out().filter(near).order_by("due_on", "id")[:MOST]
    return Rows(rows=due, fields=FIELDS, draw=partial(waiting_return, today=today))


def waiting_return(loan: Loan, *, today: date) -> Waiting:
    """A return as a thing of My day."""
    who = str(loan.borrower or loan.department or "")
    return Waiting(
        title=_("Spare to be returned: %(asset)s") % {"asset": loan.asset},
        path=loan.asset.get_absolute_url(),
        icon="device-laptop",
        urgency=urgency_of(loan, today),
        due=loan.due_on,
        detail=who,
        button=pgettext("button", "Open"),
    )


def urgency_of(loan: Loan, today: date) -> Urgency:
    if loan.due_on < today:
        return Urgency.OVERDUE
    return Urgency.TODAY if loan.due_on == today else Urgency.SOON
