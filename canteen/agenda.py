"""What the canteens tell the roof: whom one eats along with, and what waits in the kitchen."""

from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from campus.agenda import Dated, Urgency, Waiting
from campus.models import Person
from campus.rows import Rows
from canteen.models import (
    AccompaniedMeal,
    Canteen,
    FoodSample,
    GoodsReceipt,
    Meal,
    MealTime,
    MorningCheck,
    RosterLine,
    Survey,
    SurveyAnswered,
)
from canteen.models.sample import KITCHEN, without_sample
from planning.models import Kind

# As many of a sort as somebody reads on a screen; one's own meals are shown so long before.
MOST = 8
DAYS_AHEAD = timedelta(days=2)


def dated(person: Person, first: date, last: date) -> list[Rows[Dated]]:
    """The meals at which one eats along, from `first` to `last`."""
    own = AccompaniedMeal.objects.visible_to(person).filter(person=person, day__range=(first, last))
    return [
        Rows(
            rows=own, fields=("day", "meal", "recorded_at", "canteen__name"), draw=dated_meal
        )
    ]  # fmt: skip


def dated_meal(meal: AccompaniedMeal) -> Dated:
    """One's own turn to eat along."""
    return Dated(
        title=_("Eat along: %(meal)s, %(canteen)s")
        % {"meal": Meal(meal.meal).label, "canteen": meal.canteen},
        first=meal.day, last=meal.day, kind=Kind.DUTY, path=meal.get_absolute_url(),
        is_done=meal.recorded_at is not None,
    )  # fmt: skip


