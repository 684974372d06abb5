"""Budgets and what is spent of them: never more than a line holds, unless the head allows it."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person
from campus.records.actions import note
from campus.shell.words import money
from campus.storing import store
from rooms.actions.projects import open_one
from rooms.models import BudgetLine, Spending

SPENT = gettext_noop("Spent %(amount)s of “%(line)s”: %(supplier)s")
TAKEN_BACK = gettext_noop("Taken back: %(amount)s of “%(line)s”, %(supplier)s")
ALLOWED = gettext_noop("%(amount)s more allowed for “%(line)s”")
PLANNED = gettext_noop("“%(line)s” may cost %(amount)s")
REMOVED = gettext_noop("Taken out of the budget: “%(line)s”")


def locked(line: BudgetLine) -> BudgetLine:
    """The line as it is now; nobody spends of it meanwhile."""
    return BudgetLine.objects.select_for_update(of=("self",)).get(pk=line.pk)


def too_much(line: BudgetLine, amount: Decimal) -> str:
    """The sentence for an amount that the line does not hold; empty where it does."""
    if amount <= line.left:
        return ""
    facts = {"line": line, "left": money(line.left)}
    return _("“%(line)s” has %(left)s left. The head can allow more, for a reason.") % facts


@transaction.atomic
def write_line(line: BudgetLine, *, by: Person, at: datetime, **facts: Any) -> BudgetLine:
    """Add a line to the budget, or change one. Raises Refused once the project is over,
    ValidationError where more is spent already."""
    project = open_one(line.project)
    line = locked(line) if line.pk else line
    for name, value in facts.items():
        setattr(line, name, value)
    store(line)
    told = {"line": line.name, "amount": money(line.planned)}
    note(project, by=by, at=at, text=PLANNED, facts=told)
    return line


@transaction.atomic
def remove_line(line: BudgetLine, *, by: Person, at: datetime) -> None:
    """Take a line out of the budget. Raises Refused once something is spent of it."""
    project = open_one(line.project)
    line = locked(line)
    if line.spendings.exists():
        raise Refused(_("Something is spent of it already."))
    line.delete()
    note(project, by=by, at=at, text=REMOVED, facts={"line": line.name})


@transaction.atomic
def allow_over(
    line: BudgetLine, *, over: Decimal, over_reason: str, by: Person, at: datetime
) -> BudgetLine:
    """Let so much more than planned be spent of a line, for a reason. Raises Refused once the
    project is over, ValidationError where more is spent already."""
    project = open_one(line.project)
    line = locked(line)
    line.over, line.over_reason, line.over_by = over, over_reason, by
    store(line)
    told = {"line": line.name, "amount": money(over)}
    note(project, by=by, at=at, text=ALLOWED, facts=told, words=over_reason)
    return line


@transaction.atomic
def spend(line: BudgetLine, *, amount: Decimal, by: Person, at: datetime, **facts: Any) -> Spending:
    """Note what was paid of a line. Raises ValidationError at `amount` where the line does not hold
    it, and Refused once the project is over."""
    project = open_one(line.project)
    line = locked(line)
    if refusal := too_much(line, amount):
        raise ValidationError({"amount": refusal})
    spending = Spending(line=line, amount=amount, by=by, at=at, **facts)
    store(spending)
    told = {"amount": money(amount), "line": line.name, "supplier": spending.supplier}
    note(project, by=by, at=at, text=SPENT, facts=told, words=spending.words)
    return spending


@transaction.atomic
def take_back(spending: Spending, *, by: Person, at: datetime) -> None:
    """A spending was written by mistake; its history stays. Raises Refused once the project is
    over."""
    project = open_one(spending.line.project)
    line = locked(spending.line)
    spending = Spending.objects.select_for_update(of=("self",)).get(pk=spending.pk)
    told = {"amount": money(spending.amount), "line": line.name, "supplier": spending.supplier}
    spending.delete()
    note(project, by=by, at=at, text=TAKEN_BACK, facts=told)
