"""From the bytes of an upload to what is kept of it."""

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from campus.attachments.contents import papers, photos
from campus.attachments.contents.names import clean_name
from campus.attachments.contents.refusal import Refusal
from campus.attachments.models import StoredFile

MOST_PHOTO = 15 * 2**20
MOST_PAPER = 20 * 2**20
# What one comment or one form may carry.
MOST_FILES = 10

EMPTY = _("The file is empty.")
PHOTO_TOO_LARGE = _("A photo may have at most 15 MB.")
PAPER_TOO_LARGE = _("A document may have at most 20 MB.")


@dataclass(frozen=True)
class Content:
    """What is kept: the bytes and what they are; for pictures their pixels and a small picture."""

    kind: StoredFile.Kind
    data: bytes
    width: int | None = None
    height: int | None = None
    small: bytes = b""


@dataclass(frozen=True)
class Taken:
    """An upload that was looked at and is taken: its harmless name, and what is kept of it."""

    name: str
    content: Content


def take(upload: UploadedFile) -> Taken:
    """Look at `upload`. Raises Refusal for whatever is not taken."""
    content = read(upload)
    return Taken(clean_name(upload.name or "", content.kind), content)


def read(upload: UploadedFile) -> Content:
    """What is kept of `upload`. Raises Refusal for whatever is not taken."""
    if not upload.size:
        raise Refusal(EMPTY)
    if upload.size > MOST_PAPER:
        raise Refusal(PAPER_TOO_LARGE)
    upload.seek(0)
    data = upload.read()
    if paper := papers.kind_of(data):
        return Content(paper, data)
    if len(data) > MOST_PHOTO:
        raise Refusal(PHOTO_TOO_LARGE)
    photo = photos.drawn_anew(data)
    return Content(photo.kind, photo.data, photo.width, photo.height, photo.small)
