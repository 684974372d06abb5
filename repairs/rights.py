"""Who may do what with tickets, assets, spares and supplies; each answer carries the reason that a
greyed button shows."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from repairs.models import (
    CHECKERS,
    KEEPERS,
    LENDERS,
    SEE_ALL,
    TAKERS,
    AssetMove,
    Compensation,
    FixedAsset,
    MaintenanceJob,
    RoomCheck,
    SupplyIssue,
    SupplyRequest,
    Ticket,
)

DISPATCHERS = (Role.DISPATCHER, Role.HEAD)


def can_dispatch_any(person: Person) -> Answer:
    """Send technicians to tickets, reject them, report for callers."""
    if not person.on_duty_as(*DISPATCHERS):
        return no(_("Only dispatchers and the head do this."))
    return YES


def can_dispatch(person: Person, ticket: Ticket) -> Answer:
    """Say who mends a ticket, reject it, hand it on."""
    return can_dispatch_any(person)


def can_mend(person: Person, ticket: Ticket) -> Answer:
    """Accept a ticket, begin, put on hold, finish."""
    if ticket.assignee_id == person.pk or person.on_duty_as(*DISPATCHERS):
        return YES
    return no(_("Only whoever mends it, dispatchers and the head do this."))


def can_ask_for_time(person: Person, ticket: Ticket) -> Answer:
    """Ask that a promise be put off; a dispatcher decides."""
    if ticket.assignee_id == person.pk:
        return YES
    return no(_("Only whoever mends it asks for more time."))


def can_see_compensation(person: Person, compensation: Compensation) -> Answer:
    """Read who pays how much: dispatchers and the head, whoever pays, and the class's teacher."""
    if person.pk == compensation.person_id or can_dispatch_any(person):
        return YES
    taught = {
        duty.school_class_id for duty in person.duties_today if duty.role == Role.CLASS_TEACHER
    }
    if compensation.school_class_id in taught - {None}:
        return YES
    return no(_("Only those whom it concerns read this."))


def can_keep_workshop(person: Person) -> Answer:
    """Say who mends what, keep contractors and categories."""
    return can_dispatch_any(person)


def can_go_round(person: Person) -> Answer:
    """Have a day of tickets of one's own to walk."""
    if not person.on_duty_as(Role.TECHNICIAN, *DISPATCHERS):
        return no(_("Only technicians and dispatchers have tickets to walk."))
    return YES


def can_print_orders(person: Person) -> Answer:
    """Print work orders."""
    return can_go_round(person)


def can_see_all_tickets(person: Person) -> Answer:
    """Find every ticket in the list."""
    if person.on_duty_as(*SEE_ALL):
        return YES
    return no(_("All faults are seen by those who mend and dispatch."))


def can_see_figures(person: Person) -> Answer:
    """Read how promptly repairs are done: staff."""
    if person.is_pupil:
        return no(_("Figures are read by staff."))
    return YES


def can_confirm(person: Person, ticket: Ticket) -> Answer:
    """Say that it is mended, or that it is not."""
    if ticket.reporter_id == person.pk:
        return YES
    return no(_("Only whoever reported it says whether it is mended."))


def can_reopen(person: Person, ticket: Ticket) -> Answer:
    """Report again what does not hold."""
    if ticket.reporter_id == person.pk or person.on_duty_as(*DISPATCHERS):
        return YES
    return no(_("Only whoever reported it, dispatchers and the head reopen it."))


def can_cancel(person: Person, ticket: Ticket) -> Answer:
    """Take back one's own report before anybody has begun."""
    if ticket.reporter_id == person.pk:
        return YES
    return no(_("Only whoever reported it takes it back."))


def can_comment(person: Person, ticket: Ticket) -> Answer:
    """Say something: whoever it concerns, as long as it does not go on elsewhere."""
    if ticket.status in (Ticket.Status.MERGED, Ticket.Status.HANDED_ON):
        return no(_("It goes on elsewhere; write there."))
    return YES


# Assets and the spare pool


def can_list_assets(person: Person) -> Answer:
    """Look through the register of assets and the spare pool: staff."""
    if person.is_pupil:
        return no(_("The register of assets is for staff."))
    return YES


