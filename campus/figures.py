"""Numbers that areas tell the roof, each with the list that proves it.

An area offers them in its `figures.py`; the roof draws them and never counts itself.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One number: `value`, or `value` of `whole`; `path` is the address of the list behind it.

    `name` stays the same over the years, so that semesters can be compared.
    """

    name: str
    label: Words
    value: int
    whole: int | None = None
    path: str = ""
    icon: str = ""

    @property
    def percent(self) -> int | None:
        """Whole percent, rounded down: 100 means all; None where there is no whole."""
        return 100 * self.value // self.whole if self.whole else None
