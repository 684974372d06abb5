"""What people attach (Attachment), and the content behind it (StoredFile)."""

from datetime import datetime
from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Model, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from campus.people.models import Person

FOLDER = "attachments"


class StoredFile(models.Model):
    """One content, kept once under its digest in the storage of private files.

    `size` in bytes; `width` and `height` in pixels, for pictures alone. Beside a picture lies a
    small one of at most 320 pixels.
    """

    class Kind(models.TextChoices):
        """What the content is, by its structure and never by its name."""

        JPEG = "jpeg", _("Photo")
        PNG = "png", _("Picture")
        PDF = "pdf", _("PDF")
        DOCX = "docx", _("Word document")
        XLSX = "xlsx", _("Spreadsheet")

    PICTURES = (Kind.JPEG, Kind.PNG)
    ENDINGS = {
        Kind.JPEG: ".jpg", Kind.PNG: ".png", Kind.PDF: ".pdf", Kind.DOCX: ".docx",
        Kind.XLSX: ".xlsx",
    }  # fmt: skip

    sha256 = models.CharField(
        _("digest"), max_length=64, unique=True, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    size = models.PositiveIntegerField(_("size"))
    width = models.PositiveIntegerField(_("width"), null=True, blank=True)
    height = models.PositiveIntegerField(_("height"), null=True, blank=True)

    class Meta:
        verbose_name = _("stored file")
        verbose_name_plural = _("stored files")
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["jpeg", "png", "pdf", "docx", "xlsx"]),
                name="stored_file_kind_known",
            ),
            models.CheckConstraint(
                # A comparison with nothing is neither true nor false, and would pass.
                condition=Q(
                    kind__in=["jpeg", "png"],
                    width__isnull=False,
                    height__isnull=False,
                    width__gt=0,
                    height__gt=0,
                )
                | ~Q(kind__in=["jpeg", "png"]) & Q(width=None, height=None),
                name="stored_file_pictures_have_pixels",
            ),
            models.CheckConstraint(condition=Q(size__gt=0), name="stored_file_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.sha256[:8]}"

    @property
    def is_picture(self) -> bool:
        return self.kind in self.PICTURES

    @property
    def path(self) -> str:
        """Its name in the storage of private files."""
        return path_of(self.sha256)

    @property
    def small_path(self) -> str:
        """The name of the small picture beside it."""
        return f"{self.path}.small"


def path_of(sha256: str) -> str:
    """Where the content with this digest lies; the folder keeps listings short."""
    return f"{FOLDER}/{sha256[:2]}/{sha256}"


class AttachmentQuerySet(models.QuerySet["Attachment"]):
    """Attachments in words."""

    def loose(self) -> "AttachmentQuerySet":
        """Uploaded, and not yet part of any record."""
        return self.filter(content_type=None)

    def loose_of(self, person: Person | None) -> "AttachmentQuerySet":
        """What `person` has uploaded and not yet sent with a form."""
        return self.loose().filter(by=person).select_related("file")

    def forgotten(self, before: datetime) -> "AttachmentQuerySet":
        """Loose ones from before a moment: whoever uploaded them never sent the form."""
        return self.loose().filter(at__lt=before)

    def of(self, thing: Model) -> "AttachmentQuerySet":
        """The attachments of one record, oldest first, with what a gallery shows of them."""
        kind = ContentType.objects.get_for_model(thing)
        return self.filter(content_type=kind, object_id=thing.pk).shown()

    def shown(self) -> "AttachmentQuerySet":
        """With the rows that a gallery shows, in the order of the uploads."""
        return self.select_related("file", "by", "removed_by").order_by("id")


class Attachment(models.Model):
    """A file that a person put to a record; loose until the record's form is sent.

    Removing it lets go of the file; the row stays and says who removed it and when.
    """

    class Role(models.TextChoices):
        """What it shows of the record; without one it simply belongs to it."""

        BEFORE = "before", pgettext_lazy("photo", "Before")
        AFTER = "after", pgettext_lazy("photo", "After")
        DOCUMENT = "document", _("Document")

    content_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, blank=True, related_name="+"
    )
    object_id = models.PositiveBigIntegerField(null=True, blank=True)
    thing = GenericForeignKey()
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="attachments",
        verbose_name=_("file"),
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=100)
    role = models.CharField(_("shows"), max_length=12, choices=Role, blank=True)
    # None for what came without a name.
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    removed_by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("removed by"),
    )  # fmt: skip
    removed_at = models.DateTimeField(_("removed at"), null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["content_type", "object_id"], name="attachment_of_thing"),
            models.Index(
                fields=["by", "at"], condition=Q(content_type=None), name="attachment_loose"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(content_type=None, object_id=None)
                | Q(content_type__isnull=False, object_id__isnull=False),
                name="attachment_loose_or_bound",
            ),
            models.CheckConstraint(
                condition=Q(role="") | Q(role__in=["before", "after", "document"]),
                name="attachment_role_known",
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=False, removed_by=None, removed_at=None)
                | Q(
                    file=None, removed_by__isnull=False, removed_at__isnull=False,
                    content_type__isnull=False,
                ),
                name="attachment_has_file_or_remover",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("attachments:file", args=[self.pk, self.name])

    @property
    def small_url(self) -> str:
        """The address of the small picture."""
        return reverse("attachments:small", args=[self.pk])

    @property
    def is_picture(self) -> bool:
        return self.file is not None and self.file.is_picture

    @property
    def words(self) -> str:
        """What a reader of the picture's place is told: what it shows, and its name."""
        return f"{self.get_role_display()}: {self.name}" if self.role else self.name


def files_of(record_set: Any, person: Person) -> Any:
    """The records of a queryset whose files `person` may see.

    A queryset says so with `files_visible_to` where the files want more than the record's own
    `visible_to`.
    """
    seen = getattr(record_set, "files_visible_to", None) or record_set.visible_to
    return seen(person)
