"""The sections of a report: what each says, what it said before, and its photos."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.models import Attachment, Person
from campus.tracking import tracked
from logistics.report.models.report import SemesterReport

LONGEST = 60_000


class ReportSectionQuerySet(models.QuerySet["ReportSection"]):
    """Sections in words."""

    def visible_to(self, person: Person) -> "ReportSectionQuerySet":
        """Those of reports that the person may see."""
        return self.filter(report__in=SemesterReport.objects.visible_to(person).order_by())


class ReportSection(models.Model):
    """One part of a report; `key` says which (`logistics.report.parts`). Its versions are its
    history.

    `generated` is the text from the figures that people have seen last, `offered` a newer one that
    nobody has decided on yet: there is none where nobody has edited, since the text itself is then
    written anew. `proofs` are figures with the lists that prove them: [[words, address], …].
    """

    report = models.ForeignKey(SemesterReport, models.PROTECT, related_name="sections")
    key = models.CharField(pgettext_lazy("of a report", "part"), max_length=24)
    position = models.PositiveSmallIntegerField(_("position"))
    title = models.CharField(_("heading"), max_length=60, blank=True)
    text = models.TextField(_("text"), max_length=LONGEST, blank=True)
    generated = models.TextField(_("text from the figures"), blank=True)
    offered = models.TextField(_("newer text from the figures"), blank=True)
    is_offered = models.BooleanField(_("a newer text is offered"), default=False)
    is_edited = models.BooleanField(_("edited"), default=False)
    proofs = models.JSONField(_("figures with their lists"), default=list, blank=True)

    objects = ReportSectionQuerySet.as_manager()

    class Meta:
        verbose_name = _("section of a report")
        verbose_name_plural = _("sections of reports")
        ordering = ["report", "position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "key"], name="report_section_once"),
            models.CheckConstraint(
                condition=Q(is_offered=False) | Q(is_edited=True),
                name="report_section_offered_to_edited",
            ),
            models.CheckConstraint(
                condition=Q(is_offered=True) | Q(offered=""), name="report_section_offer_is_one"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.report.title

    def get_absolute_url(self) -> str:
        return f"{reverse('report:report', args=[self.report_id])}#{self.key}"


class SectionVersion(models.Model):
    """What a section said from a moment on; nobody changes or deletes it. Without `by` the figures
    themselves have changed."""

    class Way(models.TextChoices):
        """How the text came about."""

        GENERATED = "generated", pgettext_lazy("text of a report", "Written from the figures")
        EDITED = "edited", pgettext_lazy("text of a report", "Edited")
        TAKEN = "taken", pgettext_lazy("text of a report", "Newer text taken over")
        MERGED = "merged", pgettext_lazy("text of a report", "Merged with the newer text")
        RESTORED = "restored", pgettext_lazy("text of a report", "Earlier text brought back")

    section = models.ForeignKey(ReportSection, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("version"))
    way = models.CharField(_("how"), max_length=9, choices=Way)
    title = models.CharField(_("heading"), max_length=60, blank=True)
    text = models.TextField(_("text"), blank=True)
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))

    class Meta:
        verbose_name = _("version of a section")
        verbose_name_plural = _("versions of sections")
        ordering = ["section", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["section", "number"], name="section_version_once"),
            models.CheckConstraint(
                condition=Q(way__in=["generated", "edited", "taken", "merged", "restored"]),
                name="section_version_way_known",
            ),
            models.CheckConstraint(
                condition=Q(way="generated") | Q(by__isnull=False),
                name="section_version_has_author",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="section_version_stays", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return f"{self.section} v{self.number}"


class SectionPhotoQuerySet(models.QuerySet["SectionPhoto"]):
    """Photos in words."""

    def visible_to(self, person: Person) -> "SectionPhotoQuerySet":
        """Those of reports that the person may see: whoever chose a photo has shown it to them."""
        seen = ReportSection.objects.visible_to(person).order_by()
        return self.filter(section__in=seen.values("pk"))

    def there(self) -> "SectionPhotoQuerySet":
        """Those whose file has not been removed meanwhile, in their order."""
        kept = self.filter(attachment__file__isnull=False)
        return kept.select_related("attachment__file").order_by("section", "position", "id")


@tracked()
class SectionPhoto(models.Model):
    """A photo of a record, shown below a section under its caption."""

    section = models.ForeignKey(ReportSection, models.PROTECT, related_name="photos")
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=60)
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = SectionPhotoQuerySet.as_manager()

    class Meta:
        verbose_name = _("photo in a report")
        verbose_name_plural = _("photos in reports")
        ordering = ["section", "position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["section", "attachment"], name="section_photo_once",
                violation_error_message=_("This photo stands there already."),
            )
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.caption
