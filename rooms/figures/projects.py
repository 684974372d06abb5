"""How projects stand: their stages in a row, how late they are, what is spent of their budget."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Span, Sums, summed
from campus.shell.words import money
from rooms.models import BudgetLine, ProjectStage, Risk, RoomProject, Spending

YUAN: Any = money


def told(projects: QuerySet[RoomProject]) -> QuerySet[RoomProject]:
    """The projects with all that a standing reads; three queries more."""
    high = Risk.objects.open().high()
    return projects.select_related("leader").prefetch_related(
        "stages", "lines", Prefetch("risks", high, to_attr="high_risks")
    )


def money_spent(spans: Sequence[Span]) -> Group:
    """What was paid in some days, for all projects; one query."""
    paid = summed(spans, Spending.objects.annotate(day=F("on")), ("amount",))
    line = Sums(spans, paid, "rooms:spendings").line
    lines = [line(_("Spent on projects"), "amount", words=YUAN)]
    return Group(title=_("Projects"), lines=lines)


@dataclass(frozen=True)
class Standing:
    """One project on a day."""

    project: RoomProject
    stages: Sequence[ProjectStage]
    lines: Sequence[BudgetLine]
    today: date

    @property
    def done(self) -> int:
        """How many stages are done."""
        return sum(stage.is_done for stage in self.stages)

    @property
    def current(self) -> ProjectStage | None:
        """The first stage that is not done."""
        return next((stage for stage in self.stages if not stage.is_done), None)

    @property
    def days_late(self) -> int:
        """By how many days the stage that is furthest behind has passed its end."""
        if not self.project.is_open:
            return 0
        left = [stage for stage in self.stages if not stage.is_done]
        return max((stage.days_late(self.today) for stage in left), default=0)

    @property
    def bar(self) -> list[tuple[ProjectStage, str]]:
        """Each stage with the colour of its state."""
        return [(stage, stage.tone(self.today)) for stage in self.stages]

    @property
    def planned(self) -> Decimal:
        return sum((line.planned for line in self.lines), Decimal(0))

    @property
    def spent(self) -> Decimal:
        return sum((line.spent for line in self.lines), Decimal(0))

    @property
    def share(self) -> int | None:
        """What is spent of the budget in whole per cent, rounded down; None without a budget."""
        return int(self.spent * 100 / self.planned) if self.planned else None

    @property
    def is_over(self) -> bool:
        return self.spent > self.planned

    @property
    def money(self) -> str:
        """What is spent of what was planned, in words."""
        return f"{money(self.spent)} / {money(self.planned)}"


def standing_of(project: RoomProject, today: date) -> Standing:
    """How a project that was `told` stands; no query."""
    stages = sorted(project.stages.all(), key=lambda stage: stage.position)
    return Standing(project, stages, list(project.lines.all()), today)
