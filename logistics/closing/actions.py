"""Keeping archives."""

from datetime import datetime

from django.core.files.storage import default_storage
from django.db import transaction

from campus.models import Person, SemesterClose
from campus.storing import store
from logistics.closing.models import SemesterArchive


@transaction.atomic
def keep_archive(
    close: SemesterClose, *, file: str, sha256: str, size: int, files: int, by: Person,
    at: datetime,
) -> SemesterArchive:  # fmt: skip
    """Let `file` be the archive of the close; the file before it goes once this stands."""
    found = SemesterArchive.objects.select_for_update().filter(close=close).first()
    archive = found or SemesterArchive(close=close)
    before = archive.file
    archive.file, archive.sha256, archive.size, archive.files = file, sha256, size, files
    archive.made_by, archive.made_at = by, at
    store(archive)
    if before and before != file:
        transaction.on_commit(lambda: default_storage.delete(before))
    return archive
