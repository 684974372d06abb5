"""What of the dormitory can be open when a semester is closed."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.closing.registry import Closable, name_closable
from dormitory.models import Absence


def still_missing(until: date) -> QuerySet[Absence]:
    """Pupils of whom nobody has said that they are back."""
    return Absence.objects.missing().filter(night__lte=until).select_related("pupil")


def hand_in() -> None:
    """Let absences be carried over."""
    name_closable(
        Closable(
            key="absence", label=_("Missing and late"), icon="user-question", model=Absence,
            unsettled=still_missing, path=lambda absence: reverse("dormitory:absences"),
        )
    )  # fmt: skip
