"""The parts of a report in their order. A new area writes its chapter and is named here once."""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Model, Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from canteen import registry as canteens
from canteen.models import FiveCArea, GoodsReceipt
from cleaning import registry as cleanings
from dormitory.models import checks as dormitories
from inspections.models import CampaignArea, Finding
from logistics.report.chapters import (
    assets,
    canteen,
    cleaning,
    dormitory,
    framing,
    meetings,
    plan,
    repairs,
    rooms,
    safety,
    vehicles,
)
from logistics.report.facts import Facts, Told
from planning.models import PlanItem
from repairs.models import FixedAsset, MaintenanceJob, Ticket
from rooms.models import RoomProject
from safety.models import Drill, Hazard, SafetyEvent
from vehicles.models import ServiceRequest, Trip, VehicleIncident

Words = str | Promise
# The usual outline of such reports: what was done, what went wrong, what comes next.
MAIN_WORK = _("Main work")


@dataclass(frozen=True)
class Records:
    """Records of a model whose photos can stand in a part; with `where` some of them alone."""

    model: type[Model]
    where: Q = field(default_factory=Q)


def findings(*topics: str) -> Records:
    """What walks of these topics have found."""
    return Records(Finding, Q(checklist__topic__in=topics))


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part: `tell` writes it, photos are chosen from those of `records`.

    Its `title` is a heading of the first level, or with `is_work` of the second, below “Main work”;
    without a title the text stands for itself. `is_sum` is told after all others, whose words it
    reads.
    """

    key: str
    title: Words
    tell: Callable[[Facts], Told]
    records: tuple[Records, ...] = ()
    is_work: bool = False
    is_sum: bool = False


# What neither dormitory, canteen nor cleaning has found is told with safety.
OTHER_FINDINGS = Records(
    Finding,
    ~Q(checklist__topic__in=[dormitories.TOPIC, canteens.TOPIC, *cleanings.TOPICS]),
)
PARTS = (
    Part(key=framing.OPENING, title="", tell=framing.tell_opening),
    Part(
        key=safety.KEY, title=pgettext_lazy("part of a report", "Safety"), tell=safety.tell,
        is_work=True,
        records=(
            Records(Hazard), Records(Drill), Records(SafetyEvent),
            Records(CampaignArea), OTHER_FINDINGS,
        ),
    ),
    Part(
        key=repairs.KEY, title=pgettext_lazy("part of a report", "Repairs"), tell=repairs.tell,
        records=(Records(Ticket),), is_work=True,
    ),
    Part(
        key=assets.KEY, title=pgettext_lazy("part of a report", "Assets and supplies"),
        tell=assets.tell, records=(Records(FixedAsset), Records(MaintenanceJob)), is_work=True,
    ),
    Part(
        key=dormitory.KEY, title=pgettext_lazy("part of a report", "Dormitory"),
        tell=dormitory.tell, records=(findings(dormitories.TOPIC),), is_work=True,
    ),
    Part(
        key=canteen.KEY, title=pgettext_lazy("part of a report", "Canteen"), tell=canteen.tell,
        is_work=True,
        records=(Records(GoodsReceipt), Records(FiveCArea), findings(canteens.TOPIC)),
    ),
    Part(
        key=cleaning.KEY, title=pgettext_lazy("part of a report", "Cleaning"), tell=cleaning.tell,
        records=(findings(*cleanings.TOPICS),), is_work=True,
    ),
    Part(
        key=vehicles.KEY, title=pgettext_lazy("part of a report", "Official vehicles"),
        tell=vehicles.tell, is_work=True,
        records=(Records(Trip), Records(ServiceRequest), Records(VehicleIncident)),
    ),
    Part(
        key=rooms.KEY, title=pgettext_lazy("part of a report", "Special rooms"), tell=rooms.tell,
        records=(Records(RoomProject),), is_work=True,
    ),
    Part(
        key=meetings.KEY, title=pgettext_lazy("part of a report", "Plan and meetings"),
        tell=meetings.tell, records=(Records(PlanItem),), is_work=True,
    ),
    Part(
        key=plan.KEY, title=pgettext_lazy("part of a report", "What became of the plan"),
        tell=plan.tell, records=(Records(PlanItem),),
    ),
    Part(
        key=framing.PROBLEMS, title=pgettext_lazy("part of a report", "Problems"),
        tell=framing.tell_problems, is_sum=True,
    ),
    Part(
        key=framing.NEXT, title=pgettext_lazy("part of a report", "The next semester"),
        tell=framing.tell_next,
    ),
)  # fmt: skip
PART = {part.key: part for part in PARTS}
POSITION = {part.key: position for position, part in enumerate(PARTS)}


def part_label(key: str) -> str:
    """What a part is called in lists and choices; one that is gone by its key."""
    if key not in PART:
        return key
    return str(PART[key].title or pgettext_lazy("part of a report", "Opening"))


def choices() -> list[tuple[str, str]]:
    return [(part.key, part_label(part.key)) for part in PARTS]
