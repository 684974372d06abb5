"""Reads a school's work plan as people publish it, and gives its dated items.

No database, no Django: `read_source` makes a file's bytes lines and grids, `read_plan` finds the
schedule in them. The way of a text: carrier (`carriers`, `word`, `sheet`, `page`) → `source` →
`layout` (tables drawn in text) → `reader` (headings, scopes) → `lists` and `tables` → items.
"""

from planning.plan_text.carriers import read_source
from planning.plan_text.reader import read_plan
from planning.plan_text.result import DOUBTS, NoSchedule, PlanText, ReadItem
from planning.plan_text.source import Source, UnreadableSource

__all__ = [
    "DOUBTS",
    "NoSchedule",
    "PlanText",
    "ReadItem",
    "Source",
    "UnreadableSource",
    "read_plan",
    "read_source",
]
