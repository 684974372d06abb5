"""What guests of the canteen are asked about, and who answers; the school keeps the list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.feedback.actions import lay_topics
from campus.feedback.registry import name_area
from campus.models import Place, Role
from canteen.models import Canteen, Counter, Dish, MenuItem

AREA = "canteen"
MANAGER = (Role.CANTEEN_MANAGER,)
TOPICS = (
    ("hygiene", "卫生", "餐具、桌面、环境", MANAGER, (), False),
    ("service", "服务", "态度、排队、保温", MANAGER, (), False),
    ("quality", "质量", "口味、生熟、新鲜", MANAGER, (), False),
    ("price", "价格", "价格、分量", MANAGER, (), False),
    ("variety", "品种", "花样、清淡、少数民族饮食", MANAGER, (), False),
    ("unsafe", "疑似食品安全", "异物、变质、吃后不适：立即转给食品安全员和负责人",
     (Role.FOOD_SAFETY_OFFICER, Role.FOOD_SAFETY_DIRECTOR), (Role.HEAD, Role.CANTEEN_MANAGER),
     True),
    ("other", "其他", "", MANAGER, (), False),
)  # fmt: skip
# As many dishes as somebody looks through at a table.
MOST_DISHES = 60


def lay_usual_topics() -> None:
    """What most schools begin with."""
    lay_topics(AREA, TOPICS)


def subjects_at(place: Place | None, day: date) -> list[tuple[Any, Iterable[Any]]]:
    """The counters and today's dishes of the canteen where the label hangs, else of all; three
    queries."""
    canteens = Canteen.objects.running()
    here = list(canteens.around(place)) if place else []
    wanted = here or list(canteens)
    counters = Counter.objects.filter(canteen__in=wanted, is_open=True).select_related("canteen")
    served = Dish.objects.filter(items__day=day, items__counter__canteen__in=wanted)
    dishes = served.defer("sought").distinct().order_by("name")[:MOST_DISHES]
    return [(_("Counters"), list(counters)), (_("Dishes of today"), list(dishes))]


def counters() -> tuple[Any, list[Counter]]:
    """What stars are compared of."""
    serving = Counter.objects.filter(is_open=True).select_related("canteen")
    return _("Stars by counter"), list(serving)


def served(subject: Any, day: date) -> str:
    """The item of a menu by which a dish was served last until the day; a counter's canteen."""
    if isinstance(subject, Counter):
        return reverse("canteen:week", args=[subject.canteen_id])
    items = MenuItem.objects.filter(dish=subject, day__lte=day).order_by("-day", "-pk")
    item = items.values_list("pk", flat=True).first()
    return reverse("canteen:item", args=[item]) if item else ""


def hand_in() -> None:
    """Ask for feedback on the canteen."""
    name_area(
        AREA, _("Canteen"), "soup", subjects=subjects_at, models=(Dish, Counter),
        compared=counters, path_of=served,
    )  # fmt: skip
