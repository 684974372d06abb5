"""What repairs keeps of people: its lines of the data map, and what it holds of one person."""

from collections.abc import Iterable

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from campus.models import Person
from campus.privacy.registry import (
    AS_RECORDS,
    BOTH,
    STAFF,
    DataKind,
    Held,
    name_authors,
    name_data,
    name_holding,
)
from campus.rows import Rows
from campus.shell.words import moment_in_words, money
from repairs.models import AssetMove, Compensation, FixedAsset, Loan, SupplyIssue


def held(person: Person) -> Iterable[Rows[Held]]:
    """What the person pays for, has borrowed, was given, and answers for."""
    yield Rows(
        rows=Compensation.objects.filter(person=person),
        fields=("ticket__number", "amount", "status"),
        draw=lambda paid: Held(
            kind="damages", label=paid.ticket.number,
            value=f"{money(paid.amount)} · {paid.get_status_display()}",
        ),
    )  # fmt: skip
    yield Rows(
        rows=Loan.objects.filter(borrower=person),
        fields=("asset__name", "lent_at", "returned_at"),
        draw=lambda loan: Held(
            kind="things", label=loan.asset.name,
            value=f"{moment_in_words(loan.lent_at)} – "
            f"{moment_in_words(loan.returned_at) if loan.returned_at else ''}".strip(),
        ),
    )  # fmt: skip
    yield Rows(
        rows=SupplyIssue.objects.filter(receiver=person), fields=("number", "title", "at"),
        draw=lambda issue: Held(
            kind="things", label=f"{issue.number} {issue.title}", value=moment_in_words(issue.at)
        ),
    )  # fmt: skip
    yield Rows(
        rows=FixedAsset.objects.filter(custodian=person), fields=("number", "name", "status"),
        draw=lambda asset: Held(
            kind="things", label=f"{asset.number} {asset.name}", value=asset.get_status_display()
        ),
    )  # fmt: skip
    yield Rows(
        rows=AssetMove.objects.filter(Q(from_custodian=person) | Q(to_custodian=person)),
        fields=("asset__number", "asset__name", "kind", "asked_at"),
        draw=lambda move: Held(
            kind="things", label=f"{move.asset.number} {move.asset.name}",
            value=f"{move.get_kind_display()} · {moment_in_words(move.asked_at)}",
        ),
    )  # fmt: skip


def hand_in() -> None:
    """Put the area's data on the map."""
    name_holding(held)
    name_data(
        DataKind(
            name="tickets",
            label=_("Repair tickets"),
            whose=BOTH,
            fields=_("What is broken and where, who reported and mended it"),
            purpose=_("So that it is mended."),
            seen_by=_("You, the technicians, the dispatcher and the head."),
            kept=AS_RECORDS,
            models=(
                "repairs.Ticket",
                "repairs.SupplyRequest",
            ),
        ),
        DataKind(
            name="damages",
            label=_("Damages that are paid for"),
            whose=BOTH,
            fields=_("What was damaged, what it costs, whether it is paid"),
            purpose=_("So that school property is made good."),
            seen_by=_("You, the class teacher, the office."),
            kept=AS_RECORDS,
            models=("repairs.Compensation",),
        ),
        DataKind(
            name="things",
            label=_("Things in somebody's hands"),
            whose=STAFF,
            fields=_("Loans, supplies and assets in custody"),
            purpose=_("To know where the school's things are."),
            seen_by=_("The holder, the storekeeper, the head."),
            kept=AS_RECORDS,
            models=(
                "repairs.Loan",
                "repairs.SupplyIssue",
                "repairs.FixedAsset",
                "repairs.AssetMove",
            ),
        ),
    )
    name_authors(
        f"repairs.{name}"
        for name in (
            "Trade",
            "MaintenancePlan",
            "MaintenanceJob",
            "ExpectedItem",
            "PropertyCheck",
            "RoomCheck",
            "RoomLine",
            "SheetImport",
            "Supply",
            "StockMove",
        )
    )
