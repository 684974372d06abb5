"""Six classes, two invented areas that hand in marks, and rules that hold for a week."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest

from campus.marks import Mark, MarkSource
from campus.models import SchoolClass
from logistics import areas
from logistics.assessment import actions
from logistics.assessment.models import AssessmentScheme, SchemeLine

MONDAY = date(2025, 11, 3)
# The Saturday after, in the morning.
SATURDAY = datetime(2025, 11, 8, 1, 0, tzinfo=UTC)


def mark(school_class, taken="0", *, day=MONDAY, given="0", of=None, record=1, words="地面"):
    """What somebody noted of a class."""
    return Mark(
        school_class=school_class.pk, day=day, taken=Decimal(taken), given=Decimal(given),
        of=None if of is None else Decimal(of), words=words, kind="x.look", record=record,
        path=f"/looks/{record}/",
    )  # fmt: skip


@pytest.fixture
def classes(db) -> list[SchoolClass]:
    """Four classes of grade 10 and two of grade 11."""
    return [
        SchoolClass.objects.create(grade=grade, number=number)
        for grade, number in ((10, 1), (10, 2), (10, 4), (10, 5), (11, 1), (11, 2))
    ]


@pytest.fixture
def marks(monkeypatch) -> dict[str, list[Mark]]:
    """What the two areas hold; tests add to it."""
    held: dict[str, list[Mark]] = {"floors": [], "rooms": []}

    def source(key: str, label: str) -> MarkSource:
        def between(first, last):
            return [each for each in held[key] if first <= each.day <= last]

        return MarkSource(key=key, label=label, marks=between)

    sources = (source("floors", "包干区"), source("rooms", "宿舍"))
    monkeypatch.setattr(areas, "MARKED", (SimpleNamespace(SOURCES=sources),))
    return held


@pytest.fixture
def scheme(semester, head, marks) -> AssessmentScheme:
    """Sixty points for floors, points taken twofold and 20 at most; forty for rooms, by the mean;
    one flag in each grade."""
    made = actions.draft(semester, by=head, at=SATURDAY)
    made.starts_on, made.flags = date(2025, 9, 1), 1
    lines = [
        SchemeLine(source="floors", full=60, weight=2, cap=20, bonus_cap=5),
        SchemeLine(source="rooms", formula="mean", full=40),
    ]
    actions.keep_draft(made, lines, by=head, at=SATURDAY)
    return actions.put_in_use(made, by=head, at=SATURDAY)
