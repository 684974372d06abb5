"""Nouns of repairs, each in its file."""

from repairs.models.asset import KEEPERS, AssetCategory, AssetMove, FixedAsset
from repairs.models.category import Category
from repairs.models.compensation import Compensation
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
    "KEEPERS",
    "LENDERS",
    "MOST_PIECES",
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
    "FixedAsset",
    "Loan",
    "MonthLine",
    "RequestLine",
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
