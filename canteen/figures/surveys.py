"""What a survey has shown: how many are satisfied, by question, canteen and grade."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Sum
from django.utils.translation import gettext as _

from campus.charts import Chart, Series
from campus.models import SchoolClass
from canteen.models import Choice, Survey, SurveyCell
from canteen.models.survey import STAFF

# Of fewer answers nothing is shown: they would tell who gave them. Our own figure.
LEAST = 5


@dataclass
class Counts:
    """How often each answer was given."""

    by_choice: dict[str, int] = field(default_factory=lambda: dict.fromkeys(Choice.values, 0))

    def add(self, choice: str, count: int) -> None:
        self.by_choice[choice] += count

    @property
    def total(self) -> int:
        return sum(self.by_choice.values())

    @property
    def is_shown(self) -> bool:
        """Whether so many have answered that nobody can be told from it."""
        return self.total >= LEAST

    @property
    def satisfied(self) -> int | None:
        """Satisfied and very satisfied of all, in whole per cent, rounded down (满意率); None where
        too few have answered."""
        good = self.by_choice[Choice.VERY] + self.by_choice[Choice.SATISFIED]
        return good * 100 // self.total if self.is_shown else None


@dataclass(frozen=True)
class Line:
    """A question: all canteens, each of them, and the same question in earlier surveys."""

    text: str
    whole: Counts
    canteens: list[Counts]
    earlier: list[int | None]


@dataclass(frozen=True)
class Results:
    """All that a survey has shown."""

    canteens: list[str]
    earlier: list[Survey]
    lines: list[Line]
    grades: list[tuple[str, Counts]]
    whole: Counts


def results_of(survey: Survey, earlier: Iterable[Survey]) -> Results:
    """The results beside those of earlier surveys; three queries."""
    before = list(earlier)
    cells = list(
        SurveyCell.objects.filter(survey=survey)
        .order_by("canteen_id", "grade")
        .values_list("question", "canteen__name", "grade", "choice", "count")
    )
    names = list(dict.fromkeys(name for _q, name, _g, _c, _n in cells))
    lines: dict[int, dict[str, Counts]] = defaultdict(lambda: defaultdict(Counts))
    grades: dict[int, Counts] = defaultdict(Counts)
    whole = Counts()
    for question, name, grade, choice, count in cells:
        lines[question][name].add(choice, count)
        lines[question][""].add(choice, count)
        grades[grade].add(choice, count)
        whole.add(choice, count)
    past = shares_of(before)
    questions = list(survey.questions.all())
    asked = max(len(questions), 1)
    return Results(
        canteens=names, earlier=before, whole=whole,
        lines=[
            Line(
                each.text, lines[each.pk][""], [lines[each.pk][name] for name in names],
                [past.get((old.pk, each.text)) for old in before],
            )
            for each in questions
        ],
        grades=[
            (grade_words(grade), counts)
            for grade, counts in sorted(grades.items())
            if counts.total >= LEAST * asked
        ],
    )  # fmt: skip


def shares_of(surveys: list[Survey]) -> dict[tuple[int, str], int | None]:
    """How many per cent were satisfied, by survey and the words of the question; one query."""
    sums: dict[tuple[int, str], Counts] = defaultdict(Counts)
    found: Any = SurveyCell.objects.filter(survey__in=surveys).order_by()
    for survey, text, choice, count in found.values_list(
        "survey", "question__text", "choice"
    ).annotate(number=Sum("count")):
        sums[survey, text].add(choice, count)
    return {key: counts.satisfied for key, counts in sums.items()}


def course_of(survey: Survey, results: Results) -> Chart | None:
    """Question by question, how satisfied in this survey and those before; None without any."""
    if not results.earlier:
        return None
    before = [
        Series(name=str(old), values=[line.earlier[index] for line in results.lines])
        for index, old in enumerate(results.earlier)
    ]
    return Chart(
        kind="bar", title=_("From survey to survey, satisfied in per cent"),
        heading=_("Question"), labels=[line.text for line in results.lines], least=0, most=100,
        series=[
            *reversed(before),
            Series(name=str(survey), values=[line.whole.satisfied for line in results.lines]),
        ],
    )  # fmt: skip


def grade_words(grade: int) -> str:
    """Who answered, in words."""
    return _("Staff") if grade == STAFF else str(SchoolClass.Grade(grade).label)
