"""How the controls are kept, how 5C stands, and what the committee asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from campus.charts import Chart, Series
from campus.models import Person
from campus.school_time.engine import moments_of
from campus.school_time.months import month_after
from campus.shell.words import day_in_words
from canteen.actions.controls import DAILY, FIVE_C, ROUND, WEEKLY
from canteen.models import Canteen
from inspections.models import Inspection
from planning.models import ActionItem, Meeting

Status = Inspection.Status
TREND = 6


@dataclass(frozen=True)
class Kept:
    """The walks of a checklist at a canteen in a month."""

    canteen: Canteen
    code: str
    walks: list[Inspection]

    @property
    def owed(self) -> int:
        return sum(each.status != Status.CANCELLED for each in self.walks)

    @property
    def in_time(self) -> int:
        return sum(
            each.status in Inspection.DONE
            and each.finished_at is not None
            and (each.due_at is None or each.finished_at <= each.due_at)
            for each in self.walks
        )

    @property
    def missed(self) -> int:
        return sum(each.status == Status.MISSED for each in self.walks)

    @property
    def clean(self) -> int:
        """Walks that found nothing: the report of no risk."""
        return sum(each.status in Inspection.DONE and not each.faults for each in self.walks)


def walks_of(code: str | tuple[str, ...]) -> QuerySet[Inspection]:
    codes = (code,) if isinstance(code, str) else code
    return Inspection.objects.filter(checklist__code__in=codes)


def controls_of(canteens: list[Canteen], first: date) -> list[Kept]:
    """Daily controls and weekly reviews of a month, canteen by canteen; one query. What was walked
    without a plan counts too."""
    start, end = moments_of(first, month_after(first) - timedelta(days=1))
    due = Q(due_at__gte=start, due_at__lt=end)
    unplanned = Q(due_at=None, finished_at__gte=start, finished_at__lt=end)
    found = walks_of((DAILY, WEEKLY)).filter(
        due | unplanned, place__in=[each.place_id for each in canteens]
    )  # fmt: skip
    walks = list(found.select_related("checklist", "walker").order_by("id"))
    return [
        Kept(canteen, code, [
            each for each in walks
            if each.checklist.code == code and each.place_id == canteen.place_id
        ])
        for canteen in canteens
        for code in (DAILY, WEEKLY)
    ]  # fmt: skip


def meetings_of(first: date) -> QuerySet[Meeting]:
    """The food-safety meetings of a month."""
    start, end = moments_of(first, month_after(first) - timedelta(days=1))
    return Meeting.objects.not_cancelled().between(start, end).filter(
        kind=Meeting.Kind.FOOD_SAFETY
    )  # fmt: skip


def audits_of(canteen: Canteen) -> list[Inspection]:
    """The last 5C audits of a canteen, the newest first."""
    done = walks_of(FIVE_C).filter(place=canteen.place_id, status__in=Inspection.DONE)
    return list(done.select_related("walker").order_by("-finished_at", "-id")[:TREND])


def course_of(audits: Sequence[Inspection], target: int) -> Chart | None:
    """The points of `audits`, newest first, beside the target; None of fewer than two."""
    if len(audits) < 2:
        return None
    in_time = list(reversed(audits))
    return Chart(
        title=_("Points of the audits"), heading=_("When"), least=0, most=100,
        labels=[day_in_words(timezone.localdate(each.finished_at)) for each in in_time],
        series=[
            Series(name=_("Points"), values=[each.score for each in in_time]),
            Series(name=pgettext("of points", "Target"), values=[target for _each in in_time]),
        ],
    )  # fmt: skip


def demands() -> QuerySet[ActionItem]:
    """What the committee's meetings asked for."""
    found = ActionItem.objects.filter(meeting__kind=Meeting.Kind.COMMITTEE)
    return found.select_related("meeting", "assignee").order_by("-id")


def rounds() -> QuerySet[Inspection]:
    """The committee's rounds, the newest first."""
    done = walks_of(ROUND).filter(status__in=Inspection.DONE)
    return done.select_related("place").order_by("-finished_at", "-id")


def committee_meetings(person: Person) -> QuerySet[Meeting]:
    found = Meeting.objects.visible_to(person).not_cancelled()
    return found.filter(kind=Meeting.Kind.COMMITTEE).order_by("-starts_at")
