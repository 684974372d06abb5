"""The timeline of any record: comments, moves, and what the portal noted by itself."""

from typing import Any

import pgtrigger
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Model, Q
from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from campus.attachments.models import Attachment
from campus.people.models import Person
from campus.shell.words import in_words


class TimelineQuerySet(models.QuerySet["TimelineEntry"]):
    """Timelines in words."""

    def of(self, thing: Model) -> "TimelineQuerySet":
        """The entries of one record, oldest first, with their authors and files."""
        kind = ContentType.objects.get_for_model(thing)
        found = self.filter(content_type=kind, object_id=thing.pk).select_related("by")
        files = models.Prefetch("attachments", Attachment.objects.shown())
        return found.order_by("at", "id").prefetch_related(files)


class TimelineEntry(models.Model):
    """One thing that happened to a record, told to whoever may see the record.

    `text` is a source string of the catalogue with `facts`, as in a notice; `words` are what a
    person wrote, a comment or the reason of a move. `status` is the state that a move led to.
    """

    class Kind(models.TextChoices):
        """Comment and move have an author; what the clock brought about, or came without a name,
        has none."""

        COMMENT = "comment", _("Comment")
        MOVE = "move", _("Move")
        AUTOMATIC = "automatic", _("By the portal")
        UNNAMED = "unnamed", _("Without a name")

    content_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    object_id = models.PositiveBigIntegerField()
    thing = GenericForeignKey()
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    by = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"))
    text = models.CharField(_("text"), max_length=300, blank=True)
    facts = models.JSONField(_("facts"), default=dict, blank=True)
    words = models.TextField(_("words"), max_length=2000, blank=True)
    status = models.CharField(_("state"), max_length=16, blank=True)
    mentioned = models.ManyToManyField(
        Person, related_name="+", blank=True, verbose_name=_("mentioned")
    )
    attachments = models.ManyToManyField(
        Attachment, related_name="entries", blank=True, verbose_name=_("attachments")
    )

    objects = TimelineQuerySet.as_manager()

    class Meta:
        verbose_name = _("timeline entry")
        verbose_name_plural = _("timeline entries")
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "at"], name="timeline_of_thing")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["comment", "move", "automatic", "unnamed"]),
                name="timeline_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=["automatic", "unnamed"], by=None)
                | Q(kind__in=["comment", "move"], by__isnull=False),
                name="timeline_entry_has_its_author",
            ),
            models.CheckConstraint(
                condition=~Q(text="") | ~Q(words=""),
                name="timeline_entry_says_something",
                violation_error_message=_("Write something."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="timeline_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete
            )
        ]

    def __str__(self) -> str:
        return self.sentence or self.words

    @property
    def sentence(self) -> str:
        """What happened, in the reader's language; empty for a comment."""
        facts: dict[str, Any] = {name: in_words(value) for name, value in self.facts.items()}
        return translate(self.text) % facts if self.text else ""
