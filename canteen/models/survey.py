"""Satisfaction once a semester: who has answered is one thing, what was answered another, and
nothing in the database leads from one to the other."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Person
from campus.tracking import tracked
from canteen.models.menu import Canteen


class Choice(models.TextChoices):
    """What can be answered, from the usual form."""

    VERY = "very", pgettext_lazy("answer of a survey", "Very satisfied")
    SATISFIED = "satisfied", pgettext_lazy("answer of a survey", "Satisfied")
    NOT = "not", pgettext_lazy("answer of a survey", "Not satisfied")


CHOICES = ["very", "satisfied", "not"]
# Whoever is no pupil answers as one of the staff.
STAFF = 0


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Surveys in words."""

    def visible_to(self, person: Person) -> "SurveyQuerySet":
        """Everybody may answer; results are read once they are published."""
        return self if person.is_active else self.none()

    def running(self, on: date) -> "SurveyQuerySet":
        """Those that can be answered on a day."""
        return self.filter(opens_on__lte=on, closes_on__gte=on, published_on=None)


@tracked()
class Survey(models.Model):
    """Questions to everybody about the canteens (满意度调查), open from a day until a day."""

    title = models.CharField(_("title"), max_length=80, unique=True)
    opens_on = models.DateField(_("open from"))
    closes_on = models.DateField(_("open until"))
    published_on = models.DateField(_("published on"), null=True, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("by"))

    objects = SurveyQuerySet.as_manager()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ["-opens_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="survey_closes_after_it_opens",
                violation_error_message=_("It cannot close before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(published_on=None) | Q(published_on__gt=F("closes_on")),
                name="survey_published_after_it_closed",
                violation_error_message=_("It is published once it is closed."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("canteen:survey", args=[self.pk])

    def is_open(self, on: date) -> bool:
        return self.opens_on <= on <= self.closes_on and self.published_on is None


@tracked()
class SurveyQuestion(models.Model):
    """One question; all have the same three answers."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField(_("position"))
    text = models.CharField(_("question"), max_length=80)

    class Meta:
        verbose_name = _("question of a survey")
        verbose_name_plural = _("questions of surveys")
        ordering = ["survey", "position"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "position"], name="survey_question_position"),
            models.UniqueConstraint(
                fields=["survey", "text"], name="survey_question_once",
                violation_error_message=_("This question stands there already."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.text


class SurveyAnswered(models.Model):
    """That somebody has answered, once; nothing of when or what. Not tracked: a history would tell
    the moment. Its number is drawn by chance: one that counts up would tell who came after whom."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="answered")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("answered survey")
        verbose_name_plural = _("answered surveys")
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "person"], name="survey_answered_once",
                violation_error_message=_("You have answered already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.survey}"


class SurveyCell(models.Model):
    """How often one answer was given to one question, for one canteen by one grade. All cells of a
    survey are laid as it is written; answers only count them up. Not tracked: a history of sums
    would tell each answer."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="cells")
    canteen = models.ForeignKey(Canteen, models.PROTECT, related_name="+")
    grade = models.PositiveSmallIntegerField(_("grade"))
    question = models.ForeignKey(SurveyQuestion, models.CASCADE, related_name="+")
    choice = models.CharField(_("answer"), max_length=10, choices=Choice)
    count = models.PositiveIntegerField(_("how often"), default=0)

    class Meta:
        verbose_name = _("cell of a survey")
        verbose_name_plural = _("cells of surveys")
        ordering = ["survey", "question", "canteen", "grade", "choice"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "canteen", "grade", "question", "choice"],
                name="survey_cell_once",
            ),
            models.CheckConstraint(condition=Q(choice__in=CHOICES), name="survey_choice_known"),
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.choice} {self.count}"
