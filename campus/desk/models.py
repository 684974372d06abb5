"""Matters raised at the front desk."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.people.models import Person, Role
from campus.tracking import tracked


class EnquiryQuerySet(CaseQuerySet["Enquiry"]):
    """Enquiries in words."""

    def visible_to(self, person: Person) -> "EnquiryQuerySet":
        """The desk and the head see all; everybody else what concerns them."""
        if person.on_duty_as(Role.DISPATCHER, Role.HEAD):
            return self
        return self.concerning(person)


@tracked()
class Enquiry(Case):
    """A matter that somebody brings to the office (来件): answered there, or handed on."""

    class Status(models.TextChoices):
        """Where an enquiry stands."""

        NEW = "new", pgettext_lazy("state of a case", "New")
        UNDER_WAY = "under_way", _("Under way")
        ON_HOLD = "on_hold", _("On hold")
        ANSWERED = "answered", _("Answered")
        CLOSED = "closed", _("Closed")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.NEW, Status.UNDER_WAY, Status.ON_HOLD)
    PAUSED = (Status.ON_HOLD,)
    NEEDS_REASON = (Status.ON_HOLD, Status.REFUSED, Status.ANSWERED)
    _ELSEWHERE = {Status.MERGED, Status.HANDED_ON}
    MOVES = {
        Status.NEW: {
            Status.UNDER_WAY, Status.ANSWERED, Status.REFUSED, Status.WITHDRAWN, *_ELSEWHERE
        },
        Status.UNDER_WAY: {
            Status.ON_HOLD, Status.ANSWERED, Status.REFUSED, Status.WITHDRAWN, *_ELSEWHERE
        },
        Status.ON_HOLD: {Status.UNDER_WAY, Status.ANSWERED, Status.WITHDRAWN, *_ELSEWHERE},
        Status.ANSWERED: {Status.CLOSED, Status.UNDER_WAY},
        Status.CLOSED: {Status.UNDER_WAY},
        Status.REFUSED: {Status.UNDER_WAY},
    }  # fmt: skip

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.NEW)

    is_shared = models.BooleanField(
        _("others with the same trouble may see it and join in"), default=False
    )

    objects = EnquiryQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "new", "under_way", "on_hold", "answered", "closed", "refused",
                        "withdrawn", "merged", "handed_on",
                    ]
                ),
                name="enquiry_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status="under_way") | Q(assignee__isnull=False),
                name="enquiry_under_way_in_hands",
                violation_error_message=_("Say in whose hands it is."),
            ),
        ]  # fmt: skip
