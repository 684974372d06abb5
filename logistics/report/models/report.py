"""The report of a semester."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campus.models import Person, Semester
from campus.tracking import tracked


class SemesterReportQuerySet(models.QuerySet["SemesterReport"]):
    """Reports in words."""

    def visible_to(self, person: Person) -> "SemesterReportQuerySet":
        """The staff read them; what pupils are told of the work they are told elsewhere."""
        return self.none() if person.is_pupil or not person.is_active else self


@tracked()
class SemesterReport(models.Model):
    """What became of a semester (工作总结), in one language; its text lies in its sections.

    `title` has a line for each line of the document's title. `renewed_at` is when the figures were
    last asked.
    """

    class Language(models.TextChoices):
        """What it is written in, chosen when it is made."""

        CHINESE = "zh-hans", _("Chinese")
        ENGLISH = "en", _("English")

    semester = models.OneToOneField(
        Semester, models.PROTECT, related_name="report", verbose_name=_("semester"),
        error_messages={"unique": _("This semester has its report already.")},
    )  # fmt: skip
    language = models.CharField(_("language"), max_length=8, choices=Language)
    title = models.TextField(_("title"), max_length=200)
    signed_by = models.CharField(_("signed by"), max_length=100)
    dated_on = models.DateField(_("dated"))
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("made by"))
    made_at = models.DateTimeField(_("made at"))
    renewed_at = models.DateTimeField(_("figures of"))

    objects = SemesterReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("semester report")
        verbose_name_plural = _("semester reports")
        ordering = ["-semester__first_day"]
        constraints = [
            models.CheckConstraint(
                condition=Q(language__in=["zh-hans", "en"]), name="report_language_known"
            ),
            models.CheckConstraint(
                condition=~Q(title=""), name="report_has_title",
                violation_error_message=_("A report needs a title."),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        between = "" if self.language == self.Language.CHINESE else " "
        return between.join(self.title.splitlines())

    def get_absolute_url(self) -> str:
        return reverse("report:report", args=[self.pk])
