"""Somebody asks that data about them be put right or erased (PIPL art. 45 to 47)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.cases.models import HANDED_ON, MERGED, Case, CaseQuerySet
from campus.people.models import Person, Role
from campus.tracking import tracked


class Part(models.TextChoices):
    """What can be erased by itself."""

    CONTACT = "contact", _("Phone and e-mail")
    GUARDIAN_PHONE = "guardian_phone", _("Phone of a guardian")
    GUARDIAN_CONSENT = "guardian_consent", _("Under 14, and the guardian's consent")
    PERSON = "person", _("Everything by which the person is known, once they have left")


class DataRequestQuerySet(CaseQuerySet["DataRequest"]):
    """Requests in words."""

    def visible_to(self, person: Person) -> "DataRequestQuerySet":
        """Head and administrators see all; everybody else what they raised or is about them."""
        if person.on_duty_as(Role.HEAD, Role.ADMINISTRATOR):
            return self
        return self.concerning(person) | self.filter(subject=person)


@tracked()
class DataRequest(Case):
    """A request about the data of `subject`: done as asked, or refused with the reason.

    `by_guardian`: a guardian has asked, and whoever raised it wrote it down. `parts` are what is
    to be erased; a correction is told in words.
    """

    class Wants(models.TextChoices):
        """What is asked for."""

        CORRECT = "correct", _("Put right")
        ERASE = "erase", pgettext_lazy("a request", "Erase")

    class Status(models.TextChoices):
        """Where a request stands."""

        NEW = "new", pgettext_lazy("state of a case", "New")
        UNDER_WAY = "under_way", _("Under way")
        GRANTED = "granted", pgettext_lazy("state of a request", "Done as asked")
        REFUSED = "refused", _("Refused")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        MERGED = MERGED, _("Merged")
        HANDED_ON = HANDED_ON, _("Handed on")

    OPEN = (Status.NEW, Status.UNDER_WAY)
    NEEDS_REASON = (Status.REFUSED, Status.GRANTED)
    _ENDS = {Status.GRANTED, Status.REFUSED, Status.WITHDRAWN}
    MOVES = {
        Status.NEW: {Status.UNDER_WAY, *_ENDS},
        Status.UNDER_WAY: {*_ENDS},
        Status.REFUSED: {Status.UNDER_WAY},
    }

    status = models.CharField(_("state"), max_length=12, choices=Status, default=Status.NEW)
    subject = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=_("whose data")
    )
    wants = models.CharField(_("what is asked for"), max_length=8, choices=Wants)
    parts = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    by_guardian = models.BooleanField(_("a guardian asks"), default=False)

    objects = DataRequestQuerySet.as_manager()

    class Meta(Case.Meta):
        abstract = False
        verbose_name = _("request about data")
        verbose_name_plural = _("requests about data")
        constraints = [
            *Case.Meta.constraints,
            models.CheckConstraint(
                condition=Q(
                    status__in=[
                        "new", "under_way", "granted", "refused", "withdrawn", "merged",
                        "handed_on",
                    ]
                ),
                name="data_request_status_known",
            ),
            models.CheckConstraint(
                condition=Q(wants__in=["correct", "erase"]), name="data_request_wants_known"
            ),
            models.CheckConstraint(
                condition=Q(wants="erase", parts__len__gt=0) | Q(wants="correct", parts=[]),
                name="data_request_says_what_to_erase",
                violation_error_message=_("Say what is to be erased."),
            ),
        ]  # fmt: skip

    @property
    def parts_in_words(self) -> list[str]:
        """What is to be erased."""
        return [str(Part(each).label) for each in self.parts]
