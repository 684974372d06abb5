"""Who is told of what happens in a kitchen."""

from campus.models import Person, Role
from canteen.registry import TOPIC
from planning.registry import heads

__all__ = ["TOPIC", "kitchen"]


def kitchen() -> list[Person]:
    """Food-safety officers and canteen managers of today, else the head."""
    roles = (Role.FOOD_SAFETY_OFFICER, Role.CANTEEN_MANAGER)
    return list(Person.objects.on_duty_as(*roles)) or heads()
