"""Points that classes lose and win, as areas tell them to whoever sums them up.

An area that looks at what classes do names its sources in its `marks.py`; each gives its marks of
some days in a fixed number of queries. A mark leads to its record.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.functional import Promise

NOTHING = Decimal(0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """One look at something of one class: what it took and gave, of how many points.

    `school_class` is the number of the class, `of` the full marks of the look, None where there are
    none. `words` tell where and what; `record` is the record's number among those of `kind`
    ("inspections.partscore"), `path` its page.
    """

    school_class: int
    day: date
    taken: Decimal = NOTHING
    given: Decimal = NOTHING
    of: Decimal | None = None
    words: str = ""
    kind: str
    record: int
    path: str = ""


@dataclass(frozen=True, kw_only=True)
class MarkSource:
    """Where marks come from: `marks(first, last)` are those of some days, both among them."""

    key: str
    label: str | Promise
    marks: Callable[[date, date], Iterable[Mark]]
