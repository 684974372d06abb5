"""An appeal against points: whoever they concern asks that somebody else looks again (申诉)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Person
from campus.tracking import tracked
from inspections.models.checklist import SEE_ALL, roles_of
from inspections.models.finding import Finding


class AppealQuerySet(CaseQuerySet["Appeal"]):
    """Appeals in words."""

    def visible_to(self, person: Person) -> "AppealQuerySet":
        """Head and administrators see all; whoever decides on those of a checklist sees these, the
        walker those against own marks, everybody else what concerns them."""
        if person.on_duty_as(*SEE_ALL):
            return self
        return self.concerning(person) | self.filter(decided_by(person) | Q(finding__by=person))


def decided_by(person: Person) -> Q:
    """The appeals that the person decides on by a role held today; not against own marks."""
    if person.is_pupil or not person.is_active:
        return Q(pk__in=[])
    deciding = Q(finding__checklist__deciding_roles__overlap=roles_of(person))
    return deciding & ~Q(finding__by=person)


@tracked()
class Appeal(Case):
    """One appeal against one mark; granting it corrects the mark in the same transaction."""

    class Status(models.TextChoices):
        """Where it stands."""

        RAISED = "raised", pgettext_lazy("state of an appeal", "To be decided")
        GRANTED = "granted", pgettext_lazy("state of an appeal", "Granted")
        REFUSED = "refused", pgettext_lazy("state of an appeal", "Refused")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of an appeal", "Withdrawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.RAISED,)
    NEEDS_REASON = (Status.GRANTED, Status.REFUSED)
    MOVES = {Status.RAISED: {Status.GRANTED, Status.REFUSED, Status.WITHDRAWN}}

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.RAISED)
    finding = models.ForeignKey(
        Finding, models.PROTECT, related_name="appeals", verbose_name=_("mark")
    )

    objects = AppealQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("appeal")
        verbose_name_plural = _("appeals")
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "raised", "granted", "refused", "withdrawn", "merged", "handed_on",
                    ]
                ),
                name="appeal_status_known",
            ),
            models.UniqueConstraint(
                fields=["finding"], condition=Q(status="raised"), name="appeal_one_at_a_time",
                violation_error_message=_("Somebody has appealed already; it is being looked at."),
            ),
            models.UniqueConstraint(
                fields=["finding", "reporter"], condition=~Q(status="withdrawn"),
                name="appeal_once_per_person",
                violation_error_message=_("You have appealed against this already."),
            ),
        ]  # fmt: skip
