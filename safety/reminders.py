"""What safety has people reminded of: drills and activities to be held, proofs of norms that run
out, fire equipment to be serviced, chemicals to be counted and brought back.

The numbers of days are our own figures, as far as nothing else is said; each school changes them.
Where many things fall due together one of them stands for all, so that nobody gets fifty notices.
"""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_noop, ngettext
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Role
from campus.school_time.engine import moment_of
from planning.registry import Remindable, heads, register
from safety.models import (
    Chemical,
    ChemicalMove,
    Drill,
    EquipmentRule,
    FireEquipment,
    NormEvidence,
    NormRequirement,
    SafetyEvent,
)
from safety.models.chemical import RETURN_WITHIN

Every = NormRequirement.Every
# Pieces that are due within so many days of the first are serviced in one go.
TOGETHER = timedelta(days=30)


def officers() -> list[Person]:
    """The safety officers of today, else the head."""
    return list(Person.objects.on_duty_as(Role.SAFETY_OFFICER)) or heads()


def at_the_school(*people: Person | None) -> list[Person]:
    """Those of the people who are there, each once; else the safety officers."""
    there = {person.pk: person for person in people if person and person.is_active}
    return list(there.values()) or officers()


class DrillReminders(Remindable[Drill]):
    """Drills that are planned; afterwards, that nobody has recorded them."""

    model = Drill
    subjects = {"drill": _("Drills with a day of their own")}
    coming = gettext_noop("Drill on %(day)s: %(title)s")
    today = gettext_noop("Drill today, %(day)s: %(title)s")
    overdue = gettext_noop("Drill of %(day)s, nothing is recorded yet: %(title)s")
    # A drill that a whole group reads of beforehand is none.
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {
            "days_before": [3, 1], "on_the_day": True, "overdue_after": [1],
            "escalate_after": [5],
        }  # fmt: skip

    def subject(self, thing: Drill) -> str:
        return "drill"

    def open_things(self, subject: str | None = None) -> QuerySet[Drill]:
        first, last = self.near(subject, timezone.localdate())
        found = Drill.objects.filter(status=Drill.Status.PLANNED).between(
            moment_of(first, time.min), moment_of(last, time.max)
        )
        return found.select_related("place", "commander", "by")

    def is_open(self, thing: Drill) -> bool:
        return thing.status == Drill.Status.PLANNED

    def due_on(self, thing: Drill) -> date:
        return thing.day

    def path(self, thing: Drill) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: Drill) -> list[Person]:
        """Its commander and whoever has planned it."""
        return at_the_school(thing.commander, thing.by)

    def title(self, thing: Drill) -> str:
        """With its hour and its place."""
        parts = (
            thing.title, f"{timezone.localtime(thing.planned_at):%H:%M}", str(thing.place or ""),
        )  # fmt: skip
        return " ".join(filter(None, parts))


class EventReminders(Remindable[SafetyEvent]):
    """Activities of safety education that are planned."""

    model = SafetyEvent
    subjects = {"safety_event": _("Activities of safety education")}
    coming = gettext_noop("Safety education on %(day)s: %(title)s")
    today = gettext_noop("Safety education today, %(day)s: %(title)s")
    overdue = gettext_noop("Safety education of %(day)s, was it held? %(title)s")

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"days_before": [3], "on_the_day": True, "overdue_after": [1, 5]}

    def subject(self, thing: SafetyEvent) -> str:
        return "safety_event"

    def open_things(self, subject: str | None = None) -> QuerySet[SafetyEvent]:
        planned = SafetyEvent.objects.filter(status=SafetyEvent.Status.PLANNED)
        near = self.near(subject, timezone.localdate())
        return planned.filter(on__range=near).select_related("organiser")

    def is_open(self, thing: SafetyEvent) -> bool:
        return thing.status == SafetyEvent.Status.PLANNED

    def due_on(self, thing: SafetyEvent) -> date:
        return thing.on

    def path(self, thing: SafetyEvent) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: SafetyEvent) -> list[Person]:
        return at_the_school(thing.organiser)


