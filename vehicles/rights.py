"""Who may do what with vehicles; each no carries the reason that its button shows."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from vehicles.models import (
    KEEPERS,
    READERS,
    CardMonth,
    RefuelRecord,
    ServiceRequest,
    VehicleIncident,
)


def can_keep_vehicles(person: Person) -> Answer:
    """Keep the files of vehicles: the fleet manager and the head."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Vehicles are kept by the fleet manager and the head."))


def can_read_files(person: Person) -> Answer:
    """Read the whole file of a vehicle: whoever keeps or drives them."""
    if person.on_duty_as(*READERS):
        return YES
    return no(_("The files of vehicles are read by the fleet manager, the drivers and the head."))


def can_list_vehicles(person: Person) -> Answer:
    """See which vehicles there are: staff, who ask for trips."""
    return no(_("Vehicles are for staff.")) if person.is_pupil else YES


# Fuel, service, incidents


def can_refuel(person: Person) -> Answer:
    """Enter fills, read one's own: whoever keeps or drives vehicles."""
    if person.on_duty_as(*READERS):
        return YES
    return no(_("Fills are entered by drivers, the fleet manager and the head."))


def can_cancel_refuel(person: Person, refuel: RefuelRecord) -> Answer:
    """Cancel a record that was wrong."""
    if refuel.is_cancelled:
        return no(_("It is cancelled already."))
    return can_keep_vehicles(person)


def can_check_month(person: Person, closed: CardMonth) -> Answer:
    """Check what somebody else has reconciled: the head, or the fleet manager where the head has
    closed it."""
    if closed.is_checked:
        return no(_("It is checked already."))
    if closed.closed_by_id == person.pk:
        return no(_("Another person checks than the one who has closed it."))
    if person.on_duty_as(Role.HEAD) or (
        person.on_duty_as(*KEEPERS) and closed.closed_by.on_duty_as(Role.HEAD)
    ):
        return YES
    return no(_("The head checks what the fleet manager has reconciled."))


def can_ask_service(person: Person) -> Answer:
    """Ask for service or repair: whoever keeps or drives vehicles."""
    if person.on_duty_as(*READERS):
        return YES
    return no(_("Service is asked for by drivers, the fleet manager and the head."))


def can_approve_service(person: Person, request: ServiceRequest) -> Answer:
    """Say yes or no to somebody else's request."""
    if request.reporter_id == person.pk:
        return no(_("Nobody approves what they have asked for themselves."))
    return can_keep_vehicles(person)


def can_second_service(person: Person, request: ServiceRequest) -> Answer:
    """Say the second yes: the head; where the head was the first, the fleet manager."""
    if person.pk in (request.approved_by_id, request.reporter_id):
        return no(_("The second checker is somebody else than the first."))
    first = request.approved_by
    if person.on_duty_as(Role.HEAD) or (
        person.on_duty_as(*KEEPERS) and first is not None and first.on_duty_as(Role.HEAD)
    ):
        return YES
    return no(_("The second checker is the head."))


def can_refuse_service(person: Person, request: ServiceRequest) -> Answer:
    """Refuse what is asked for."""
    return can_approve_service(person, request)


def can_withdraw_service(person: Person, request: ServiceRequest) -> Answer:
    """Take back what one has asked for."""
    if request.reporter_id == person.pk:
        return YES
    return no(_("Only whoever asked for it takes it back."))


def can_bring_vehicle(person: Person, request: ServiceRequest) -> Answer:
    """Bring the vehicle to the workshop, fetch it, enter the bill: whoever asked, and keepers."""
    if request.reporter_id == person.pk or person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only whoever asked for it, the fleet manager and the head do this."))


def can_decide_bill(person: Person, request: ServiceRequest) -> Answer:
    """Approve a bill that is above the estimate: a keeper who has not entered it; above the limit
    of the second checker the head."""
    bill = getattr(request, "bill", None)
    if bill is None:
        return no(_("There is no bill yet."))
    if bill.by_id == person.pk:
        return no(_("Nobody approves a bill that they have entered themselves."))
    if bill.total > settings.SERVICE_SECOND_CHECKER_ABOVE and not person.on_duty_as(Role.HEAD):
        return no(_("Bills of this size are approved by the head."))
    return can_keep_vehicles(person)


def can_check_service(person: Person, request: ServiceRequest) -> Answer:
    """Compare bill and work: a keeper who has not entered the bill."""
    bill = getattr(request, "bill", None)
    if bill is not None and bill.by_id == person.pk:
        return no(_("Another person checks than the one who has entered the bill."))
    return can_keep_vehicles(person)


def can_talk_of_service(person: Person, request: ServiceRequest) -> Answer:
    """Say something on a request that one may see."""
    return YES


def can_read_plans(person: Person) -> Answer:
    """See when which service is due: whoever keeps or drives vehicles."""
    return can_read_files(person)


def can_write_incidents(person: Person) -> Answer:
    """Write down accidents and violations: whoever keeps or drives vehicles."""
    if person.on_duty_as(*READERS):
        return YES
    return no(
        _("Accidents and violations are written down by drivers, the fleet manager and the head.")
    )


def can_follow_incident(person: Person, incident: VehicleIncident) -> Answer:
    """Write what became of an incident, and close it."""
    return can_keep_vehicles(person)


def can_talk_of_incident(person: Person, incident: VehicleIncident) -> Answer:
    """Say something on an incident that one may see."""
    return YES
