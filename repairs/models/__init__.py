"""Nouns of repairs, each in its file."""

from repairs.models.asset import KEEPERS, AssetCategory, AssetMove, FixedAsset
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
from repairs.models.ticket import BEST, SEE_ALL, WORST, Category, Ticket

__all__ = [
    "BEST",
    "KEEPERS",
    "LENDERS",
    "MOST_PIECES",
    "SEE_ALL",
    "TAKERS",
    "WORST",
    "AssetCategory",
    "AssetMove",
    "Category",
    "FixedAsset",
    "Loan",
    "MonthLine",
    "RequestLine",
    "SheetImport",
    "Stock",
    "StockMove",
    "Supply",
    "SupplyIssue",
    "SupplyRequest",
    "Ticket",
]
