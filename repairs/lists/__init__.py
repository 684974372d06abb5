"""The lists of repairs."""

from campus.lists.registry import name_list
from repairs.lists.assets import ASSET_MOVES, ASSETS
from repairs.lists.maintenance import JOBS, PLANS
from repairs.lists.property import CHECKS, DIFFERENCES, EXPECTED, ROOMS
from repairs.lists.spares import LOANS, SPARES
from repairs.lists.supplies import ISSUES, REQUESTS, STOCK_MOVES, SUPPLIES
from repairs.lists.tickets import TICKETS

__all__ = [
    "ASSETS",
    "ASSET_MOVES",
    "CHECKS",
    "DIFFERENCES",
    "EXPECTED",
    "ISSUES",
    "JOBS",
    "LOANS",
    "PLANS",
    "REQUESTS",
    "ROOMS",
    "SPARES",
    "STOCK_MOVES",
    "SUPPLIES",
    "TICKETS",
    "hand_in",
]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (
        TICKETS, ASSETS, ASSET_MOVES, SPARES, LOANS, SUPPLIES, ISSUES, STOCK_MOVES, REQUESTS, JOBS,
        PLANS, CHECKS, ROOMS, DIFFERENCES, EXPECTED,
    ):  # fmt: skip
        name_list(page)