class NormReminders(Remindable[NormRequirement]):
    """Proofs of norms that run out, by how often they are wanted. What was never proved has no day;
    it stands out on the page of the norms."""

    model = NormRequirement
    subjects = {
        "norm.once": _("Proofs of norms that run out on a day"),
        "norm.week": _("Proofs of norms, every week"),
        "norm.month": _("Proofs of norms, every month"),
        "norm.semester": _("Proofs of norms, every semester"),
        "norm.year": _("Proofs of norms, every year"),
    }
    before = {
        "norm.once": [20, 5], "norm.week": [], "norm.month": [3], "norm.semester": [10],
        "norm.year": [20, 5],
    }  # fmt: skip
    coming = gettext_noop("To be proved anew by %(day)s: %(title)s")
    today = gettext_noop("To be proved anew today, %(day)s: %(title)s")
    overdue = gettext_noop("Not proved any more since %(day)s: %(title)s")
    in_calendar_days = True

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {
            "days_before": self.before[subject], "on_the_day": True, "overdue_after": [7],
            "escalate_after": [14],
        }  # fmt: skip

    def subject(self, thing: NormRequirement) -> str:
        return f"norm.{thing.every}"

    def open_things(self, subject: str | None = None) -> QuerySet[NormRequirement]:
        kept: Any = NormRequirement.objects.kept()
        if subject:
            kept = kept.filter(every=subject.removeprefix("norm."))
        found: QuerySet[NormRequirement] = kept.filter(
            last_until__range=self.near(subject, timezone.localdate())
        )
        return found

    def is_open(self, thing: NormRequirement) -> bool:
        return thing.is_kept

    def due_on(self, thing: NormRequirement) -> date | None:
        """Until when its newest proof holds."""
        newest = NormEvidence.objects.filter(requirement=thing).order_by("-on", "-id")
        return newest.values_list("valid_until", flat=True).first()

    def path(self, thing: NormRequirement) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: NormRequirement) -> list[Person]:
        """Whoever's work it is, else the safety officers."""
        theirs = list(Person.objects.on_duty_as(Role(thing.role))) if thing.role else []
        return theirs or officers()

    def title(self, thing: NormRequirement) -> str:
        return f"{thing.norm} · {thing.title}"


class EquipmentReminders(Remindable[EquipmentRule]):
    """Fire equipment to be serviced or scrapped: the pieces of a sort together, since a firm comes
    for all of them. The days count from the piece that is due first."""

    model = EquipmentRule
    subjects = {"fire_equipment": _("Service and scrapping of fire equipment")}
    coming = gettext_noop("To be serviced or scrapped from %(day)s on: %(title)s")
    today = gettext_noop("To be serviced or scrapped from today, %(day)s, on: %(title)s")
    overdue = gettext_noop("Should have been serviced or scrapped since %(day)s: %(title)s")
    in_calendar_days = True

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        """A month is what it takes to have a firm come."""
        return {
            "days_before": [30, 7], "on_the_day": False, "overdue_after": [7, 30],
            "escalate_after": [14],
        }  # fmt: skip

    def subject(self, thing: EquipmentRule) -> str:
        return "fire_equipment"

    def open_things(self, subject: str | None = None) -> QuerySet[EquipmentRule]:
        near = self.near(subject, timezone.localdate())
        due = FireEquipment.objects.filter(sort=OuterRef("sort"), due_on__range=near)
        return EquipmentRule.objects.filter(Exists(due))

    def is_open(self, thing: EquipmentRule) -> bool:
        return self.due_on(thing) is not None

    def due_on(self, thing: EquipmentRule) -> date | None:
        """The day of the piece of its sort that is due first."""
        due = FireEquipment.objects.filter(sort=thing.sort, due_on__isnull=False)
        first: date | None = due.aggregate(first=Min("due_on"))["first"]
        return first

    def path(self, thing: EquipmentRule) -> str:
        return f"{reverse('safety:equipment')}?{urlencode({'sort_of': thing.sort})}"

    def responsible(self, thing: EquipmentRule) -> list[Person]:
        return officers()

    def title(self, thing: EquipmentRule) -> str:
        """How many pieces are due together, and which is the first."""
        due = FireEquipment.objects.filter(sort=thing.sort, due_on__isnull=False)
        first = due.order_by("due_on", "code").first()
        if first is None or first.due_on is None:
            return str(thing)
        count = due.filter(due_on__lte=first.due_on + TOGETHER).count()
        words = ngettext(
            "%(sort)s, %(count)d piece, first %(code)s",
            "%(sort)s, %(count)d pieces, first %(code)s", count,
        )  # fmt: skip
        return words % {"sort": thing, "count": count, "code": first.code}


