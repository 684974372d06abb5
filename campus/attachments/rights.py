"""Who may see an attached file, and who may take it away again."""

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from campus.attachments.models import Attachment, files_of
from campus.doors import YES, Answer, no
from campus.models import Person, Role

# Long enough to notice a wrong photo, short enough that a record is not rewritten.
UPLOADER_MAY_REMOVE = timedelta(hours=1)


def can_see(person: Person, attachment: Attachment) -> Answer:
    """Whoever may see the record's files; while it is loose its uploader alone."""
    if attachment.content_type is None:
        own = attachment.by_id == person.pk
    else:
        model = attachment.content_type.model_class()
        assert model is not None  # a record's model cannot go while rows of it are left
        records = files_of(model._default_manager.all(), person)
        own = records.filter(pk=attachment.object_id).exists()
    return YES if own else no(_("There is no such file for you."))


def can_remove(person: Person, attachment: Attachment, at: datetime) -> Answer:
    """The uploader within an hour, and the head."""
    if attachment.removed_at:
        return no(_("The file has been removed already."))
    in_time = at - attachment.at <= UPLOADER_MAY_REMOVE
    if attachment.by_id == person.pk and (attachment.content_type_id is None or in_time):
        return YES
    if attachment.content_type_id is not None and person.on_duty_as(Role.HEAD):
        return YES
    return no(_("A file is removed by its uploader within an hour, later by the head."))
