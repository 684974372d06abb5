"""What the canteens hand in: acts at places, what can be asked about, whose past can be read."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.doors import YES, Answer, no
from campus.models import Person, Place
from campus.notices.topics import name_topic
from campus.people.registry import name_act
from campus.places.models import Use
from campus.places.registry import name_act_at_place
from campus.records.registry import Historical, keep_history
from canteen import mapped, rights
from canteen.models import Canteen, CanteenWorker, Dish, GoodsReceipt, Supplier
from inspections.registry import name_topic as name_checklists
from planning.papers import HolderSort, take_holder

# The topic of notices, see `canteen.actions.telling`.
TOPIC = "canteen"

# What can be asked about: who may do it.
ACTS = (
    (_("Put up menus, change prices"), rights.can_keep_menus),
    (_("Weigh portions"), rights.can_weigh),
    (_("Keep the kitchen's records"), rights.can_work_in_kitchen),
    (_("Take menus, prices and portions away as a file"), rights.can_export_menus),
    (_("Read who ate along"), rights.can_read_accompanied),
    (_("Read what the committee does"), rights.can_read_committee),
    (_("Take the seal off a sample"), rights.can_release_samples),
)


def keepers(right: Callable[[Person], Answer]) -> Callable[[Person, Any], Answer]:
    """A right that asks nothing of the record."""
    return lambda person, thing: right(person)


HISTORIES: tuple[tuple[type[Model], Callable[[Person, Any], Answer]], ...] = (
    (Dish, keepers(rights.can_keep_menus)),
    (CanteenWorker, keepers(rights.can_keep_menus)),
    (Supplier, keepers(rights.can_keep_menus)),
    (GoodsReceipt, keepers(rights.can_work_in_kitchen)),
)


def path_of(thing: Any) -> str:
    """The page of a record, which every record with a page of its own knows."""
    path: str = thing.get_absolute_url()
    return path


def can_read_menu_at(person: Person, place: Place) -> Answer:
    """Whether meals are served here: asked only of a canteen, or of a spot such as a table."""
    if place.use != Use.CANTEEN and place.kind != Place.Kind.SPOT:
        return no("")
    return YES if Canteen.objects.running().around(place).exists() else no("")


def menu_at(place: Place) -> str:
    """Where today's menu of the canteen around the place stands."""
    return f"{reverse('canteen:today')}?place={place.pk}"


def hand_in() -> None:
    """Let a label on a table lead to its menu, and the past of what people write be read."""
    mapped.hand_in()
    name_act_at_place(_("Today's menu"), "soup", path=menu_at, right=can_read_menu_at)
    take_holder(
        HolderSort(
            model=CanteenWorker, label=_("Canteen worker"), offered=CanteenWorker.objects.all
        )
    )
    take_holder(HolderSort(model=Supplier, label=_("Supplier"), offered=Supplier.objects.all))
    name_topic(TOPIC, _("Canteen"))
    name_checklists(TOPIC, _("Canteen"), "tools-kitchen-2")
    for model, may_edit in HISTORIES:
        keep_history(Historical(model=model, may_edit=may_edit, path=path_of))
    for words, right in ACTS:
        name_act(_("Canteen"), words, right)
