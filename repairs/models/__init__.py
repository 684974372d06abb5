"""Nouns of repairs, each in its file."""

from repairs.models.ticket import BEST, SEE_ALL, WORST, Category, Ticket

__all__ = ["BEST", "SEE_ALL", "WORST", "Category", "Ticket"]
