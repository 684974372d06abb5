"""Who may do what in the canteens; each answer carries the reason that a greyed button shows."""

from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Role
from canteen.models import AccompaniedMeal, GoodsReceipt

KEEPERS = (Role.CANTEEN_MANAGER, Role.HEAD)
# Whoever answers for what is eaten; they alone read about the health of those who cook.
FOOD_SAFETY = (Role.FOOD_SAFETY_OFFICER, Role.FOOD_SAFETY_DIRECTOR, *KEEPERS)

# Menus


def can_keep_menus(person: Person) -> Answer:
    """Lay canteens, counters and dishes, put up menus, change prices."""
    if not person.on_duty_as(*KEEPERS):
        return no(_("Only canteen managers and the head do this."))
    return YES


def can_weigh(person: Person) -> Answer:
    """Weigh a portion at the counter: the committee, and whoever answers for the food."""
    if not person.on_duty_as(Role.CANTEEN_COMMITTEE, *FOOD_SAFETY):
        return no(_("Only the canteen committee and whoever answers for the food weigh portions."))
    return YES


def can_export_menus(person: Person) -> Answer:
    """Take lists of dishes, prices and portions away as a file: staff."""
    return no(_("Lists are exported by staff.")) if person.is_pupil else YES


def sees_names(person: Person) -> bool:
    """Whether the person is told who weighed, wrote and checked: staff."""
    return not person.is_pupil


# The kitchen


def can_work_in_kitchen(person: Person) -> Answer:
    """Keep samples, rosters, deliveries and logs, and read them: whoever answers for the food."""
    if not person.on_duty_as(*FOOD_SAFETY):
        return no(_("This is for food-safety officers, canteen managers and the head."))
    return YES


def can_release_samples(person: Person) -> Answer:
    """Take the seal off a sample: the director of food safety and the head."""
    if not person.on_duty_as(Role.FOOD_SAFETY_DIRECTOR, Role.HEAD):
        return no(_("Only the food-safety director and the head take a seal off."))
    return YES


def can_sign_receipt(person: Person, receipt: GoodsReceipt) -> Answer:
    """Sign what came as the second person: whoever answers for the food, but not who received."""
    if person.pk == receipt.by_id:
        return no(_("Two different people sign it."))
    return can_work_in_kitchen(person)


# Watching over it


def can_read_accompanied(person: Person) -> Answer:
    """Read who ate along and what they found, and the five constants: staff."""
    return no(_("This is for the staff.")) if person.is_pupil else YES


def can_record_meal(person: Person, meal: AccompaniedMeal) -> Answer:
    """Record an accompanied meal: whoever ate along."""
    if person.pk != meal.person_id:
        return no(_("Whoever ate along records it."))
    return YES


def can_hand_over(person: Person, meal: AccompaniedMeal) -> Answer:
    """Let somebody else eat along: whoever's turn it is, and who lays the rota."""
    return YES if person.pk == meal.person_id else can_keep_menus(person)


def can_read_committee(person: Person) -> Answer:
    """Read what the committee does: its members and staff."""
    if person.is_pupil and not person.on_duty_as(Role.CANTEEN_COMMITTEE):
        return no(_("This is for the committee and the staff."))
    return YES
