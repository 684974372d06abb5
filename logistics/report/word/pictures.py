"""Photos as they stand in the document: small, upright, as JPEG."""

from io import BytesIO

from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from campus.models import StoredFile

# At 75 mm of width some 300 dots an inch; a page of eight stays below a megabyte.
MOST_PIXELS, QUALITY = 900, 80


def small_jpeg(file: StoredFile) -> BytesIO | None:
    """The picture made small; None where its file has gone from the storage."""
    if not default_storage.exists(file.path):
        return None
    held = BytesIO()
    with default_storage.open(file.path) as stored, Image.open(stored) as opened:
        opened.draft("RGB", (MOST_PIXELS, MOST_PIXELS))
        picture = ImageOps.exif_transpose(opened).convert("RGB")
        picture.thumbnail((MOST_PIXELS, MOST_PIXELS))
        picture.save(held, "JPEG", quality=QUALITY, optimize=True)
    held.seek(0)
    return held
