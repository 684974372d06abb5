"""Lending spare devices, taking them back, and asking for what is overdue."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Department, Person, Role
from campus.notices.actions import tell
from campus.records.actions import note
from campus.shell.words import day_in_words
from campus.storing import store
from repairs.actions.assets import locked, refuse_disposed
from repairs.models import FixedAsset, Loan, Ticket

TOPIC = "loans"
Condition, Status = Loan.Condition, FixedAsset.Status

LENT = gettext_noop("Lent to %(holder)s until %(day)s")
SPARE_LENT = gettext_noop("Spare lent: %(asset)s, until %(day)s")
RETURNED = gettext_noop("Came back from %(holder)s: %(condition)s")
SPARE_RETURNED = gettext_noop("Spare came back: %(asset)s")
OVERDUE = gettext_noop("Was to be returned by %(day)s: %(asset)s, lent to %(holder)s")
YOURS = gettext_noop("You have borrowed %(asset)s until %(day)s")
TERMS = {
    Condition.GOOD: gettext_noop("in good order"),
    Condition.WORN: gettext_noop("works, with marks"),
    Condition.BROKEN: gettext_noop("broken"),
    Condition.LOST: gettext_noop("lost"),
}
# What the device is from then on.
AFTERWARDS = {Condition.BROKEN: Status.TO_MEND, Condition.LOST: Status.TO_DISPOSE}


@transaction.atomic
def lend(  # noqa: PLR0913  # each is a fact of its own
    asset: FixedAsset, *, due_on: date, by: Person, at: datetime, borrower: Person | None = None,
    department: Department | None = None, ticket: Ticket | None = None, note: str = "",
) -> Loan:  # fmt: skip
    """Lend a spare device until a day, for a ticket or to somebody; the borrower is told.

    The device's row is locked and the database holds one loan at a time: whoever is second is told
    who has it. Raises Refused, ValidationError.
    """
    asset = locked(asset)
    refuse_disposed(asset)
    refuse_unlendable(asset)
    if ticket and borrower is None and department is None:
        borrower = staff_who_reported(ticket)
    if due_on < timezone.localtime(at).date():
        raise Refused(_("It cannot be returned before it is lent."))
    loan = Loan(
        asset=asset, due_on=due_on, borrower=borrower, department=department, ticket=ticket,
        note=note, lent_by=by, lent_at=at,
    )  # fmt: skip
    store(loan)
    write_of_lending(loan, by=by, at=at)
    return loan


def staff_who_reported(ticket: Ticket) -> Person | None:
    """Whoever reported it answers for the spare; a pupil does not."""
    who = ticket.reporter
    return who if who and who.is_active and not who.is_pupil else None


def refuse_unlendable(asset: FixedAsset) -> None:
    """Raise Refused where it is no spare, is broken, or somebody has it."""
    if not asset.is_spare:
        raise Refused(_("%(asset)s does not belong to the spare pool.") % {"asset": asset})
    if loan := asset.loans.out().told().first():
        raise Refused(
            _("%(asset)s is lent already: %(holder)s has it until %(day)s.")
            % {"asset": asset, "holder": loan.holder, "day": day_in_words(loan.due_on)}
        )
    if asset.status not in (Status.IN_USE, Status.IDLE):
        state = asset.get_status_display()
        raise Refused(_("%(asset)s cannot be lent: %(state)s.") % {"asset": asset, "state": state})


def write_of_lending(loan: Loan, *, by: Person, at: datetime) -> None:
    """Into the timelines of device and ticket, and to the borrower."""
    day = {"day": loan.due_on.isoformat()}
    note(loan.asset, by=by, at=at, text=LENT, facts={"holder": loan.holder, "day": day})
    facts = {"asset": str(loan.asset), "day": day}
    if loan.ticket:
        note(loan.ticket, by=by, at=at, text=SPARE_LENT, facts=facts)
    if loan.borrower and loan.borrower != by:
        tell_of(loan, [loan.borrower], YOURS, key=f"loan:{loan.pk}", facts=facts, at=at)


def tell_of(
    loan: Loan, people: list[Person], text: str, *, key: str, facts: dict[str, Any], at: datetime
) -> None:
    path = loan.asset.get_absolute_url()
    tell(people, key=key, topic=TOPIC, text=text, facts=facts, path=path, at=at, robots=False)


@transaction.atomic
def take_back(
    loan: Loan, *, condition: str, returned_note: str = "", by: Person, at: datetime
) -> Loan:
    """Take a device back in some condition; what came back broken or not at all is not lent again
    before somebody has seen to it. Raises Refused where it is back already."""
    asset = locked(loan.asset)
    loan = Loan.objects.select_for_update(of=("self",)).told().get(pk=loan.pk)
    if not loan.is_out:
        raise Refused(_("%(asset)s is back already.") % {"asset": asset})
    loan.returned_at, loan.returned_to = at, by
    loan.condition, loan.returned_note = condition, returned_note
    store(loan)
    before = asset.status
    asset.status = AFTERWARDS.get(Condition(condition), asset.status)
    if asset.status != before:
        store(asset)
    facts: dict[str, Any] = {
        "holder": loan.holder, "condition": {"term": TERMS[Condition(condition)]},
    }  # fmt: skip
    status = asset.status if asset.status != before else ""
    note(asset, by=by, at=at, text=RETURNED, facts=facts, words=returned_note, status=status)
    if loan.ticket:
        facts = {"asset": str(asset)}
        note(loan.ticket, by=by, at=at, text=SPARE_RETURNED, facts=facts, words=returned_note)
    return loan


@transaction.atomic
def warn(pk: int, *, at: datetime) -> bool:
    """Tell borrower and dispatchers that loan `pk` is overdue, once; True if they were told now.

    Safe to repeat, and no two workers do it.
    """
    today = timezone.localtime(at).date()
    rows = Loan.objects.select_for_update(of=("self",), skip_locked=True)
    loan = rows.overdue(today).filter(pk=pk, warned_at=None).told().first()
    if loan is None:
        return False
    loan.warned_at = at
    loan.save(update_fields=["warned_at"])
    facts = {
        "day": {"day": loan.due_on.isoformat()}, "asset": str(loan.asset), "holder": loan.holder,
    }  # fmt: skip
    people = dict.fromkeys([*filter(None, [loan.borrower]), *on_duty(Role.DISPATCHER)])
    tell_of(loan, list(people), OVERDUE, key=f"loan:{loan.pk}:overdue", facts=facts, at=at)
    return True
