"""Leave slips: given and taken back."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from campus.doors import Refused
from campus.models import Person
from campus.storing import store
from dormitory.models import LeaveSlip


@transaction.atomic
def give(
    pupil: Person, *, starts_at: datetime, ends_at: datetime, reason: str, by: Person, at: datetime
) -> LeaveSlip:
    """Let a pupil sleep elsewhere. Raises Refused for whoever has left, and where there is leave
    in that time already; ValidationError where it ends before it starts."""
    pupil = Person.objects.select_for_update(of=("self",)).get(pk=pupil.pk)
    if not pupil.is_active:
        raise Refused(_("%(name)s has left the school.") % {"name": pupil})
    same = LeaveSlip.objects.filter(pupil=pupil, withdrawn_at=None)
    if same.filter(starts_at__lt=ends_at, ends_at__gt=starts_at).exists():
        raise Refused(_("%(name)s has leave in this time already.") % {"name": pupil})
    slip = LeaveSlip(pupil=pupil, starts_at=starts_at, ends_at=ends_at, reason=reason, by=by, at=at)
    store(slip)
    return slip


@transaction.atomic
def withdraw_all(slips: Iterable[LeaveSlip], *, by: Person, at: datetime) -> list[LeaveSlip]:
    """Take several back, or none."""
    return [withdraw(slip, by=by, at=at) for slip in slips]


@transaction.atomic
def withdraw(slip: LeaveSlip, *, by: Person, at: datetime) -> LeaveSlip:
    """Take leave back. Raises Refused once it is over or taken back."""
    slip = LeaveSlip.objects.select_for_update(of=("self",)).get(pk=slip.pk)
    if slip.withdrawn_at or slip.ends_at <= at:
        raise Refused(_("It is over, or taken back already."))
    slip.withdrawn_at = at
    store(slip, only=["withdrawn_at"])
    return slip
