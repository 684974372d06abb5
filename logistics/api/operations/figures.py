"""The few numbers by which the head leads, each with the list that proves it."""

from datetime import date

from django.http import Http404, HttpResponse
from django.utils import timezone
from pydantic import Field

from campus.doors import require
from campus.measures import Measure
from campus.models import Semester
from logistics.api.bearer import ApiRequest
from logistics.api.service import answered, operation
from logistics.api.shapes import Amount, Answer
from logistics.dashboard import rights
from logistics.dashboard.arranging import in_order
from logistics.dashboard.readings import Board, board_of
from logistics.dashboard.scope import Scope, school_scope
from logistics.dashboard.tiles import tile


class FigureOut(Answer):
    """One number of the dashboard."""

    key: str
    label: str
    number: Amount | None = Field(description="How many; null where nothing is known.")
    of: Amount | None = Field(description="Out of how many, of a share or a mean.")
    shown: str = Field(description="As the tile says it, such as 87%.")
    unit: str
    more_is_better: bool
    proof: str | None = Field(
        description="The list in the portal that shows these rows; null where it is not yours."
    )


class Figures(Answer):
    """The figures of a semester."""

    semester: str
    first_day: date
    last_day: date
    data: list[FigureOut]


def declare() -> None:
    """The figures as they are asked of the dashboard."""
    operation(
        "GET", "/figures", scope="figures:read", answer=Figures, name="figures_all"
    )(figures)  # fmt: skip


def figures(request: ApiRequest) -> HttpResponse:
    """Figures of the semester that runs, as the dashboard of the token's person tells them."""
    person = request.auth.person
    require(rights.can_open(person))
    scope = school_scope(timezone.localdate(), list(Semester.objects.all()))
    if scope is None:
        raise Http404
    board = board_of(scope)
    told = [figure(each, board, scope, request) for each in in_order(person, None)
            if each.key in board.readings]  # fmt: skip
    return answered(
        {
            "semester": str(scope.semester), "first_day": scope.semester.first_day,
            "last_day": scope.semester.last_day, "data": told,
        }
    )  # fmt: skip


def figure(measure: Measure, board: Board, scope: Scope, request: ApiRequest) -> dict[str, object]:
    """A measure with its number and its proof, as its tile has them."""
    reading = board.readings[measure.key].period
    drawn = tile(measure, board.readings[measure.key], scope, request.auth.person)
    return {
        "key": measure.key, "label": str(measure.label), "number": reading.number,
        "of": reading.of, "shown": drawn.number, "unit": str(drawn.unit),
        "more_is_better": measure.more_is_better,
        "proof": request.build_absolute_uri(drawn.path) if drawn.path else None,
    }  # fmt: skip
