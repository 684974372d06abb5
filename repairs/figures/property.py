"""How a property check stands: rooms done of all, and what was found."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from repairs.models import PropertyCheck, RoomLine


@dataclass(frozen=True)
class Standing:
    """Rooms and how many of them are done; things expected, damaged and missing; differences that
    nobody has decided on."""

    rooms: int
    done: int
    expected: int
    damaged: int
    missing: int
    undecided: int


def standing(check: PropertyCheck) -> Standing:
    """Three queries."""
    rooms = check.rooms.order_by().aggregate(
        rooms=Count("pk"), done=Count("pk", filter=~Q(status="to_count"))
    )
    lines = RoomLine.objects.filter(room__check_of=check).order_by()
    found = lines.aggregate(
        all_expected=Sum("expected", default=0),
        all_damaged=Sum("damaged", default=0),
        lacking=Sum("balance", filter=Q(balance__lt=0), default=0),
    )
    undecided = RoomLine.objects.filter(room__check_of=check, outcome="open").differing().count()
    return Standing(
        rooms["rooms"], rooms["done"], found["all_expected"], found["all_damaged"],
        -found["lacking"], undecided,
    )  # fmt: skip
