"""How satisfied people are with the food."""

from datetime import timedelta
from decimal import Decimal

from django.db.models import Q, Sum
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.doors import YES
from campus.measures import Counted, Measure
from canteen.figures.surveys import LEAST
from canteen.forms.school import MOST_QUESTIONS
from canteen.models import Choice, SurveyCell

CONTENT = Q(choice__in=[Choice.VERY, Choice.SATISFIED])
SATISFACTION = Measure(
    key="canteen.satisfaction", label=_("Satisfied with the canteens"), icon="tools-kitchen-2",
    hint=_("answers of published surveys"), day="survey__closes_on", grade="grade",
    # Twice a year: a course wants some of them.
    reaches_back=timedelta(days=3 * 366),
    rows=SurveyCell.objects.filter(survey__published_on__isnull=False).all,
    # Nobody finds out who answered what: there are no rows of answers, but the survey's own page.
    path=lambda span: reverse("canteen:surveys"),
    number=Counted(sum=Sum("count", filter=CONTENT)), of=Counted(sum=Sum("count")),
    # As many people as a survey may tell of, had it asked as much as a survey may ask.
    is_told=lambda answers: answers >= Decimal(LEAST * MOST_QUESTIONS),
    reads_all=lambda person: YES,
)  # fmt: skip
MEASURES = (SATISFACTION,)
