"""The demo school as a whole: each area fills its part, ground first."""

from datetime import date
from random import Random

from django.db import transaction

import campus.clients.demo
import campus.demo
import campus.desk.demo
import campus.feedback.demo
import campus.privacy.demo
import campus.readings.demo
import campus.webhooks.demo
import canteen.demo
import cleaning.demo
import dormitory.demo
import inspections.demo
import logistics.assessment.demo
import logistics.dashboard.demo
import logistics.launcher.demo
import logistics.report.demo
import planning.demo
import repairs.demo
import rooms.demo
import safety.demo
import vehicles.demo
from campus.models import Person

SEED = 20260901
AREAS = (
    campus.demo, campus.clients.demo, campus.readings.demo,
    campus.desk.demo, dormitory.demo, repairs.demo, planning.demo, inspections.demo,
    safety.demo, cleaning.demo, campus.feedback.demo, canteen.demo, vehicles.demo, rooms.demo,
    logistics.assessment.demo, logistics.dashboard.demo, logistics.launcher.demo,
    logistics.report.demo, campus.webhooks.demo, campus.privacy.demo,
)  # fmt: skip


def is_empty() -> bool:
    """Whether nobody is in the database yet."""
    return not Person.objects.exists()


@transaction.atomic
def fill(day: date, seed: int = SEED) -> None:
    """Fill an empty database with the demo school as it stands on `day`, all or nothing."""
    for area in AREAS:
        # Each area draws its own numbers: a change in one leaves the others as they are.
        area.fill(Random(f"{seed}-{area.__name__}"), day)  # noqa: S311  # invention, not secrecy
