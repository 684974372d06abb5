"""What somebody has to do because a meeting or the head has decided it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.models import Person, Role
from campus.tracking import tracked
from planning.models.meeting import Meeting


class ActionItemQuerySet(CaseQuerySet["ActionItem"]):
    """Actions in words."""

    def visible_to(self, person: Person) -> "ActionItemQuerySet":
        """The head sees all; everybody else what they own, asked for or follow, and what came out
        of meetings that they chair or take the minutes of."""
        if person.on_duty_as(Role.HEAD):
            return self
        ran = Meeting.objects.filter(Q(chair=person) | Q(recorder=person)).order_by()
        own = ActionItem.objects.concerning(person).order_by()
        return self.filter(Q(pk__in=own) | Q(meeting__in=ran))

    def to_be_accepted_by(self, person: Person) -> "ActionItemQuerySet":
        """Done ones that wait for the person: of the meetings they chair, as head all others too.

        One whose chair has done it, or who has left, waits for the head.
        """
        done = self.filter(status=ActionItem.Status.DONE).exclude(assignee=person)
        chaired = Q(meeting__chair=person)
        if person.on_duty_as(Role.HEAD):
            of_nobody = Q(meeting=None) | Q(meeting__chair=F("assignee"))
            return done.filter(chaired | of_nobody | Q(meeting__chair__is_active=False))
        return done.filter(chaired)


@tracked()
class ActionItem(Case):
    """A decision that is followed until it is done and accepted (督办事项).

    `title` is the decision, `assignee` the person responsible. Whoever accepts it is another
    person than whoever did it.
    """

    class Status(models.TextChoices):
        """Where an action stands."""

        NEW = "new", pgettext_lazy("state of a case", "New")
        UNDER_WAY = "under_way", _("Under way")
        ON_HOLD = "on_hold", _("On hold")
        DONE = "done", _("Done")
        ACCEPTED = "accepted", pgettext_lazy("state of an action", "Accepted")
        DROPPED = "dropped", _("Dropped")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.NEW, Status.UNDER_WAY, Status.ON_HOLD)
    PAUSED = (Status.ON_HOLD,)
    NEEDS_REASON = (Status.ON_HOLD, Status.DONE, Status.DROPPED)
    _ELSEWHERE = {Status.MERGED, Status.HANDED_ON}
    MOVES = {
        Status.NEW: {Status.UNDER_WAY, Status.DONE, Status.DROPPED, *_ELSEWHERE},
        Status.UNDER_WAY: {Status.ON_HOLD, Status.DONE, Status.DROPPED, *_ELSEWHERE},
        Status.ON_HOLD: {Status.UNDER_WAY, Status.DROPPED, *_ELSEWHERE},
        Status.DONE: {Status.ACCEPTED, Status.UNDER_WAY},
        Status.ACCEPTED: {Status.UNDER_WAY},
    }  # fmt: skip

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.NEW)
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="actions",
        verbose_name=_("meeting"),
    )  # fmt: skip
    accepted_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("accepted by"),
    )  # fmt: skip

    objects = ActionItemQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "new", "under_way", "on_hold", "done", "accepted", "dropped", "merged",
                        "handed_on",
                    ]
                ),
                name="actionitem_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["under_way", "on_hold", "done", "accepted"])
                | Q(assignee__isnull=False),
                name="actionitem_begun_has_owner",
                violation_error_message=_("Name the person responsible first."),
            ),
            models.CheckConstraint(
                condition=Q(status="accepted", accepted_by__isnull=False)
                | ~Q(status="accepted") & Q(accepted_by=None),
                name="actionitem_accepted_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | ~Q(accepted_by=F("assignee")),
                name="actionitem_accepted_by_another",
                violation_error_message=_("Nobody accepts what they have done themselves."),
            ),
        ]  # fmt: skip
