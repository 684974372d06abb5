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
from repairs.models.stock_move import MonthLine, StockMove
from repairs.models.supply import MOST_PIECES, TAKERS, Stock, Supply, SupplyIssue
from repairs.models.supply_request import RequestLine, SupplyRequest
from repairs.models.tally import (
    ASSETS_BY_STATE,
    MOVES_BY_DAY,
    TICKETS_BY_DAY,
    AssetTally,
    StockTally,
    TicketTally,
)
from repairs.models.ticket import BEST, REPEATED, SEE_ALL, WORST, Ticket
from repairs.models.workshop import Contractor, Trade

__all__ = [
    "ASSETS_BY_STATE",
    "BEST",
    "CHECKERS",
    "KEEPERS",
    "LENDERS",
    "MOST_PIECES",
    "MOST_ROOMS",
    "MOST_THINGS",
    "MOVES_BY_DAY",
    "REPEATED",
    "SEE_ALL",
    "TAKERS",
    "TICKETS_BY_DAY",
    "WORST",
    "AssetCategory",
    "AssetMove",
    "AssetTally",
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
    "StockTally",
    "Supply",
    "SupplyIssue",
    "SupplyRequest",
    "Ticket",
    "TicketTally",
    "Trade",
]