def can_keep_assets(person: Person) -> Answer:
    """Register assets, correct them, bring them in from a table, ask for their disposal."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only the storekeeper and the head keep the register of assets."))


def can_edit_asset(person: Person, asset: FixedAsset) -> Answer:
    """Correct what is said of an asset."""
    return can_keep_assets(person)


def can_print_asset_labels(person: Person) -> Answer:
    """Print labels of assets: whoever keeps them, and the dispatcher."""
    if person.on_duty_as(*KEEPERS, Role.DISPATCHER):
        return YES
    return no(_("Only the storekeeper, dispatchers and the head print labels of assets."))


def can_move_asset(person: Person, asset: FixedAsset) -> Answer:
    """Ask for a transfer: keepers, and whoever answers for the asset."""
    if asset.custodian_id == person.pk:
        return YES
    return can_keep_assets(person)


def can_approve_moves(person: Person) -> Answer:
    """Approve transfers and disposals."""
    if person.on_duty_as(Role.HEAD):
        return YES
    return no(_("Only the head approves transfers and disposals."))


def can_withdraw_move(person: Person, move: AssetMove) -> Answer:
    """Take back what one has asked for."""
    if move.asked_by_id == person.pk:
        return YES
    return no(_("Only whoever asked for it takes it back."))


def can_talk_of_asset(person: Person, asset: FixedAsset) -> Answer:
    """Write on its page: staff."""
    return can_list_assets(person)


def can_lend(person: Person) -> Answer:
    """Lend spare devices and take them back."""
    if person.on_duty_as(*LENDERS):
        return YES
    return no(_("Only the storekeeper, dispatchers, technicians and the head lend spares."))


# Supplies


def can_list_supplies(person: Person) -> Answer:
    """Look through the store and ask for supplies: staff."""
    if person.is_pupil:
        return no(_("The store is for staff."))
    return YES


def can_keep_store(person: Person) -> Answer:
    """Write items, receive, hand out, count; read ledgers and monthly sheets."""
    if person.on_duty_as(*KEEPERS):
        return YES
    return no(_("Only the storekeeper and the head keep the store."))


def can_take_parts(person: Person) -> Answer:
    """Take parts for tickets out of the store, and give back what was not used."""
    if person.on_duty_as(*TAKERS):
        return YES
    return no(_("Only technicians, dispatchers, the storekeeper and the head take parts."))


def can_take_parts_for(person: Person, ticket: Ticket) -> Answer:
    """Take parts for one ticket: whoever mends it, and those who keep or dispatch."""
    if ticket.assignee_id == person.pk or person.on_duty_as(*KEEPERS, *DISPATCHERS):
        return can_take_parts(person)
    return no(_("Only whoever mends it, dispatchers, the storekeeper and the head take parts."))


def can_approve_request(person: Person, request: SupplyRequest) -> Answer:
    """Approve or refuse a request: the head; what is worth little also the storekeeper."""
    if request.reporter_id == person.pk:
        return no(_("Nobody approves what they have asked for themselves."))
    if person.on_duty_as(Role.HEAD):
        return YES
    if person.on_duty_as(Role.STOREKEEPER):
        if request.amount <= settings.SUPPLIES_APPROVED_BY_KEEPER:
            return YES
        return no(_("From this worth on only the head approves."))
    return no(_("Only the head approves, and the storekeeper what is worth little."))


def can_serve_request(person: Person, request: SupplyRequest) -> Answer:
    """Put together, hand out, receive what was bought."""
    return can_keep_store(person)


def can_withdraw_request(person: Person, request: SupplyRequest) -> Answer:
    """Take back one's own request."""
    if request.reporter_id == person.pk:
        return YES
    return no(_("Only whoever asked for it takes it back."))


def can_sign(person: Person, issue: SupplyIssue) -> Answer:
    """Confirm with one's own account that one has received it."""
    if issue.receiver_id == person.pk:
        return YES
    return no(_("Only whoever received it confirms that."))


# Preventive maintenance


def can_read_maintenance(person: Person) -> Answer:
    """Look through plans and jobs of maintenance: staff."""
    if person.is_pupil:
        return no(_("Maintenance is for staff."))
    return YES


def can_keep_maintenance(person: Person) -> Answer:
    """Write plans of maintenance: whoever keeps the assets or dispatches."""
    if person.on_duty_as(*KEEPERS, *DISPATCHERS):
        return YES
    return no(_("Only the storekeeper, dispatchers and the head plan maintenance."))


def can_maintain(person: Person, job: MaintenanceJob) -> Answer:
    """Begin, finish or skip a job: whoever its plan names, and whoever plans maintenance."""
    plan = job.plan
    named = person.pk == plan.planned_for_id
    if named or (plan.role and person.on_duty_as(Role(plan.role))):
        return YES
    if can_keep_maintenance(person):
        return YES
    return no(_("This is done by %(whose)s.") % {"whose": plan.whose})


# Property checks


def can_read_property(person: Person) -> Answer:
    """Look through property checks: staff; the rooms of theirs that somebody sees, models say."""
    if person.is_pupil:
        return no(_("Property checks are for staff."))
    return YES


def can_keep_property(person: Person) -> Answer:
    """Make and close checks, say what should be in rooms, decide on differences."""
    if person.on_duty_as(*CHECKERS):
        return YES
    return no(_("Only the storekeeper, dispatchers and the head do this."))


def can_count(person: Person, room: RoomCheck) -> Answer:
    """Count a room: whoever sees it."""
    if person.is_pupil:
        return no(_("Property checks are for staff."))
    return YES
