"""Who may do what with vehicles; each no carries the reason that its button shows."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from vehicles.models import (
    KEEPERS,
    READERS,
    CardMonth,
    FleetMonth,
    RefuelRecord,
    ServiceRequest,
    Trip,
    TripRequest,
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


# Requests, approvals, trips


def can_ask_for_trips(person: Person) -> Answer:
    """Ask for a trip: staff."""
    return no(_("Vehicles are for staff.")) if person.is_pupil else YES


def can_ask_for_others(person: Person) -> Answer:
    """Ask for a trip that somebody else needs: whoever keeps the vehicles."""
    return can_keep_vehicles(person)


def can_decide(person: Person, request: TripRequest) -> Answer:
    """Take the step of a request that waits; the head also the fleet manager's."""
    if request.reporter_id == person.pk:
        return no(_("Nobody approves what they have asked for themselves."))
    if not request.waits_for:
        return no(_("Nobody's approval is waited for."))
    role = Role(request.waits_for)
    stands_in = role == Role.FLEET_MANAGER and person.on_duty_as(Role.HEAD)
    if person.on_duty_as(role) or stands_in:
        return YES
    return no(_("This step is for: %(role)s.") % {"role": role.label})


def can_dispatch(person: Person) -> Answer:
    """Give vehicles and drivers to requests, change and call off trips, look at the board."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Vehicles are dispatched by the fleet manager and the head."))


def can_dispatch_request(person: Person, request: TripRequest) -> Answer:
    """Give a vehicle to one request."""
    return can_dispatch(person)


def can_withdraw(person: Person, request: TripRequest) -> Answer:
    """Take back one's own request; whoever keeps the vehicles also others'."""
    if request.reporter_id == person.pk:
        return YES
    if can_dispatch(person):
        return YES
    return no(_("Only whoever asked for it takes it back."))


def can_see_board(person: Person) -> Answer:
    """See who has which vehicle when: whoever keeps or drives them."""
    if person.on_duty_as(*READERS):
        return YES
    return no(_("The board is for the fleet manager, the drivers and the head."))


def can_drive(person: Person) -> Answer:
    """Have trips of one's own to drive."""
    if person.on_duty_as(Role.DRIVER):
        return YES
    return no(_("Only drivers have trips to drive."))


def can_drive_trip(person: Person, trip: Trip) -> Answer:
    """Start and end a trip: its driver, and whoever keeps the vehicles in the driver's stead."""
    if trip.driver_id == person.pk or can_dispatch(person):
        return YES
    return no(_("Only its driver and the fleet manager do this."))


def can_talk_of_trip(person: Person, trip: Trip) -> Answer:
    """Write on its page: staff who see it."""
    return can_ask_for_trips(person)


# Rules, caps, months


def can_rule_approvals(person: Person) -> Answer:
    """Say who approves which trips: the head."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head says who approves trips."))


def can_read_caps(person: Person) -> Answer:
    """See caps and what is left of them: whoever keeps the vehicles."""
    return can_keep_vehicles(person)


def can_keep_caps(person: Person) -> Answer:
    """Set caps: the head."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head sets caps."))


def can_read_months(person: Person) -> Answer:
    """Read monthly sheets: staff, once they are published; whoever keeps the vehicles before."""
    return can_ask_for_trips(person)


def can_read_month(person: Person, month: FleetMonth | None) -> Answer:
    """Read the sheet of one month."""
    if can_keep_vehicles(person) or (month and month.published_at and not person.is_pupil):
        return YES
    return no(_("This month's sheet is not published yet."))


def can_publish_months(person: Person) -> Answer:
    """Publish monthly sheets."""
    return can_keep_vehicles(person)


def can_see_figures(person: Person) -> Answer:
    """Read the figures of trips: whoever keeps the vehicles."""
    return can_keep_vehicles(person)


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
