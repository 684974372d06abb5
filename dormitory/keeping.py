"""How long nights are kept; the counts of each night stay without them."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from campus.privacy.actions.erasing import forget_rows
from campus.privacy.registry import Kept, name_kept
from dormitory.models import Absence, LeaveSlip

# A semester is compared with the same one a year before; its rows prove the number until then.
MONTHS = 18
WHY = _("A semester is compared with the one a year before; the counts of each night stay.")


def past_leave(moment: datetime) -> QuerySet[Any]:
    return LeaveSlip.objects.filter(ends_at__lt=moment)


def past_absences(moment: datetime) -> QuerySet[Any]:
    return Absence.objects.filter(night__lt=timezone.localtime(moment).date())


def forget_leave(pks: list[int], at: datetime) -> None:
    forget_rows(LeaveSlip, pks)


def forget_absences(pks: list[int], at: datetime) -> None:
    forget_rows(Absence, pks)


def hand_in() -> None:
    """Let the nightly task see to nights."""
    name_kept(
        Kept(
            name="leave_slips", label=_("Leave slips"), months=MONTHS, why=WHY,
            due=past_leave, erase=forget_leave,
        ),
        Kept(
            name="absences", label=_("Nights somebody was missing or late"), months=MONTHS,
            why=WHY, due=past_absences, erase=forget_absences,
        ),
    )  # fmt: skip
