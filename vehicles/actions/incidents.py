"""What happens to accidents and violations: written down, followed, closed."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campus.attachments.actions import Upload, attach
from campus.cases.registry import on_duty
from campus.doors import Refused
from campus.models import Attachment, Person, Role
from campus.notices.actions import tell
from campus.records.actions import note
from campus.storing import store
from vehicles.models import VehicleIncident

TOPIC = "vehicle_incidents"
WRITTEN = gettext_noop("Written down")
CHANGED = gettext_noop("Followed up")
CLOSED = gettext_noop("Closed")
AGAIN = gettext_noop("Taken up again")
HAPPENED = gettext_noop("An accident or violation with %(plate)s was written down")


@transaction.atomic
def write_down(
    *, by: Person, at: datetime, attachments: Iterable[Upload | Attachment] = (), **facts: Any
) -> VehicleIncident:
    """Write down what has happened; whoever keeps the vehicles is told. Raises ValidationError."""
    incident = VehicleIncident(by=by, written_at=at, **facts)
    store(incident)
    files = attach(incident, attachments, by=by, at=at)
    note(incident, by=by, at=at, text=WRITTEN, attachments=files)
    keepers = [each for each in on_duty(Role.FLEET_MANAGER, Role.HEAD) if each != by]
    tell(
        keepers, key=f"{TOPIC}:{incident.pk}", topic=TOPIC, text=HAPPENED,
        facts={"plate": incident.vehicle.plate}, path=incident.get_absolute_url(), at=at,
        robots=False,
    )  # fmt: skip
    return incident


def locked_open(incident: VehicleIncident) -> VehicleIncident:
    """The incident as it is now. Raises Refused where it is closed."""
    kept = VehicleIncident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
    if not kept.is_open:
        raise Refused(_("It is closed; take it up again first."))
    return kept


@transaction.atomic
def change(
    incident: VehicleIncident, *, by: Person, at: datetime,
    attachments: Iterable[Upload | Attachment] = (), **facts: Any,
) -> VehicleIncident:  # fmt: skip
    """Write what became of it: fault, cost, insurance. Raises Refused where it is closed,
    ValidationError."""
    kept = locked_open(incident)
    for name, value in facts.items():
        setattr(kept, name, value)
    store(kept)
    files = attach(kept, attachments, by=by, at=at)
    note(kept, by=by, at=at, text=CHANGED, attachments=files)
    return kept


@transaction.atomic
def close(incident: VehicleIncident, *, words: str, by: Person, at: datetime) -> VehicleIncident:
    """All is settled: `words` say how. Raises Refused where fault or cost are not known."""
    kept = locked_open(incident)
    if kept.cost is None or kept.fault == VehicleIncident.Fault.UNKNOWN:
        raise Refused(_("Say whose fault it was and what it cost."))
    kept.closed_by, kept.closed_at = by, at
    store(kept)
    note(kept, by=by, at=at, text=CLOSED, words=words)
    return kept


@transaction.atomic
def take_up_again(incident: VehicleIncident, *, by: Person, at: datetime) -> VehicleIncident:
    """Something is to be said yet. Raises Refused where it is open."""
    kept = VehicleIncident.objects.select_for_update(of=("self",)).get(pk=incident.pk)
    if kept.is_open:
        raise Refused(_("It is open."))
    kept.closed_by = kept.closed_at = None
    store(kept)
    note(kept, by=by, at=at, text=AGAIN)
    return kept
