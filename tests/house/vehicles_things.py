"""One of everything of the vehicles that an address can name."""

from datetime import datetime, timedelta
from typing import Any

from campus.models import Department, Duty, Person, Role
from planning.actions import papers
from planning.models import PaperKind
from vehicles.actions import caps, requests, trips, vehicles
from vehicles.models import ApprovalRule, TripRequest, UsageCap
from vehicles.registry import INSPECTION, INSURANCE, LICENCE

# Trips are still to come whenever the doors are knocked at.
AHEAD = timedelta(days=4000)


def vehicles_things(head: Person, owner: Person, at: datetime) -> dict[str, Any]:
    """A vehicle with its papers, the owner's requests: one with a trip, one that wants a vehicle,
    one that waits; a cap and a rule."""
    driver = Person.objects.create(number="T900", name="Driver", kind=Person.Kind.STAFF)
    Duty.objects.create(person=driver, role=Role.DRIVER, starts_on=at.date())
    vehicle = vehicles.register(
        plate="苏D00001", model="Van", kind="van", seats=7, km=1000, by=head, at=at
    )
    kinds = {kind.code: kind for kind in PaperKind.objects.all()}
    ends_on = (at + AHEAD + AHEAD).date()
    for code, holder in ((INSURANCE, vehicle), (INSPECTION, vehicle), (LICENCE, driver)):
        papers.record(kinds[code], holder, ends_on=ends_on, by=head, at=at)
    first, second, third = (asked(owner, at, hours) for hours in (0, 1, 2))
    for request in (first, second):
        while (now := TripRequest.objects.get(pk=request.pk)).is_waiting:
            requests.approve(now, words="x", by=head, at=at)
    trip = trips.dispatch(first, vehicle=vehicle, driver=driver, by=head, at=at)
    cap = caps.write_cap(UsageCap(), year=2025, km=1000, by=head, at=at)
    return {
        "vehicles:vehicle": vehicle.pk, "vehicles:reading": vehicle.readings.get().pk,
        "vehicles:requests:case": third.pk, "vehicles:requests:case_move": (third.pk, "refuse"),
        "vehicles:dispatch": second.pk, "vehicles:share": (second.pk, trip.pk),
        "vehicles:trip": trip.pk, "vehicles:cap": cap.pk,
        "vehicles:rule": ApprovalRule.objects.get(why="long").pk,
    }  # fmt: skip


def asked(owner: Person, at: datetime, hours: int) -> TripRequest:
    """The owner asks for an afternoon in many years, a day off or not."""
    department = owner.department or Department.objects.all()[0]
    start = at + AHEAD + timedelta(hours=hours)
    return requests.ask(
        title="Trip", destination="Town", km=20, passengers=2, department=department,
        starts_at=start, ends_at=start + timedelta(hours=1), exception_why="x", by=owner, at=at,
    )  # fmt: skip
