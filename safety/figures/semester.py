"""The figures of safety for a semester and its months, each with the list that proves it.

Drills, activities and accidents of a semester are few: they are counted from their rows, which an
index finds by the day. Hazards are many, and are tallied by the database.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Sum
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from campus.figures import Group, Line, Span, Value, proof, today_line
from campus.models import Person
from campus.school_time.engine import moments_of
from campus.tiles import Words
from safety.figures import hazards
from safety.figures.drills import Month, drill_year, school_year_of
from safety.figures.norms import matrix
from safety.models import Drill, Incident, NormRequirement, SafetyEvent
from safety.models.incident import last_accident

DRILLS, EVENTS, INCIDENTS = "safety:drills", "safety:events", "safety:incidents:incidents"


def groups(spans: Sequence[Span], person: Person, today: date) -> list[Group]:
    """All figures of safety for the spans, of which the first holds the others; five queries."""
    return [
        hazards.group(spans),
        drills(spans, person, today),
        education(spans),
        accidents(spans),
    ]


def counted(key: str, label: Words, address: str, spans: Sequence[Span], numbers: Iterable[int],
            **query: str) -> Line:  # fmt: skip
    """A line of plain numbers, each with its list."""
    values = [
        Value(number=number, path=proof(address, span, **query))
        for span, number in zip(spans, numbers, strict=True)
    ]
    return Line(label=label, values=values, key=key)


def drills(spans: Sequence[Span], person: Person, today: date) -> Group:
    """Drills held, months with one of those that owe one, and how fast people were out."""
    whole = spans[0]
    year = drill_year(person, school_year_of(whole.first), today)
    held = [each for month in year.months for each in month.held]
    by_span = [[each for each in held if span.has(each.day)] for span in spans]
    evacuations = [[each for each in found if each.is_evacuation] for found in by_span]
    lines = [
        counted(
            "held", _("Drills held"), DRILLS, spans, map(len, by_span), status=Drill.Status.HELD
        ),
        Line(
            key="months", label=_("Months with an evacuation drill"), hint=_("of those that owe one"),
            values=[months_kept(span, year.months) for span in spans],
        ),
        Line(
            key="within_target", label=_("Everybody out within the target"),
            values=[
                Value(
                    number=sum(each.met_target for each in found), of=len(found),
                    path=proof(DRILLS, span, evacuation="in_time"),
                )
                for span, found in zip(spans, evacuations, strict=True)
            ],
        ),
        Line(
            key="slowest", label=_("Slowest evacuation"), words=seconds,
            values=[
                Value(
                    number=max((each.evacuation_seconds or 0 for each in found), default=None),
                    path=proof(DRILLS, span, evacuation="held"),
                )
                for span, found in zip(spans, evacuations, strict=True)
            ],
        ),
    ]  # fmt: skip
    source = _("One evacuation a month at least: guide of the Ministry of Education, 2014, no. 2.")
    return Group(title=_("Drills"), lines=lines, source=source)


def seconds(number: Any) -> str:
    return gettext("%(seconds)s s") % {"seconds": number}


def months_kept(span: Span, months: Iterable[Month]) -> Value:
    """Of the months of a span that owe a drill, those that had one; a month owes it when over."""
    owing = [each for each in months if each.is_owed and span.meets(each.first, each.last)]
    return Value(
        number=sum(each.has_evacuation for each in owing), of=len(owing),
        path=proof("safety:drill_year"),
    )  # fmt: skip


def education(spans: Sequence[Span]) -> Group:
    """Activities, and how many pupils came."""
    whole = spans[0]
    held = SafetyEvent.objects.held().order_by()
    found = held.filter(on__range=(whole.first, whole.last))
    rows = list(found.annotate(came=Sum("classes__present")).values_list("on", "came"))
    by_span = [[came or 0 for on, came in rows if span.has(on)] for span in spans]
    lines = [
        counted("held", _("Activities"), EVENTS, spans, map(len, by_span), state="held"),
        counted("came", _("Pupils who came"), EVENTS, spans, map(sum, by_span), state="held"),
    ]
    return Group(title=_("Safety education"), lines=lines)


def standing(person: Person, at: datetime) -> list[Line]:
    """How things are today: open hazards, norms in place, days without an accident."""
    now, today = hazards.standing(person, at), timezone.localdate(at)
    required = list(NormRequirement.objects.visible_to(person).kept())
    rows = matrix({each.norm for each in required}, required, today)
    last = last_accident(at)
    return [
        today_line(_("Open hazards"), now.open, proof(hazards.LIST, current="open")),
        today_line(_("Overdue hazards"), now.overdue, proof(hazards.LIST, current="overdue")),
        today_line(
            _("Open major hazards"), now.major, proof(hazards.LIST, current="open", level="major")
        ),
        today_line(
            _("Norms in place"), sum(row.whole for row in rows), proof("safety:norms"),
            of=len(rows),
        ),
        today_line(
            _("Days without an accident"),
            (today - timezone.localdate(last)).days if last else None,
            proof(INCIDENTS, which="accidents"),
        ),
    ]  # fmt: skip


def accidents(spans: Sequence[Span]) -> Group:
    """Accidents and how many people were hurt; near misses and simulated ones aside."""
    whole = spans[0]
    start, end = moments_of(whole.first, whole.last)
    found = Incident.objects.accidents().filter(happened_at__gte=start, happened_at__lt=end)
    rows = [(timezone.localtime(each.happened_at).date(), each.hurt) for each in found.order_by()]
    by_span = [[hurt for day, hurt in rows if span.has(day)] for span in spans]
    lines = [
        counted(
            "accidents", pgettext_lazy("number of accidents", "Accidents"), INCIDENTS, spans,
            map(len, by_span), which="accidents",
        ),
        counted("hurt", _("People hurt"), INCIDENTS, spans, map(sum, by_span), which="accidents"),
    ]  # fmt: skip
    return Group(title=_("Accidents"), lines=lines)
