"""The lists of the canteens."""

from campus.lists.registry import name_list
from canteen.lists.menus import DISHES, PORTIONS, PRICES

__all__ = ["DISHES", "PORTIONS", "PRICES", "hand_in"]


def hand_in() -> None:
    """Let the lists be found by their names."""
    for page in (DISHES, PORTIONS, PRICES):
        name_list(page)
