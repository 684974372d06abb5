"""Pictures of numbers, each with the table that says the same (Apache ECharts draws them).

A view makes a `Chart`, the template includes `shell/chart.html` with it and `shell/chart_head.html`
in its head. Without script, on paper and for screen readers the table stands alone.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.functional import Promise

Words = str | Promise
Number = int | float | Decimal | None


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line or one row of bars: a value for each label, None where there is none. `tone` is a
    colour of states ("done", "due-soon"), without one it has a colour of its own."""

    name: Words
    values: Sequence[Number]
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Lines over time, or bars side by side or on one another; `unit` is written behind numbers.
    `paths` are the lists behind the labels, where there are any."""

    title: Words
    labels: Sequence[Words]
    series: Sequence[Series]
    kind: str = "line"
    is_stacked: bool = False
    unit: Words = ""
    least: Number = None
    most: Number = None
    heading: Words = ""
    paths: Sequence[str] = ()

    @property
    def as_json(self) -> str:
        """What the page's script draws."""
        return json.dumps(
            {
                "kind": self.kind, "stacked": self.is_stacked, "unit": str(self.unit),
                "least": plain(self.least), "most": plain(self.most),
                "labels": [str(label) for label in self.labels],
                "series": [
                    {
                        "name": str(each.name), "tone": each.tone,
                        "values": [plain(value) for value in each.values],
                    }
                    for each in self.series
                ],
            },
            ensure_ascii=False,
        )  # fmt: skip

    @property
    def rows(self) -> list[tuple[Words, list[str]]]:
        """The table: for each label the value of each series."""
        return [
            (label, [written(each.values[index]) for each in self.series])
            for index, label in enumerate(self.labels)
        ]

    @property
    def lines(self) -> list[tuple[Words, str, list[str]]]:
        """The table with the list behind each label, empty where there is none."""
        paths = self.paths or [""] * len(self.labels)
        return [
            (label, path, values) for (label, values), path in zip(self.rows, paths, strict=True)
        ]


def plain(value: Number) -> int | float | None:
    return float(value) if isinstance(value, Decimal) else value


def written(value: Number) -> str:
    """A number as it is read: no more digits than it has."""
    if value is None:
        return "–"
    return f"{value:.2f}".rstrip("0").rstrip(".") if not isinstance(value, int) else str(value)
