"""Nouns of repairs, each in its file."""

from repairs.models.asset import KEEPERS, AssetCategory, AssetMove, FixedAsset
from repairs.models.category import Category
from repairs.models.compensation import Compensation
from repairs.models.maintenance import MaintenancePlan
from repairs.models.maintenance_job import MaintenanceJob
from repairs.models.property import (
    CHECKERS,
    MOST_ROOMS,
    MOST_THINGS,
    ExpectedItem,
    PropertyCheck,
    RoomCheck,
)
from repairs.models.property_line import RoomLine
from repairs.models.sheet_import import SheetImport
from repairs.models.spare import LENDERS, Loan
from repairs.models.supply import (
    MOST_PIECES,
    TAKERS,
    MonthLine,
    Stock,
    StockMove,
    Supply,
    SupplyIssue,
)
from repairs.models.supply_request import RequestLine, SupplyRequest
from repairs.models.tally import TICKETS_BY_DAY, TicketTally
from repairs.models.ticket import BEST, REPEATED, SEE_ALL, WORST, Ticket
from repairs.models.workshop import Contractor, Trade

__all__ = [
    "BEST",
    "CHECKERS",
    "KEEPERS",
    "LENDERS",
    "MOST_PIECES",
    "MOST_ROOMS",
    "MOST_THINGS",
    "REPEATED",
    "SEE_ALL",
    "TAKERS",
    "TICKETS_BY_DAY",
    "WORST",
    "AssetCategory",
    "AssetMove",
    "Category",
    "Compensation",
    "Contractor",
    "ExpectedItem",
    "FixedAsset",
    "Loan",
    "MaintenanceJob",
    "MaintenancePlan",
    "MonthLine",
    "PropertyCheck",
    "RequestLine",
    "RoomCheck",
    "RoomLine",
    "SheetImport",
    "Stock",
    "StockMove",
    "Supply",
    "SupplyIssue",
    "SupplyRequest",
    "Ticket",
    "TicketTally",
    "Trade",
]
