"""The lists of the canteens."""

from campus.lists.registry import name_list
from canteen.lists.accompany import ACCOMPANIED
from canteen.lists.kitchen import MORNINGS, READINGS, SAMPLES, WORKERS
from canteen.lists.menus import DISHES, PORTIONS, PRICES
from canteen.lists.supply import BATCHES, RECEIPTS, SUPPLIERS

__all__ = [
    "ACCOMPANIED",
    "BATCHES",
    "DISHES",
    "MORNINGS",
    "PORTIONS",
    "PRICES",
    "READINGS",
    "RECEIPTS",
    "SAMPLES",
    "SUPPLIERS",
    "WORKERS",
    "hand_in",
]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (
        DISHES, PORTIONS, PRICES, SAMPLES, WORKERS, MORNINGS, READINGS, SUPPLIERS, RECEIPTS,
        BATCHES, ACCOMPANIED,
    ):  # fmt: skip
        name_list(page)
