"""What repairs hand in beside the tickets: assets that are talked about and tracked, what happens
at a place, topics of notices, rights."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, Min, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from campus.models import Person, Place, Role
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.places.registry import RecordAtPlace, name_records_at_place
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.rows import Rows
from inspections.registry import name_topic as name_topic_of_checklists
from planning.registry import Remindable, heads, register
from repairs import mapped, rights
from repairs.models import (
    FixedAsset,
    Loan,
    MaintenanceJob,
    MaintenancePlan,
    PropertyCheck,
    RoomCheck,
    Supply,
    SupplyIssue,
)

# As many as somebody reads who stands there; the register has them all.
SHOWN = 6
TONES = {"in_use": "done", "idle": "new", "to_mend": "due_soon", "to_dispose": "overdue"}


def assets_at(person: Person, place: Place) -> Iterable[Rows[RecordAtPlace]]:
    """Assets at the place itself; for staff."""
    if not rights.can_list_assets(person):
        return []
    there = FixedAsset.objects.visible_to(person).at_place(place.pk)
    return [
        Rows(
            rows=there.order_by("number")[:SHOWN],
            fields=("number", "name", "status", "place__name"),
            draw=asset_at,
        )
    ]


def asset_at(asset: FixedAsset) -> RecordAtPlace:
    """One asset."""
    return RecordAtPlace(
        title=str(asset),
        path=asset.get_absolute_url(),
        place=str(asset.place),
        state=TONES.get(asset.status, "new"),
        state_words=FixedAsset.Status(asset.status).label,
    )


def maintenance_at(person: Person, place: Place) -> Iterable[Rows[RecordAtPlace]]:
    """Maintenance that is to be done at the place and its parts; for staff."""
    if not rights.can_read_maintenance(person):
        return []
    jobs = MaintenanceJob.objects.visible_to(person).open().at_place(place)
    return [
        Rows(
            rows=jobs.order_by("due_on", "id")[:SHOWN],
            fields=("title", "status", "due_on"),
            draw=lambda job: RecordAtPlace(
                title=job.title, path=job.get_absolute_url(), place=job.due_on.isoformat(),
                state=job.status, state_words=MaintenanceJob.Status(job.status).label,
            ),
        )
    ]  # fmt: skip


class MaintenanceReminders(Remindable[MaintenancePlan]):
    """Plans with open jobs, by the day on which the first of these is due: one reminder however
    many things a plan covers. Days ahead and after are our own figures."""

    model = MaintenancePlan
    in_calendar_days = True
    subjects = {"maintenance": _("Preventive maintenance")}
    coming = gettext_noop("Maintenance due on %(day)s: %(title)s")
    today = gettext_noop("Maintenance due today, %(day)s: %(title)s")
    overdue = gettext_noop("Maintenance overdue since %(day)s: %(title)s")

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {
            "days_before": [14, 3], "on_the_day": True, "overdue_after": [3, 7],
            "escalate_after": [7],
        }  # fmt: skip

    def subject(self, thing: MaintenancePlan) -> str:
        return "maintenance"

    def open_things(self, subject: str | None = None) -> QuerySet[MaintenancePlan]:
        jobs = MaintenanceJob.objects.open().filter(plan=OuterRef("pk"))
        return MaintenancePlan.objects.filter(Exists(jobs)).select_related("planned_for")

    def is_open(self, thing: MaintenancePlan) -> bool:
        return thing.jobs.open().exists()

    def due_on(self, thing: MaintenancePlan) -> date | None:
        """The day of the first that is open."""
        first: date | None = thing.jobs.open().aggregate(first=Min("due_on"))["first"]
        return first

    def path(self, thing: MaintenancePlan) -> str:
        return f"{reverse('repairs:maintenance')}?plan={thing.pk}"

    def responsible(self, thing: MaintenancePlan) -> list[Person]:
        """Whoever the plan names, or is on duty in its role; else the head."""
        if thing.planned_for:
            return [thing.planned_for] if thing.planned_for.is_active else heads()
        return list(Person.objects.on_duty_as(Role(thing.role))) or heads()


class PropertyCheckReminders(Remindable[PropertyCheck]):
    """Checks under way, for whoever has rooms to count in them and whoever has made them. Days
    ahead and after are our own figures."""

    model = PropertyCheck
    subjects = {"property_check": _("Property checks")}
    tells_robots = False
    coming = gettext_noop("Rooms to be counted by %(day)s: %(title)s")
    today = gettext_noop("Rooms to be counted by today, %(day)s: %(title)s")
    overdue = gettext_noop("Rooms were to be counted by %(day)s: %(title)s")

    def default_steps(self, subject: str) -> Mapping[str, Any]:
        return {
            "days_before": [2], "on_the_day": True, "overdue_after": [1, 3], "escalate_after": [3],
        }  # fmt: skip

    def subject(self, thing: PropertyCheck) -> str:
        return "property_check"

    def open_things(self, subject: str | None = None) -> QuerySet[PropertyCheck]:
        return PropertyCheck.objects.under_way().select_related("by")

    def is_open(self, thing: PropertyCheck) -> bool:
        return thing.is_under_way

    def due_on(self, thing: PropertyCheck) -> date:
        return thing.due_on

    def path(self, thing: PropertyCheck) -> str:
        return thing.get_absolute_url()

    def responsible(self, thing: PropertyCheck) -> list[Person]:
        """The keepers of rooms that are not counted, and whoever made the check."""
        rooms = RoomCheck.objects.to_count().filter(check_of=thing, keeper__isnull=False)
        keeping = Q(pk__in=rooms.order_by().values("keeper"))
        return list(Person.objects.active().filter(keeping | Q(pk=thing.by_id))) or heads()


def hand_in() -> None:
    """Let the portal know what there is beside tickets."""
    mapped.hand_in()
    take_comments(
        Commentable(
            model=FixedAsset, may_comment=rights.can_talk_of_asset,
            path=FixedAsset.get_absolute_url,
            may_read=lambda person, asset: rights.can_list_assets(person),
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=FixedAsset, may_edit=rights.can_edit_asset, path=FixedAsset.get_absolute_url
        )
    )
    keep_history(
        Historical(
            model=Supply, may_edit=lambda person, supply: rights.can_keep_store(person),
            path=Supply.get_absolute_url,
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=SupplyIssue, may_edit=lambda person, issue: rights.can_keep_store(person),
            path=SupplyIssue.get_absolute_url,
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=Loan, may_edit=lambda person, loan: rights.can_lend(person),
            path=lambda loan: loan.asset.get_absolute_url(),
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=MaintenancePlan, path=MaintenancePlan.get_absolute_url,
            may_edit=lambda person, plan: rights.can_keep_maintenance(person),
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=MaintenanceJob, may_edit=rights.can_maintain, path=MaintenanceJob.get_absolute_url
        )
    )
    keep_history(
        Historical(
            model=PropertyCheck, path=PropertyCheck.get_absolute_url,
            may_edit=lambda person, check: rights.can_keep_property(person),
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=RoomCheck, path=RoomCheck.get_absolute_url,
            may_edit=lambda person, room: rights.can_keep_property(person),
        )
    )  # fmt: skip
    register(MaintenanceReminders())
    register(PropertyCheckReminders())
    name_records_at_place(_("Assets"), "devices", rows=assets_at)
    name_records_at_place(_("Preventive maintenance"), "calendar-repeat", rows=maintenance_at)
    name_topic_of_checklists("repairs", _("Repairs"), "tool")
    name_topic("assets", _("Assets"))
    name_topic("property", _("Property checks"))
    name_topic("loans", _("Loans of spares"))
    name_topic("supplies", pgettext_lazy("the store", "Supplies"))
    name_rights()


def name_rights() -> None:
    """Every right of one argument."""
    area = _("Assets")
    name_act(area, _("Look through the register of assets"), rights.can_list_assets)
    name_act(area, _("Register assets, transfer and dispose of them"), rights.can_keep_assets)
    name_act(area, _("Approve transfers and disposals"), rights.can_approve_moves)
    name_act(area, _("Print labels of assets"), rights.can_print_asset_labels)
    name_act(area, _("Lend spares and take them back"), rights.can_lend)
    area = pgettext_lazy("the store", "Supplies")
    name_act(area, _("Look through the store and ask for supplies"), rights.can_list_supplies)
    name_act(area, _("Keep the store"), rights.can_keep_store)
    name_act(area, _("Take parts for tickets"), rights.can_take_parts)
    area = _("Preventive maintenance")
    name_act(area, _("Look through maintenance"), rights.can_read_maintenance)
    name_act(area, _("Plan maintenance"), rights.can_keep_maintenance)
    area = _("Property checks")
    name_act(area, _("Look through property checks"), rights.can_read_property)
    name_act(
        area, _("Make and close property checks, decide on differences"), rights.can_keep_property
    )
