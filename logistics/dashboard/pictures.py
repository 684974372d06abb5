"""The charts below the tiles; each has its table."""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.charts import Chart, Series
from canteen.measures import SATISFACTION
from logistics.dashboard.readings import Age, Board, Sum
from logistics.dashboard.scope import Scope
from logistics.dashboard.tiles import value_of
from planning.measures import PLAN_DONE


def plan_by_month(board: Board, scope: Scope) -> Chart | None:
    """Done and still to be done of what is due in each month."""
    months = board.readings[PLAN_DONE.key].months
    if not any(each.of for each in months):
        return None
    done = [each.number or Decimal(0) for each in months]
    planned = [each.of or Decimal(0) for each in months]
    rest = [of - number for number, of in zip(done, planned, strict=True)]
    return Chart(
        kind="bar", is_stacked=True, title=_("Work plan by month"), heading=_("Month"),
        labels=[month.label for month in scope.months],
        paths=[
            PLAN_DONE.proof_of(PLAN_DONE.of, month, scope.narrowing) if PLAN_DONE.of else ""
            for month in scope.months
        ],
        series=[
            Series(name=_("Done"), values=whole(done), tone="done"),
            Series(
                name=pgettext("plan items", "Not done"), values=whole(rest), tone="due-soon"
            ),
        ],
    )  # fmt: skip


def whole(numbers: Sequence[Decimal]) -> list[int]:
    return [int(number) for number in numbers]


def backlog(ages: Sequence[Age]) -> Chart | None:
    """How old open tickets are."""
    if not any(each.count for each in ages):
        return None
    return Chart(
        kind="bar", title=_("Open repairs by age"), heading=_("Days old"),
        labels=[age_words(each) for each in ages],
        paths=[each.path for each in ages],
        series=[
            Series(
                name=_("Repairs still open"), values=[each.count for each in ages],
                tone="under-way",
            )
        ],
    )  # fmt: skip


def age_words(age: Age) -> str:
    """0–1; 31+ for the oldest."""
    return f"{age.first}–{age.last}" if age.last is not None else f"{age.first}+"


def satisfaction(board: Board) -> Chart | None:
    """From survey to survey; None of fewer than two."""
    found = [each for each in board.surveys if share(each.found) is not None]
    if len(found) < 2:
        return None
    return Chart(
        title=_("Satisfied with the canteens"), heading=_("Survey closed in"), unit="%", least=0,
        most=100, labels=[f"{each.day:%Y-%m}" for each in found],
        series=[Series(name=_("Satisfied"), values=[share(each.found) for each in found],
                       tone="done")],
    )  # fmt: skip


def share(found: Sum) -> int | None:
    value = value_of(SATISFACTION, found)
    return None if value is None else int(value)
