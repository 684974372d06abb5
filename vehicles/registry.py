"""What vehicles hand in beside their cases: what is talked about and tracked, topics, rights."""

from django.utils.translation import gettext_lazy as _

from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.records.registry import Commentable, Historical, keep_history, take_comments
from vehicles import rights
from vehicles.models import (
    FuelCard,
    RefuelRecord,
    ServicePlan,
    VehicleIncident,
    VehicleWorkshop,
)


def hand_in() -> None:
    """Let the portal know what there is."""
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
    take_comments(
        Commentable(
            model=VehicleIncident, path=VehicleIncident.get_absolute_url,
            may_comment=rights.can_talk_of_incident,
        )
    )  # fmt: skip
    name_topic("vehicle_incidents", _("Accidents and violations"))
    name_rights()


def name_rights() -> None:
    """Every right of one argument."""
    area = _("Fuel and service of vehicles")
    name_act(area, _("Enter fills of vehicles"), rights.can_refuel)
    name_act(area, _("Keep fuel cards, reconcile months"), rights.can_keep_vehicles)
    name_act(area, _("Ask for service of vehicles"), rights.can_ask_service)
    name_act(area, _("Write down accidents and violations"), rights.can_write_incidents)
