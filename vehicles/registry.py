"""What vehicles hand in: papers that they hold, topics of notices, what is talked about, rights."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, pgettext_lazy

from campus.cases.registry import Origin, name_origin
from campus.models import Role
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from campus.webhooks.names import name_states
from planning.papers import USUAL, HolderSort, UsualKind, take_holder
from vehicles import mapped, rights
from vehicles.models import (
    FuelCard,
    RefuelRecord,
    ServicePlan,
    Trip,
    Vehicle,
    VehicleIncident,
    VehicleWorkshop,
)

TOPIC = "trips"
INSURANCE, COMMERCIAL = "vehicle_insurance", "vehicle_commercial_insurance"
INSPECTION = "vehicle_inspection"
BUS_CHECK, LICENCE = "school_bus_check", "driving_licence"
VEHICLE = "vehicles.vehicle"
# The law on road traffic wants the compulsory insurance and the inspection; the rules on school
# buses (校车安全管理条例) a check every six months. The commercial insurance is usual.
KINDS = (
    UsualKind(
        INSURANCE, gettext_noop("Compulsory vehicle insurance"), VEHICLE, 12, Role.FLEET_MANAGER
    ),
    UsualKind(
        COMMERCIAL, gettext_noop("Commercial vehicle insurance"), VEHICLE, 12, Role.FLEET_MANAGER
    ),
    UsualKind(
        INSPECTION, gettext_noop("Yearly vehicle inspection"), VEHICLE, 12, Role.FLEET_MANAGER
    ),
    UsualKind(
        BUS_CHECK, gettext_noop("Half-yearly check of a school bus"), VEHICLE, 6,
        Role.FLEET_MANAGER,
    ),
    *(usual for usual in USUAL if usual.code == LICENCE),
)  # fmt: skip


def required_of(vehicle: Vehicle) -> tuple[str, ...]:
    """The kinds of papers, by their codes, without which a vehicle does not leave."""
    own = (BUS_CHECK,) if vehicle.kind == Vehicle.Kind.SCHOOL_BUS else ()
    return (INSURANCE, INSPECTION, *own)


# What a driver finds before driving, where the school's own technicians can mend it.
FAULT = Origin(
    name="trip",
    model=Trip,
    seen_by=lambda person: Trip.objects.visible_to(person).exclude(faults=[])
    .select_related("vehicle__parked_at"),
    initial=lambda trip: {
        "place": trip.vehicle.parked_at.code if trip.vehicle.parked_at else "",
        "title": f"{trip.vehicle.plate} {trip.fault_words}"[:120],
        "description": " · ".join(trip.found), "vehicle": trip.vehicle_id,
    },
)  # fmt: skip


def hand_in() -> None:
    """Let the portal know what vehicles have."""
    mapped.hand_in()
    name_origin(FAULT)
    take_holder(HolderSort(model=Vehicle, label=_("Vehicle"), offered=Vehicle.objects.kept))
    take_comments(
        Commentable(
            model=Vehicle, path=Vehicle.get_absolute_url,
            may_comment=lambda person, vehicle: rights.can_read_files(person),
            may_read=lambda person, vehicle: rights.can_read_files(person),
        )
    )  # fmt: skip
    take_comments(
        Commentable(
            model=Trip, may_comment=rights.can_talk_of_trip, path=Trip.get_absolute_url
        )
    )  # fmt: skip
    take_comments(
        Commentable(
            model=VehicleIncident, path=VehicleIncident.get_absolute_url,
            may_comment=rights.can_talk_of_incident,
        )
    )  # fmt: skip
    keep_histories()
    name_topic(TOPIC, _("Trips"))
    name_states(Trip, "trip", _("Trips"))
    name_topic("vehicle_incidents", _("Accidents and violations"))
    name_topic("vehicles", pgettext_lazy("work area", "Vehicles"))
    name_rights()


def keep_histories() -> None:
    """The row histories that can be read."""
    keep_history(
        Historical(
            model=Vehicle, path=Vehicle.get_absolute_url,
            may_edit=lambda person, vehicle: rights.can_keep_vehicles(person),
        )
    )  # fmt: skip
    keep_history(
        Historical(
            model=Trip, path=Trip.get_absolute_url,
            may_edit=lambda person, trip: rights.can_dispatch(person),
        )
    )  # fmt: skip
    for model in (FuelCard, RefuelRecord, ServicePlan, VehicleWorkshop):
        keep_history(
            Historical(
                model=model, path=model.get_absolute_url,
                may_edit=lambda person, thing: rights.can_keep_vehicles(person),
            )
        )  # fmt: skip
    keep_history(
        Historical(
            model=VehicleIncident, path=VehicleIncident.get_absolute_url,
            may_edit=rights.can_follow_incident,
        )
    )  # fmt: skip


def name_rights() -> None:
    """Every right of one argument."""
    area = pgettext_lazy("work area", "Vehicles")
    name_act(area, _("See which vehicles there are"), rights.can_list_vehicles)
    name_act(area, _("Read the files of vehicles"), rights.can_read_files)
    name_act(area, _("Keep the files of vehicles"), rights.can_keep_vehicles)
    name_act(area, _("Ask for trips"), rights.can_ask_for_trips)
    name_act(area, _("Ask for trips of others"), rights.can_ask_for_others)
    name_act(area, _("Dispatch vehicles and drivers"), rights.can_dispatch)
    name_act(area, _("See the board of vehicles"), rights.can_see_board)
    name_act(area, _("Drive trips"), rights.can_drive)
    name_act(area, _("Say who approves trips"), rights.can_rule_approvals)
    name_act(area, _("Read the caps of use"), rights.can_read_caps)
    name_act(area, _("Set the caps of use"), rights.can_keep_caps)
    name_act(area, _("Read monthly sheets of vehicles"), rights.can_read_months)
    name_act(area, _("Publish monthly sheets of vehicles"), rights.can_publish_months)
    name_act(area, _("Read the figures of vehicles"), rights.can_see_figures)
    area = _("Fuel and service of vehicles")
    name_act(area, _("Enter fills of vehicles"), rights.can_refuel)
    name_act(area, _("Keep fuel cards, reconcile months"), rights.can_keep_vehicles)
    name_act(area, _("Ask for service of vehicles"), rights.can_ask_service)
    name_act(area, _("See when which service is due"), rights.can_read_plans)
    name_act(area, _("Write down accidents and violations"), rights.can_write_incidents)
