"""Nouns of repairs, each in its file."""

from repairs.models.category import Category
from repairs.models.compensation import Compensation
from repairs.models.tally import TICKETS_BY_DAY, TicketTally
from repairs.models.ticket import BEST, REPEATED, SEE_ALL, WORST, Ticket
from repairs.models.workshop import Contractor, Trade

__all__ = [
    "BEST",
    "REPEATED",
    "SEE_ALL",
    "TICKETS_BY_DAY",
    "WORST",
    "Category",
    "Compensation",
    "Contractor",
    "Ticket",
    "TicketTally",
    "Trade",
]
