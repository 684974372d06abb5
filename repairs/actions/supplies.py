"""What happens to items of the store beyond their coming and going, and to what is handed out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.doors import Refused
from campus.models import Attachment, CaseCounter, Department, Person, SchoolClass
from campus.notices.actions import tell
from campus.storing import store
from repairs.actions.stock import TOPIC, is_low, lock_all, locked, take, tell_low
from repairs.models import Stock, Supply, SupplyIssue, SupplyRequest

# Numbers of issues: L-2025-0001, from 领.
LETTER = "L"
TO_SIGN = gettext_noop("Confirm that you have received it: %(issue)s")


@transaction.atomic
def write_supply(supply: Supply, *, by: Person, at: datetime, **fields: Any) -> Supply:
    """Add an item, or change one; a minimum that is raised above what is there is told. Raises
    ValidationError."""
    is_new = supply.pk is None
    stock = None if is_new else locked(supply)
    if is_new:
        supply.by, supply.at = by, at
    for name, value in fields.items():
        setattr(supply, name, value)
    store(supply)
    if stock is None:
        stock = Stock(supply=supply)
    stock.supply = supply
    was_low, stock.is_low = stock.is_low, is_low(stock)
    stock.save()
    # Of a new item nobody expects any yet.
    if stock.is_low and not was_low and not is_new:
        tell_low(stock, key=f"supply:{supply.pk}:low:minimum:{at.isoformat()}", at=at)
    return supply


# Handing out


@dataclass(frozen=True)
class Line:
    """So many of one item, perhaps for one class."""

    supply: Supply
    quantity: int
    school_class: SchoolClass | None = None


@transaction.atomic
def hand_out(  # each is a fact of its own
    lines: Iterable[Line], *, title: str, by: Person, at: datetime,
    department: Department | None = None, receiver: Person | None = None,
    request: SupplyRequest | None = None,
) -> SupplyIssue:  # fmt: skip
    """Hand out all of the lines, or none of them; the receiver is asked to confirm it.

    Raises Refused where there is not enough of something, ValidationError.
    """
    given = list(lines)
    if not given:
        raise Refused(_("Say what is handed out."))
    lock_all(line.supply for line in given)
    issue = SupplyIssue(
        number=next_number(at), title=title, department=department, receiver=receiver,
        request=request, by=by, at=at,
    )  # fmt: skip
    store(issue)
    for line in given:
        take(
            line.supply, line.quantity, by=by, at=at, issue=issue, request=request,
            department=department, school_class=line.school_class,
        )  # fmt: skip
    if receiver and receiver != by:
        tell(
            [receiver], key=f"issue:{issue.pk}", topic=TOPIC, text=TO_SIGN,
            facts={"issue": str(issue)}, path=issue.get_absolute_url(), at=at, robots=False,
        )  # fmt: skip
    return issue


def next_number(at: datetime) -> str:
    """The next number of the year; the counter stays locked until the issue is committed."""
    year = timezone.localtime(at).year
    CaseCounter.objects.get_or_create(letter=LETTER, year=year)
    counter = CaseCounter.objects.select_for_update().get(letter=LETTER, year=year)
    counter.last += 1
    counter.save(update_fields=["last"])
    return str(counter)


@transaction.atomic
def sign(issue: SupplyIssue, *, by: Person, at: datetime) -> SupplyIssue:
    """The receiver confirms with their own account. Raises Refused where it is signed for."""
    issue = unsigned(issue)
    issue.signed_by, issue.signed_at = by, at
    store(issue)
    return issue


@transaction.atomic
def sign_on_paper(
    issue: SupplyIssue, *, name: str, attachments: Iterable[Upload | Attachment], by: Person,
    at: datetime,
) -> SupplyIssue:  # fmt: skip
    """Note who has signed the sheet, with a photo of it. Raises Refused where it is signed for."""
    issue = unsigned(issue)
    files = attach(issue, attachments, by=by, at=at)
    if not files:
        raise Refused(_("Add a photo of the signed sheet."))
    issue.signed_name, issue.signed_at = name, at
    store(issue)
    return issue


def unsigned(issue: SupplyIssue) -> SupplyIssue:
    """The issue under lock, while nobody has signed for it."""
    rows = SupplyIssue.objects.select_for_update(of=("self",)).defer("sought")
    issue = rows.select_related("receiver", "department").get(pk=issue.pk)
    if issue.is_signed:
        raise Refused(_("%(issue)s is signed for already.") % {"issue": issue.number})
    return issue
