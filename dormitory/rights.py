"""Who may do what in the dormitory; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Place, Role
from dormitory.models import (
    OVERSEERS,
    Absence,
    Allotment,
    BedMove,
    DormRoom,
    House,
    LeaveSlip,
    Nomination,
    leader_reach,
    reach_of,
    warden_reach,
)
from inspections.models import Checklist

ONLY_WARDENS = _("Wardens check their own houses, floor leaders their own floor.")
ONLY_STAFF = _("This is for the staff.")
ONLY_KEEPERS = _("Only the wardens of the house, student affairs and the head do this.")
ONLY_OVERSEERS = _("Only student affairs, administrators and the head do this.")


# Houses, rooms, beds


def can_read_houses(person: Person) -> Answer:
    """See the houses with their free beds: staff; a pupil has a page of the own room."""
    return no(ONLY_STAFF) if person.is_pupil else YES


def can_keep_houses(person: Person) -> Answer:
    """Say which buildings are houses, for whom their rooms are, and which beds are in them."""
    return YES if person.on_duty_as(*OVERSEERS) else no(ONLY_OVERSEERS)


def keeps(person: Person, place: Place) -> Answer:
    """Whether the person keeps the place as a warden, or oversees all houses."""
    return YES if warden_reach(person).holds(place) else no(ONLY_KEEPERS)


def can_write_house(person: Person, house: House) -> Answer:
    """Write the rules of a house and the hour of its roll."""
    return keeps(person, house.place)


# Stays


def can_settle(person: Person) -> Answer:
    """Say who sleeps where: wardens, student affairs, the head, administrators."""
    return YES if warden_reach(person) else no(ONLY_KEEPERS)


def can_settle_in(person: Person, room: DormRoom) -> Answer:
    """Do so in one room."""
    return keeps(person, room.place)


def can_list_stays(person: Person) -> Answer:
    """Look through the stays that one may see: staff."""
    return no(ONLY_STAFF) if person.is_pupil else YES


def can_export_stays(person: Person) -> Answer:
    """Take them away as a file: whoever says who sleeps where."""
    return can_settle(person)


def can_work_on(person: Person, allotment: Allotment) -> Answer:
    """Change an allotment and apply it: whoever sees it, which `visible_to` says."""
    return can_settle(person)


# Moves


def can_ask_move_of(person: Person, pupil: Person, room: DormRoom) -> Answer:
    """Ask that a pupil moves out of a room: the pupil, and whoever keeps it."""
    if person.pk == pupil.pk or keeps(person, room.place):
        return YES
    return no(_("Only the pupil and the wardens of the house ask for a move."))


def can_answer(person: Person, move: BedMove) -> Answer:
    """Approve or decline it: whoever keeps both rooms, but never whoever has asked."""
    if person.pk == move.asked_by_id:
        return no(_("Nobody approves what they have asked for themselves."))
    into = keeps(person, move.to_bed.room.place)
    return keeps(person, move.from_bed.room.place) if into else into


def can_withdraw(person: Person, move: BedMove) -> Answer:
    """Ask no more: whoever has asked."""
    return YES if person.pk == move.asked_by_id else no(_("Only whoever has asked withdraws it."))


# Leave and the evening roll


def can_give_leave(person: Person) -> Answer:
    """Give leave slips: class teachers, and student affairs in their place."""
    if person.on_duty_as(Role.CLASS_TEACHER, Role.STUDENT_AFFAIRS):
        return YES
    return no(_("Only class teachers and student affairs give leave."))


def can_give_leave_to(person: Person, pupil: Person) -> Answer:
    """Give it to one pupil: the class teacher, and student affairs."""
    if person.on_duty_as(Role.STUDENT_AFFAIRS):
        return YES
    taught = [
        duty.school_class_id for duty in person.duties_today if duty.role == Role.CLASS_TEACHER
    ]
    if pupil.school_class_id and pupil.school_class_id in taught:
        return YES
    return no(_("Only the class teacher gives leave."))


def can_withdraw_leave(person: Person, slip: LeaveSlip) -> Answer:
    """Take a leave slip back."""
    return can_give_leave_to(person, slip.pupil)


def can_read_leave(person: Person) -> Answer:
    """See leave slips: class teachers those of their classes, wardens all."""
    if warden_reach(person) or person.on_duty_as(Role.CLASS_TEACHER):
        return YES
    return no(_("Only class teachers, wardens, student affairs and the head see leave."))


def can_count(person: Person, room: DormRoom) -> Answer:
    """Count a room in the evening: the wardens, and leaders where they lead."""
    if leader_reach(person).holds(room.place):
        return YES
    return keeps(person, room.place)


def can_clear(person: Person, absence: Absence) -> Answer:
    """Say that a missing pupil is back or was there: whoever may count the room."""
    return can_count(person, absence.room)


def can_read_nights(person: Person) -> Answer:
    """See how the evening roll stands: wardens and whoever oversees them."""
    return YES if warden_reach(person) else no(ONLY_KEEPERS)


def can_read_all_absences(person: Person) -> Answer:
    """Find in the list whoever was not there, in whatever house."""
    if warden_reach(person).everywhere:
        return YES
    return no(_("Only those who oversee all houses see everybody."))


def can_read_absences(person: Person) -> Answer:
    """See who was missing: also class teachers, who find those of their classes."""
    if person.on_duty_as(Role.CLASS_TEACHER):
        return YES
    return can_read_nights(person)


def can_keep_visits(person: Person, house: House) -> Answer:
    """Write the visitors' book of a house."""
    return keeps(person, house.place)


