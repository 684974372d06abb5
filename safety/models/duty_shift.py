"""Duty at nights and in the holidays: who is there, who leads, what was noted."""

from datetime import datetime

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked

# Nobody is there twice: whoever leads is no other member of the same shift.
LEADER_IS_NO_MEMBER = """
    IF EXISTS (
        SELECT FROM safety_dutyshift AS shift
        WHERE shift.id = NEW.shift_id AND shift.leader_id = NEW.person_id
    ) THEN
        RAISE EXCEPTION 'Whoever leads shift % is there already.', NEW.shift_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'duty_member_is_not_leader';
    END IF;
    RETURN NEW;
"""
MEMBER_IS_NO_LEADER = """
    IF EXISTS (
        SELECT FROM safety_dutymember AS member
        WHERE member.shift_id = NEW.id AND member.person_id = NEW.leader_id
    ) THEN
        RAISE EXCEPTION 'Whoever leads shift % is there already.', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'duty_leader_is_no_member';
    END IF;
    RETURN NEW;
"""


class DutyShiftQuerySet(models.QuerySet["DutyShift"]):
    """Shifts in words."""

    def visible_to(self, person: Person) -> "DutyShiftQuerySet":
        """The staff's: anybody should know whom to call."""
        return self.none() if person.is_pupil or not person.is_active else self

    def between(self, start: datetime, end: datetime) -> "DutyShiftQuerySet":
        """Shifts of which a part lies between two moments."""
        return self.filter(starts_at__lt=end, ends_at__gt=start)

    def of(self, person: Person) -> "DutyShiftQuerySet":
        """Those in which the person is there."""
        own = DutyMember.objects.filter(person=person).values("shift")
        return self.filter(Q(leader=person) | Q(pk__in=own))


@tracked()
class DutyShift(models.Model):
    """One shift (值班), its leader (带班领导) and others, from a moment to a moment.

    It is handed over when somebody of the next shift has signed its log.
    """

    class Kind(models.TextChoices):
        """What sort of time it covers."""

        NIGHT = "night", pgettext_lazy("kind of shift", "Night")
        WEEKEND = "weekend", pgettext_lazy("kind of shift", "Weekend")
        HOLIDAY = "holiday", pgettext_lazy("kind of shift", "Holiday")
        SPECIAL = "special", pgettext_lazy("kind of shift", "Special")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.NIGHT)
    starts_at = models.DateTimeField(_("from"))
    ends_at = models.DateTimeField(pgettext_lazy("end of a time", "until"))
    leader = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("leader on duty")
    )
    note = models.CharField(_("remark"), max_length=200, blank=True)
    received_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("taken over by"),
    )  # fmt: skip
    received_at = models.DateTimeField(_("taken over at"), null=True, blank=True)

    objects = DutyShiftQuerySet.as_manager()

    class Meta:
        verbose_name = _("duty shift")
        verbose_name_plural = _("duty shifts")
        ordering = ["starts_at", "id"]
        indexes = [models.Index(fields=["starts_at", "id"], name="duty_shift_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["night", "weekend", "holiday", "special"]),
                name="duty_shift_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="duty_shift_ends_after_it_starts",
                violation_error_message=_("A shift must end after it starts."),
            ),
            models.UniqueConstraint(
                fields=["starts_at", "leader"], name="duty_shift_once",
                violation_error_message=_("This leader has a shift at that time already."),
            ),
            models.CheckConstraint(
                condition=Q(received_by=None, received_at=None)
                | Q(received_by__isnull=False, received_at__isnull=False)
                & ~Q(received_by=F("leader")),
                name="duty_shift_taken_over_by_another",
                violation_error_message=_("Somebody of the next shift takes over."),
            ),
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="leader_is_no_member", when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update, func=MEMBER_IS_NO_LEADER,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.leader}"

    def get_absolute_url(self) -> str:
        return reverse("safety:shift", args=[self.pk])


@tracked()
class DutyMember(models.Model):
    """Somebody who is there beside the leader."""

    shift = models.ForeignKey(DutyShift, models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))

    class Meta:
        verbose_name = _("member of a shift")
        verbose_name_plural = _("members of shifts")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "shift"], name="duty_member_of_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["shift", "person"], name="duty_member_once",
                violation_error_message=_("Nobody is in the same shift twice."),
            )
        ]  # fmt: skip
        triggers = [
            pgtrigger.Trigger(
                name="member_is_not_leader", when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update, func=LEADER_IS_NO_MEMBER,
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.person)


@tracked()
class DutySwap(models.Model):
    """One asks another to stand in; it holds once the other has accepted: asked → accepted, or
    declined, or withdrawn."""

    class Status(models.TextChoices):
        """Where it stands."""

        ASKED = "asked", pgettext_lazy("state of a swap", "Asked")
        ACCEPTED = "accepted", pgettext_lazy("state of a swap", "Accepted")
        DECLINED = "declined", pgettext_lazy("state of a swap", "Declined")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of a swap", "Withdrawn")

    shift = models.ForeignKey(DutyShift, models.CASCADE, related_name="swaps")
    giver = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("asked by"))
    taker = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("asked"))
    reason = models.CharField(_("reason"), max_length=200, blank=True)
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.ASKED)
    asked_at = models.DateTimeField(_("asked at"))
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)

    class Meta:
        verbose_name = _("swap of duty")
        verbose_name_plural = _("swaps of duty")
        ordering = ["asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status__in=["asked", "accepted", "declined", "withdrawn"]),
                name="duty_swap_status_known",
            ),
            models.CheckConstraint(
                condition=~Q(giver=F("taker")), name="duty_swap_between_two",
                violation_error_message=_("Ask somebody else."),
            ),
            models.CheckConstraint(
                condition=Q(status="asked", answered_at=None)
                | ~Q(status="asked") & Q(answered_at__isnull=False),
                name="duty_swap_answered",
            ),
            models.UniqueConstraint(
                fields=["shift", "giver"], condition=Q(status="asked"), name="duty_swap_asked_once",
                violation_error_message=_("You have asked somebody already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.giver} → {self.taker}"


@tracked()
class DutyLogEntry(models.Model):
    """One line of the log (值班记录); it is added to and not changed."""

    shift = models.ForeignKey(DutyShift, models.PROTECT, related_name="log")
    at = models.DateTimeField(_("at"))
    text = models.CharField(_("what was noted"), max_length=500)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    class Meta:
        verbose_name = _("line of a duty log")
        verbose_name_plural = _("lines of duty logs")
        ordering = ["at", "id"]
        triggers = [
            pgtrigger.Protect(
                name="duty_log_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return self.text
