"""The figures of the canteens for a semester and its months, each with the list that proves it.

What is counted by meals and days of one semester is some tens of thousands of rows at most, which
an index finds by the day; walks are tallied by the database.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Span, Value, proof, today_line
from campus.models import Person
from campus.school_time.engine import moments_of
from canteen.actions.controls import DAILY, FIVE_C, WEEKLY
from canteen.figures.controls import demands, walks_of
from canteen.figures.tiles import number
from canteen.models import (
    AccompaniedMeal,
    CanteenWorker,
    FoodSample,
    MenuItem,
    PortionCheck,
    PriceNotice,
    Standards,
)
from canteen.models.menu import IS_LIGHT
from inspections.models import Checklist, Inspection, WalkTally


def groups(spans: Sequence[Span]) -> list[Group]:
    """All figures for the spans, of which the first holds the others; six queries."""
    return [food(spans), kept(spans), watched(spans)]


def by_day(rows: QuerySet[Any], day: str, whole: Span, **counts: Any) -> list[dict[str, Any]]:
    """Counts of the rows of each day of a span; one query."""
    found = rows.filter(**{f"{day}__range": (whole.first, whole.last)}).order_by()
    return list(found.values(day).annotate(**counts).values(day, *counts))


def values(
    spans: Sequence[Span], rows: Sequence[dict[str, Any]], day: str, count: str, of: str = "",
    path: Callable[[Span], str] = lambda span: "",
) -> list[Value]:  # fmt: skip
    """The sums of each span, with the sum `of` that they are a share of."""
    found = []
    for span in spans:
        own = [row for row in rows if span.has(row[day])]
        found.append(
            Value(
                number=sum(row[count] for row in own),
                of=sum(row[of] for row in own) if of else None, path=path(span),
            )
        )  # fmt: skip
    return found


def food(spans: Sequence[Span]) -> Group:
    """Samples of what was served, portions, prices; three queries."""
    whole = spans[0]
    taken = FoodSample.objects.filter(
        canteen=OuterRef("counter__canteen"), day=OuterRef("day"), meal=OuterRef("meal"),
        dish=OuterRef("dish"),
    )  # fmt: skip
    today = timezone.localdate()
    served = MenuItem.objects.filter(day__lt=today).annotate(is_sampled=Exists(taken))
    rows = by_day(
        served, "day", whole, served=Count("pk"), sampled=Count("pk", filter=Q(is_sampled=True))
    )
    percent = Subquery(Standards.objects.filter(pk=1).values("light_percent"))
    start, end = moments_of(whole.first, whole.last)
    portions = PortionCheck.objects.filter(at__gte=start, at__lt=end).with_least(percent)
    weighed = by_day(
        portions, "at__date", whole, count=Count("pk"), light=Count("pk", filter=IS_LIGHT)
    )
    changed = by_day(PriceNotice.objects.changes(), "since", whole, count=Count("pk"))
    lines = [
        Line(
            key="sampled", label=_("Dishes with a sample"), hint=_("of those served"),
            values=values(spans, rows, "day", "sampled", "served",
                          lambda span: proof("canteen:samples", span)),
        ),
        Line(
            key="portions", label=_("Portions weighed"),
            values=values(spans, weighed, "at__date", "count",
                          path=lambda span: proof("canteen:portions", span)),
        ),
        Line(
            key="light", label=_("Lighter than stated"),
            values=values(spans, weighed, "at__date", "light",
                          path=lambda span: proof("canteen:portions", span, which="light")),
        ),
        Line(
            key="prices", label=_("Changed prices"),
            values=values(spans, changed, "since", "count",
                          path=lambda span: proof("canteen:prices", span, which="changed")),
        ),
    ]  # fmt: skip
    return Group(
        title=_("What is served"), lines=lines,
        source=_("A sample of every dish of every meal: rules for schools of 2019."),
    )  # fmt: skip


def kept(spans: Sequence[Span]) -> Group:
    """Daily control and weekly review, in time of planned; two queries."""
    whole = spans[0]
    checklists = list(Checklist.objects.filter(code__in=[DAILY, WEEKLY]).order_by("pk"))
    tallies = WalkTally.objects.filter(
        checklist__in=[each.pk for each in checklists], day__range=(whole.first, whole.last)
    )
    rows = list(tallies.values("day", "checklist", "planned", "kept"))
    lines = []
    for checklist in checklists:
        path = partial(
            proof, "inspections:inspections", checklist=str(checklist.pk), state="kept"
        )  # fmt: skip
        own: list[dict[str, Any]] = [dict(row) for row in rows if row["checklist"] == checklist.pk]
        shares = values(spans, own, "day", "kept", "planned", path)
        lines.append(
            Line(
                key=checklist.code, label=checklist.name, hint=_("done in time, of planned"),
                values=shares,
            )
        )  # fmt: skip
    return Group(title=_("Controls"), lines=lines)


def watched(spans: Sequence[Span]) -> Group:
    """Accompanied meals; one query."""
    past = AccompaniedMeal.objects.filter(day__lt=timezone.localdate())
    rows = by_day(
        past, "day", spans[0], laid=Count("pk"),
        recorded=Count("pk", filter=Q(recorded_at__isnull=False)),
    )  # fmt: skip
    line = Line(
        key="recorded", label=_("Accompanied meals recorded"), hint=_("of those laid"),
        values=values(spans, rows, "day", "recorded", "laid",
                      lambda span: proof("canteen:accompany", span, which="recorded")),
    )  # fmt: skip
    return Group(title=_("Accompanied meals"), lines=[line])


def standing(person: Person, at: datetime) -> list[Line]:
    """How things are today: certificates, 5C, demands of the committee; one query."""
    today: date = timezone.localdate(at)
    there = CanteenWorker.objects.there(today).with_certificate(today)
    audits = walks_of(FIVE_C).filter(status__in=Inspection.DONE, score__isnull=False)
    counted = Standards.objects.annotate(
        workers=number(there), certified=number(there.filter(is_certified=True)),
        asked=number(demands()), done=number(demands().filter(status__in=["done", "accepted"])),
        score=Subquery(audits.order_by("-finished_at").values("score")[:1]),
    )  # fmt: skip
    now = counted.values("workers", "certified", "asked", "done", "score").get(pk=1)
    return [
        today_line(
            _("Workers with a certificate that holds"), now["certified"],
            proof("canteen:workers"), of=now["workers"], key="certified",
        ),
        today_line(
            _("Points of the last 5C audit"), now["score"], proof("canteen:five_c"), key="five_c"
        ),
        today_line(
            _("Demands of the committee done"), now["done"], proof("canteen:committee"),
            of=now["asked"], key="demands",
        ),
    ]  # fmt: skip