# Leaders


def can_lead(person: Person) -> Answer:
    """Open the page of leaders: floor leaders and dorm leaders."""
    if leader_reach(person):
        return YES
    return no(_("This is for floor leaders and dorm leaders."))


def can_have_room(person: Person) -> Answer:
    """Open the page of the own room: pupils."""
    return YES if person.is_pupil else no(_("This is for boarders."))


def can_lay_rota(person: Person, floor: Place) -> Answer:
    """Say whose week it is on a floor."""
    return keeps(person, floor)


# Checks


def can_check(person: Person, checklist: Checklist, place: Place) -> Answer | None:
    """Walk a check of rooms somewhere: wardens in their own houses, floor leaders on their own
    floor. Other roles that a checklist names are bound to no place; of them nothing is said."""
    if can_check_all(person, place):
        return YES
    others = set(checklist.roles) - {Role.DORM_WARDEN, Role.FLOOR_LEADER}
    if others & {duty.role for duty in person.duties_today}:
        return None
    return no(ONLY_WARDENS)


def can_check_all(person: Person, place: Place) -> Answer:
    """Check the rooms of a floor or house by whatever checklist: its wardens, its floor leader."""
    if warden_reach(person).holds(place) or reach_of(person, Role.FLOOR_LEADER).holds(place):
        return YES
    return no(ONLY_WARDENS)


def can_compare(person: Person) -> Answer:
    """See the scores of a house day by day: staff; boarders have the ranking of their house."""
    return can_read_houses(person)


def can_see_figures(person: Person) -> Answer:
    """See how full the houses are and how the roll is kept."""
    return can_read_nights(person)


# Awards


def can_keep_awards(person: Person) -> Answer:
    """Lay the awards of the months and say what is asked of a room."""
    return can_keep_houses(person)


def can_nominate(person: Person, room: DormRoom) -> Answer:
    """Put a room, or somebody who sleeps there, forward: its leader and its wardens."""
    if reach_of(person, Role.DORM_LEADER).holds(room.place) or keeps(person, room.place):
        return YES
    return no(_("Only the leader of the room and its wardens put it forward."))


def can_recommend(person: Person, nomination: Nomination) -> Answer:
    """Stand for a nomination: whoever keeps the house."""
    return keeps(person, nomination.room.place)


def can_approve_nomination(person: Person, nomination: Nomination) -> Answer:
    """Put it under public notice, and award it: student affairs and the head, but never whoever
    has recommended it."""
    if not person.on_duty_as(Role.STUDENT_AFFAIRS, Role.HEAD):
        return no(_("Only student affairs and the head approve it."))
    if nomination.recommended_by_id == person.pk:
        return no(_("Whoever has recommended it does not approve it."))
    return YES


def can_refuse_nomination(person: Person, nomination: Nomination) -> Answer:
    """Say no: before it is recommended the wardens too, afterwards student affairs and the head."""
    if nomination.status == Nomination.Status.APPLIED:
        return can_recommend(person, nomination)
    if person.on_duty_as(Role.STUDENT_AFFAIRS, Role.HEAD):
        return YES
    return no(_("Only student affairs and the head approve it."))


def can_withdraw_nomination(person: Person, nomination: Nomination) -> Answer:
    """Take an application back: whoever has made it."""
    if person.pk == nomination.by_id:
        return YES
    return no(_("Only whoever has put it forward withdraws it."))


def can_consent(person: Person, nomination: Nomination) -> Answer:
    """Let the school name an exemplar: the pupil alone."""
    if person.pk == nomination.pupil_id:
        return YES
    return no(_("Only the pupil says whether they are named."))


def is_named_to(person: Person, nomination: Nomination) -> bool:
    """Whether an exemplar is named to somebody: to all while the pupil consents, else to the pupil,
    whoever has put them forward, and whoever keeps the house."""
    own = person.pk in (nomination.pupil_id, nomination.by_id)
    return bool(nomination.name_for_all or own or keeps(person, nomination.room.place))


def can_list_nominations(person: Person) -> Answer:
    """Look through nominations: staff, who find there what they may see."""
    return can_list_stays(person)