def waiting(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """A survey to be answered, one's own turns; for whoever answers for the food also samples,
    mornings and signatures."""
    today = timezone.localdate(at)
    answered = SurveyAnswered.objects.filter(person=person).values("survey")
    told = [
        Rows(
            rows=Survey.objects.running(today).exclude(pk__in=answered).order_by("closes_on")[:MOST],
            fields=("title", "closes_on"), draw=waiting_survey,
        )
    ]  # fmt: skip
    if person.is_pupil:
        return told
    own = AccompaniedMeal.objects.filter(person=person, recorded_at=None)
    told.append(
        Rows(
            rows=own.filter(day__lte=today + DAYS_AHEAD).order_by("day", "id")[:MOST],
            fields=("day", "meal", "canteen__name"), draw=partial(waiting_meal, today=today),
        )
    )  # fmt: skip
    if person.on_duty_as(*KITCHEN):
        told += kitchen(person, at)
    return told


def kitchen(person: Person, at: datetime) -> list[Rows[Waiting]]:
    """What waits for whoever answers for the food."""
    today = timezone.localdate(at)
    # The meal that is served or comes next; a part of the same statement.
    coming = MealTime.objects.filter(ends__gte=timezone.localtime(at).time()).order_by("starts")
    meal = Subquery(coming.values("meal")[:1])
    missing = without_sample().filter(day=today, meal=meal, counter__canteen=OuterRef("pk"))
    unseen = RosterLine.objects.working().filter(day=today, post__canteen=OuterRef("pk")).exclude(
        Exists(MorningCheck.objects.filter(day=today, worker=OuterRef("worker")))
    )  # fmt: skip
    return [
        Rows(
            rows=Canteen.objects.running().filter(Exists(missing)), fields=("name",),
            extra={"missing": counted(missing, "dish"), "meal": meal},
            draw=partial(waiting_samples, today=today),
        ),
        Rows(
            rows=Canteen.objects.running().filter(Exists(unseen)), fields=("name",),
            extra={"missing": counted(unseen, "worker")},
            draw=partial(waiting_morning, today=today),
        ),
        Rows(
            rows=FoodSample.objects.to_dispose_of(at).order_by("keep_until")[:1],
            fields=("keep_until",), draw=partial(waiting_disposal, today=today),
        ),
        Rows(
            rows=GoodsReceipt.objects.unsigned().exclude(by=person).order_by("on", "id")[:MOST],
            fields=("on", "supplier__name"), draw=waiting_signature,
        ),
        Rows(
            rows=RosterLine.objects.all().lapsed().filter(day__gte=today).order_by("day")[:MOST],
            fields=("day", "post__canteen_id", "worker__name"), draw=waiting_lapsed,
        ),
    ]  # fmt: skip


def counted(rows: QuerySet[Any], field: str) -> Subquery:
    """How many different ones of a field the rows of a subquery have."""
    sums = rows.order_by().annotate(one=Count("pk") * 0).values("one")
    number = sums.annotate(number=Count(field, distinct=True)).values("number")
    return Subquery(number[:1], output_field=IntegerField())


def waiting_survey(survey: Survey) -> Waiting:
    return Waiting(
        title=_("How is the food? %(survey)s") % {"survey": survey.title}, icon="mood-smile",
        path=reverse("canteen:survey_answer", args=[survey.pk]), urgency=Urgency.LATER,
        due=survey.closes_on, button=pgettext("a survey", "Answer"),
    )  # fmt: skip


def waiting_meal(meal: AccompaniedMeal, *, today: date) -> Waiting:
    """One's own turn, today, soon, or past and not recorded."""
    facts = {"meal": Meal(meal.meal).label, "canteen": meal.canteen}
    urgency = Urgency.SOON if meal.day > today else Urgency.TODAY
    return Waiting(
        title=_("Eat along: %(meal)s, %(canteen)s") % facts, path=meal.get_absolute_url(),
        icon="tools-kitchen-2", due=meal.day,
        urgency=urgency if meal.day >= today else Urgency.OVERDUE,
        button=pgettext("button", "Open") if meal.day > today else _("Record it"),
    )  # fmt: skip


def waiting_samples(canteen: Any, *, today: date) -> Waiting:
    """Dishes of the meal of now without a sample."""
    words = ngettext("%(count)d dish without a sample", "%(count)d dishes without a sample",
                     canteen.missing)  # fmt: skip
    query = urlencode({"canteen": canteen.pk, "day": today.isoformat(), "meal": canteen.meal})
    return Waiting(
        title=f"{canteen}: {words % {'count': canteen.missing}}", icon="test-pipe",
        path=f"{reverse('canteen:samples_day')}?{query}", urgency=Urgency.TODAY, due=today,
        detail=str(Meal(canteen.meal).label), button=_("Take them"),
    )  # fmt: skip


def waiting_morning(canteen: Any, *, today: date) -> Waiting:
    """Those at a post whom nobody has looked at this morning."""
    words = ngettext("%(count)d not looked at this morning", "%(count)d not looked at this morning",
                     canteen.missing)  # fmt: skip
    return Waiting(
        title=f"{canteen}: {words % {'count': canteen.missing}}", icon="stethoscope",
        path=reverse("canteen:morning", args=[canteen.pk]), urgency=Urgency.TODAY, due=today,
        button=_("Morning check"),
    )  # fmt: skip


def waiting_disposal(sample: FoodSample, *, today: date) -> Waiting:
    """Samples whose time is over; the oldest stands for all."""
    return Waiting(
        title=_("Dispose of samples whose time is over"), icon="trash",
        path=f"{reverse('canteen:samples')}?which=due", urgency=Urgency.SOON,
        due=timezone.localtime(sample.keep_until).date(), button=pgettext("button", "Open"),
    )  # fmt: skip


def waiting_signature(receipt: Any) -> Waiting:
    """Goods that somebody else has received."""
    return Waiting(
        title=_("Sign what came: %(supplier)s") % {"supplier": receipt.supplier},
        path=receipt.get_absolute_url(), icon="signature", urgency=Urgency.TODAY, due=receipt.on,
        button=pgettext("button", "Open"),
    )  # fmt: skip


def waiting_lapsed(line: Any) -> Waiting:
    """Somebody is rostered by a certificate that holds no more."""
    path = reverse("canteen:roster", args=[line.post.canteen_id])
    return Waiting(
        title=_("Rostered without a certificate that holds: %(worker)s") % {"worker": line.worker},
        path=f"{path}?day={line.day.isoformat()}", icon="certificate-off",
        urgency=Urgency.OVERDUE, due=line.day, button=pgettext("button", "Open"),
    )  # fmt: skip
