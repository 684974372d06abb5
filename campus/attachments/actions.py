"""Keeping what people upload, binding it to records, letting go of it."""

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from campus.attachments import contents
from campus.attachments.models import FOLDER, Attachment, StoredFile, path_of
from campus.doors import Refused
from campus.models import Person
from campus.storing import store

# Whoever keeps a file shares this lock; the sweep takes it alone, so that it never deletes a file
# whose row is just about to appear. The number is any one that nothing else uses.
FILES_LOCK = 0x57A7_F11E
# A loose attachment and a file without a row are left alone for a day.
KEPT_LOOSE = timedelta(days=1)
# Enough for several forms at once, too little to fill the disk with.
MOST_LOOSE = 60

# As it came, or as a form has looked at it already.
Upload = UploadedFile | contents.Taken


@transaction.atomic
def keep_upload(upload: Upload, *, by: Person | None, at: datetime) -> Attachment:
    """Keep an upload as a loose attachment of `by`. Raises ValidationError with the sentence."""
    if Attachment.objects.loose_of(by).count() >= MOST_LOOSE:
        raise ValidationError(too_many())
    taken = upload if isinstance(upload, contents.Taken) else looked_at(upload)
    attachment = Attachment(file=stored(taken.content), name=taken.name, by=by, at=at)
    store(attachment)
    return attachment


def too_many() -> str:
    """The sentence for whoever has uploaded much and sent nothing."""
    return _("You have many files waiting that were never sent. Send them, or wait until tomorrow.")


def looked_at(upload: UploadedFile) -> contents.Taken:
    """What is kept of a raw upload. Raises ValidationError with the sentence."""
    try:
        return contents.take(upload)
    except contents.Refusal as refusal:
        raise ValidationError(str(refusal.sentence)) from refusal


def stored(content: contents.Content) -> StoredFile:
    """The row of a content, with its file written first: a commit never finds it missing. Whoever
    brings the same content at the same moment waits."""
    lock_files(shared=True)
    digest = hashlib.sha256(content.data).hexdigest()
    lock_content(digest)
    facts = {
        "kind": content.kind,
        "size": len(content.data),
        "width": content.width,
        "height": content.height,
    }
    write(path_of(digest), content.data)
    if content.small:
        write(f"{path_of(digest)}.small", content.small)
    file, _made = StoredFile.objects.get_or_create(sha256=digest, defaults=facts)
    return file


def lock_files(*, shared: bool) -> None:
    """Hold the lock of the files until this transaction ends."""
    name = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {name}(%s)", [FILES_LOCK])


def lock_content(digest: str) -> None:
    """Hold the lock of one content until this transaction ends."""
    first_eight = int.from_bytes(bytes.fromhex(digest)[:8], "big", signed=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [first_eight])


def write(path: str, data: bytes) -> None:
    """Put the bytes there, unless the same content lies there already."""
    if default_storage.exists(path) and default_storage.size(path) == len(data):
        return
    default_storage.delete(path)
    default_storage.save(path, ContentFile(data))


@transaction.atomic
def attach(
    thing: Model,
    uploads: Iterable[Upload | Attachment],
    *,
    by: Person | None,
    at: datetime,
    role: str = "",
) -> list[Attachment]:
    """Bind files to a record: fresh uploads, and loose attachments of `by`; None for no name.

    Takes what an `AttachmentsField` has cleaned. Raises Refused for somebody else's or already
    bound ones and for more than ten; ValidationError for an upload that is not taken.
    """
    given = list(uploads)
    if len(given) > contents.MOST_FILES:
        raise Refused(_("At most %(most)s files at once.") % {"most": contents.MOST_FILES})
    kept = [
        each if isinstance(each, Attachment) else keep_upload(each, by=by, at=at) for each in given
    ]
    return [bound(each, to=thing, by=by, role=role) for each in kept]


def bound(attachment: Attachment, *, to: Model, by: Person | None, role: str) -> Attachment:
    """The loose attachment as part of a record from now on."""
    own = Attachment.objects.select_for_update(of=("self",)).loose_of(by)
    found = own.filter(pk=attachment.pk).first()
    if found is None:
        raise Refused(_("“%(name)s” is no longer there. Choose it again.") % {"name": attachment})
    found.content_type = ContentType.objects.get_for_model(to)
    found.object_id, found.role = to.pk, role
    store(found)
    return found


@transaction.atomic
def copy_attachments(thing: Model, *, to: Model) -> dict[int, Attachment]:
    """Let another record have the same files, under the same names; by number of the original.

    The content is not copied: both point at it.
    """
    kind = ContentType.objects.get_for_model(to)
    copies = {}
    for each in Attachment.objects.of(thing).filter(removed_at=None):
        copy = Attachment(content_type=kind, object_id=to.pk, file=each.file, name=each.name)
        copy.role, copy.by, copy.at = each.role, each.by, each.at
        store(copy)
        copies[each.pk] = copy
    return copies


@transaction.atomic
def remove(attachment: Attachment, *, by: Person, at: datetime) -> None:
    """Let go of a file: a loose one without a trace, a record's with its remover noted.

    The content itself goes with the nightly sweep, once no other attachment needs it.
    """
    found = Attachment.objects.select_for_update().get(pk=attachment.pk)
    if found.content_type_id is None:
        found.delete()
        return
    if found.removed_at:
        raise Refused(_("The file has been removed already."))
    found.file, found.removed_by, found.removed_at = None, by, at
    store(found)


@transaction.atomic
def clear_loose(*, at: datetime) -> int:
    """Throw away what was uploaded a day ago and never sent; answers with how many."""
    # Locked first: whoever is just binding one keeps it.
    forgotten = Attachment.objects.forgotten(at - KEPT_LOOSE).select_for_update(skip_locked=True)
    ids = list(forgotten.values_list("pk", flat=True))
    Attachment.objects.filter(pk__in=ids).delete()
    return len(ids)


def sweep(*, at: datetime) -> int:
    """Let go of contents that nothing needs, then of files without a row; answers with how many.

    A file goes only after the commit that took its row away: a rollback finds it still there.
    """
    with transaction.atomic():
        lock_files(shared=False)
        StoredFile.objects.filter(attachments=None).delete()
    return sum(delete_orphan(path) for path in old_files(before=at - KEPT_LOOSE))


def old_files(*, before: datetime) -> list[str]:
    """The stored files that were last written before a moment."""
    if not default_storage.exists(FOLDER):
        return []
    paths = [
        f"{FOLDER}/{folder}/{name}"
        for folder in default_storage.listdir(FOLDER)[0]
        for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]
    ]
    return [path for path in paths if default_storage.get_modified_time(path) < before]


@transaction.atomic
def delete_orphan(path: str) -> bool:
    """Delete one file if no row names it; whoever uploads the same content now waits for it."""
    digest = path.rpartition("/")[2].removesuffix(".small")
    if StoredFile.objects.filter(sha256=digest).exists():
        return False
    lock_files(shared=False)
    if StoredFile.objects.filter(sha256=digest).exists():
        return False
    default_storage.delete(path)
    return True
