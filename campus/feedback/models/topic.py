"""What feedback can be about."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.people.models import Person, Role
from campus.tracking import tracked


class FeedbackTopicQuerySet(models.QuerySet["FeedbackTopic"]):
    """Topics in words."""

    def visible_to(self, person: Person) -> "FeedbackTopicQuerySet":
        """Everybody knows what can be written about."""
        return self if person.is_active else self.none()

    def of_area(self, area: str) -> "FeedbackTopicQuerySet":
        return self.filter(area=area)

    def offered(self) -> "FeedbackTopicQuerySet":
        """Those that can be chosen for a new entry."""
        return self.filter(is_offered=True)

    def answered_by(self, person: Person) -> "FeedbackTopicQuerySet":
        """Those whose entries the person answers, by a role held today; the head answers all."""
        if person.on_duty_as(Role.HEAD):
            return self
        return self.filter(roles__overlap=sorted({duty.role for duty in person.duties_today}))


@tracked()
class FeedbackTopic(models.Model):
    """What an entry is about (主题), such as prices; each area has its own.

    Whoever holds one of `roles` answers; `informed` are told of each new entry as well. What
    `cannot_wait` is urgent, and is passed on at once without a name, too: whoever writes is told so
    beforehand. `code` names what comes with the portal.
    """

    area = models.CharField(_("area"), max_length=24)
    code = models.CharField(max_length=32, blank=True, default="", editable=False)
    name = models.CharField(_("name"), max_length=40)
    hint = models.CharField(_("what belongs here"), max_length=120, blank=True, default="")
    roles = ArrayField(models.CharField(max_length=32, choices=Role), verbose_name=_("answered by"))
    informed = ArrayField(
        models.CharField(max_length=32, choices=Role), verbose_name=_("told as well"),
        default=list, blank=True,
    )  # fmt: skip
    cannot_wait = models.BooleanField(_("cannot wait"), default=False)
    is_offered = models.BooleanField(pgettext_lazy("topic", "can be chosen"), default=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = FeedbackTopicQuerySet.as_manager()

    class Meta:
        verbose_name = _("topic of feedback")
        verbose_name_plural = _("topics of feedback")
        ordering = ["area", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "name"], name="feedback_topic_once",
                violation_error_message=_("There is a topic of this name already."),
            ),
            models.UniqueConstraint(
                fields=["area", "code"], condition=~Q(code=""), name="feedback_topic_code_once"
            ),
            models.CheckConstraint(
                condition=Q(roles__len__gt=0), name="feedback_topic_answered_by_some_role",
                violation_error_message=_("Say who answers."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def answered_by_in_words(self) -> str:
        return "、".join(str(Role(each).label) for each in self.roles)
