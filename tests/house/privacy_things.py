"""What addresses of personal data can name."""

from datetime import datetime
from typing import Any

from campus.audit.actions import record
from campus.models import Person, TakeAway
from campus.privacy.actions import requesting, yearly


def privacy_things(head: Person, pupil: Person, at: datetime) -> dict[str, Any]:
    """A request of the head's to take pupils away, one about the head's data, this year's audit,
    an entry of the audit log."""
    take = TakeAway.objects.create(
        by=head, asked_at=at, list_name="people", query="kind=pupil", title="People", reason="x",
        pupils=1,
    )  # fmt: skip
    request = requesting.ask(
        head, wants="correct", description="My name is misspelt.", by=head, at=at
    )
    audit = yearly.lay(2025)
    entry = record("robot_added", by=head, at=at, name="x")
    return {
        "privacy:take_away": take.pk, "privacy:rule": "inbox", "privacy:year": audit.year,
        "privacy:year_point": (audit.year, "map"), "privacy:ask_for": pupil.pk,
        "privacy:letter": request.pk, "privacy:case": request.pk,
        "privacy:case_move": (request.pk, "refuse"), "audit:entry": entry.pk,
    }  # fmt: skip