class CountReminders(Remindable[Chemical]):
    """Stocktakes of chemicals: for each keeper the one that is due first stands for all that they
    keep. The half month between two stocktakes is a school's practice (see `COUNT_EVERY`)."""

    model = Chemical
    subjects = {"chemical_count": _("Stocktakes of chemicals")}
    coming = gettext_noop("Chemicals to be counted by %(day)s: %(title)s")
    today = gettext_noop("Chemicals to be counted today, %(day)s: %(title)s")
    overdue = gettext_noop("Chemicals that should have been counted by %(day)s: %(title)s")
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"days_before": [1], "on_the_day": True, "overdue_after": [2], "escalate_after": [5]}

    def subject(self, thing: Chemical) -> str:
        return "chemical_count"

    def open_things(self, subject: str | None = None) -> QuerySet[Chemical]:
        near = self.near(subject, timezone.localdate())
        due = Chemical.objects.to_be_counted().filter(count_due_on__range=near)
        return due.first_of_keepers().select_related("keeper", "second_keeper", "place")

    def is_open(self, thing: Chemical) -> bool:
        found = Chemical.objects.to_be_counted().filter(pk=thing.pk)
        return found.first_of_keepers().exists()

    def due_on(self, thing: Chemical) -> date | None:
        return thing.count_due_on

    def path(self, thing: Chemical) -> str:
        return reverse("safety:chemicals")

    def responsible(self, thing: Chemical) -> list[Person]:
        """Both who keep it, since two count."""
        return at_the_school(thing.keeper, thing.second_keeper)

    def title(self, thing: Chemical) -> str:
        """The first, and how many more the same keeper has to count."""
        due = Chemical.objects.to_be_counted().filter(
            keeper=thing.keeper_id, count_due_on__lte=thing.count_due_on
        )
        more = due.count() - 1
        if more < 1:
            return str(thing)
        words = ngettext("%(first)s and %(more)d more", "%(first)s and %(more)d more", more)
        return words % {"first": thing, "more": more}


class ReturnReminders(Remindable[ChemicalMove]):
    """What was drawn and has not come back; within the half day it is nobody's business yet."""

    model = ChemicalMove
    subjects = {"chemical_return": _("Chemicals that were drawn and are not back")}
    coming = gettext_noop("To be brought back by %(day)s: %(title)s")
    today = gettext_noop("To be brought back today, %(day)s: %(title)s")
    overdue = gettext_noop("Not back since %(day)s: %(title)s")
    tells_robots = False

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {"on_the_day": False, "overdue_after": [1], "escalate_after": [2]}

    def subject(self, thing: ChemicalMove) -> str:
        return "chemical_return"

    def open_things(self, subject: str | None = None) -> QuerySet[ChemicalMove]:
        first, last = self.near(subject, timezone.localdate())
        drawn = Q(at__gte=moment_of(first, time.min), at__lte=moment_of(last, time.max))
        people = ("chemical__keeper", "chemical__second_keeper", "taker")
        return ChemicalMove.objects.out().filter(drawn).select_related(*people)

    def is_open(self, thing: ChemicalMove) -> bool:
        return ChemicalMove.objects.out().filter(pk=thing.pk).exists()

    def due_on(self, thing: ChemicalMove) -> date:
        return timezone.localtime(thing.at + RETURN_WITHIN).date()

    def path(self, thing: ChemicalMove) -> str:
        """The ledger, since whoever drew it may not open the chemical's own page."""
        return f"{reverse('safety:chemicals')}?{urlencode({'q': thing.chemical.name})}"

    def responsible(self, thing: ChemicalMove) -> list[Person]:
        """Whoever has drawn it, and its keepers."""
        chemical = thing.chemical
        return at_the_school(thing.taker, chemical.keeper, chemical.second_keeper)

    def title(self, thing: ChemicalMove) -> str:
        return gettext("%(chemical)s %(amount)s %(unit)s, drawn by %(person)s") % {
            "chemical": thing.chemical, "amount": f"{thing.amount:g}",
            "unit": thing.chemical.unit, "person": thing.taker,
        }  # fmt: skip


def hand_in() -> None:
    """Let all of them be reminded of."""
    for remindable in (
        DrillReminders(), EventReminders(), NormReminders(), EquipmentReminders(),
        CountReminders(), ReturnReminders(),
    ):  # fmt: skip
        register(remindable)
