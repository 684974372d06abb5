"""What happens to surveys: written with their cells, answered without a trace, published."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.doors import Refused
from campus.models import Person, SchoolClass
from campus.storing import store
from canteen.models import Canteen, Choice, Survey, SurveyAnswered, SurveyCell, SurveyQuestion
from canteen.models.survey import STAFF

# The usual topics; each survey words its own.
USUAL_QUESTIONS = (
    gettext_noop("The canteen on the whole"), gettext_noop("Prices"), gettext_noop("Surroundings"),
    gettext_noop("Cleanliness"), gettext_noop("Taste"), gettext_noop("Variety"),
    gettext_noop("Friendliness"), gettext_noop("Queueing"), gettext_noop("Warmth of the food"),
    gettext_noop("Size of the portions"),
)  # fmt: skip


@transaction.atomic
def write_survey(
    survey: Survey, *, title: str, opens_on: date, closes_on: date, questions: Sequence[str],
    by: Person, at: datetime,
) -> Survey:  # fmt: skip
    """Write a survey with its questions, or change one that nobody has answered.

    Raises Refused once somebody has, and without a question; ValidationError.
    """
    if not questions:
        raise Refused(_("Ask something."))
    if survey.pk:
        survey = locked(survey)
        if survey.answered.exists():
            raise Refused(_("Somebody has answered already; its questions stay."))
        survey.questions.all().delete()
    else:
        survey.by = by
    survey.title, survey.opens_on, survey.closes_on = title, opens_on, closes_on
    store(survey)
    for position, text in enumerate(questions, 1):
        store(SurveyQuestion(survey=survey, position=position, text=text))
    lay_cells(survey)
    return survey


def locked(survey: Survey) -> Survey:
    return Survey.objects.select_for_update(of=("self",)).get(pk=survey.pk)


def lay_cells(survey: Survey) -> None:
    """Every cell there can be, so that answers only count them up."""
    grades = [STAFF, *SchoolClass.objects.order_by().values_list("grade", flat=True).distinct()]
    SurveyCell.objects.bulk_create(
        SurveyCell(survey=survey, canteen=canteen, grade=grade, question=question, choice=choice)
        for canteen in Canteen.objects.running()
        for grade in grades
        for question in survey.questions.all()
        for choice in Choice.values
    )


def grade_of(person: Person) -> int:
    """The grade of a pupil's class; one number for everybody else."""
    return person.school_class.grade if person.school_class else STAFF


@transaction.atomic
def answer(
    survey: Survey, *, canteen: Canteen, choices: Mapping[int, str], by: Person, at: datetime
) -> None:
    """Count the answers of somebody, of each question by its number, and that they have answered;
    nothing that is stored leads from one to the other.

    All cells of the survey are written in one statement, whether they change or not: the database
    marks rows with the transaction that wrote them last, which must tell nobody's answers. Answers
    stand behind each other by the survey's row. Raises Refused where it is not open, for a second
    answer and for one that is not whole.
    """
    held = locked(survey)
    if not held.is_open(timezone.localtime(at).date()):
        raise Refused(_("This survey is not open."))
    if SurveyAnswered.objects.filter(survey=held, person=by).exists():
        raise Refused(_("You have answered already."))
    refuse_partial(held, choices)
    if not held.cells.filter(canteen=canteen, grade=grade_of(by)).exists():
        raise Refused(_("This survey does not ask about that canteen, or not your grade."))
    store(SurveyAnswered(survey=held, person=by))
    chosen = Q()
    for question, choice in choices.items():
        chosen |= Q(question=question, choice=choice)
    mine = chosen & Q(canteen=canteen, grade=grade_of(by))
    SurveyCell.objects.filter(survey=held).update(
        count=F("count") + Case(When(mine, then=Value(1)), default=Value(0))
    )


def refuse_partial(survey: Survey, choices: Mapping[int, str]) -> None:
    """Raise Refused unless each question has one of the answers."""
    asked = set(survey.questions.values_list("pk", flat=True))
    if set(choices) != asked or not set(choices.values()) <= set(Choice.values):
        raise Refused(_("Answer each question."))


@transaction.atomic
def publish(survey: Survey, *, by: Person, at: datetime) -> Survey:
    """Let everybody read the results. Raises Refused before it is closed and for a second time."""
    held, today = locked(survey), timezone.localtime(at).date()
    if held.published_on:
        raise Refused(_("It is published already."))
    if today <= held.closes_on:
        raise Refused(_("It is published once it is closed."))
    held.published_on = today
    store(held)
    return held
