"""Photos, decoded and drawn anew: upright, in common colours, small enough, and nothing else.

What a camera writes beside the picture (place, time, device, owner) is never copied over. Photos
become JPEG rather than WebP, because Word files, which reports are made as, take no WebP; pictures
with transparency or few colours (screenshots, plans) stay PNG and sharp.
"""

import io
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import pi_heif
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from campus.attachments.contents.refusal import ALLOWED, Refusal
from campus.attachments.models import StoredFile

pi_heif.register_heif_opener()

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
# ISO/IEC 23008-12, annex B: what a HEIF file of phones begins with.
HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
# Phones take up to 50 million pixels; drawn, more would fill the memory of a small server.
MOST_PIXELS = 60_000_000
LONG_SIDE = 2560
SMALL_SIDE = 320
FEW_COLOURS = 256
QUALITY = 85
SMALL_QUALITY = 75
# Formats in which several pictures are one after another in time, not just stored together.
MOVING = ("PNG", "WEBP")
# All that decoders raise at bytes that are not what they begin as.
BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, RuntimeError, KeyError, IndexError, TypeError,
    struct.error, zlib.error, OverflowError,
)  # fmt: skip

NOT_TAKEN = _("This kind of file is not taken.")
CORRUPT = _("The picture is damaged or incomplete. Take or send it once more.")
MOVES = _("Moving pictures are not taken. Send a single picture of it.")
TOO_MANY_PIXELS = _("The picture has more than 60 million pixels. Send it smaller.")


@dataclass(frozen=True)
class Photo:
    """A picture as it is kept, and the small one beside it in the same format."""

    kind: StoredFile.Kind
    data: bytes
    width: int
    height: int
    small: bytes


def drawn_anew(data: bytes) -> Photo:
    """The picture in `data` as it is kept. Raises Refusal for what is none, moves or is broken."""
    image = opened(data)
    try:
        picture = made_plain(image)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refusal(TOO_MANY_PIXELS) from error
    except BROKEN as error:
        raise Refusal(CORRUPT) from error
    kind = kind_for(picture, was=image.format)
    if kind == StoredFile.Kind.JPEG:
        picture = picture.convert("RGB")  # nothing of it is transparent
    whole = fitted(picture, LONG_SIDE)
    small = fitted(picture, SMALL_SIDE)
    return Photo(
        kind, encoded(whole, kind, QUALITY), *whole.size, encoded(small, kind, SMALL_QUALITY)
    )


def opened(data: bytes) -> Image.Image:
    """The picture with its head read, not yet its pixels."""
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refusal(TOO_MANY_PIXELS) from error
    except UnidentifiedImageError as error:
        raise Refusal(CORRUPT if begins_as_picture(data) else f"{NOT_TAKEN} {ALLOWED}") from error
    except BROKEN as error:
        raise Refusal(CORRUPT) from error
    if image.width * image.height > MOST_PIXELS:
        raise Refusal(TOO_MANY_PIXELS)
    if image.format in MOVING and getattr(image, "n_frames", 1) > 1:
        raise Refusal(MOVES)
    return image


def begins_as_picture(data: bytes) -> bool:
    """Whether the first bytes promise a picture of a kind that is taken."""
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG")) or data[8:12] == b"WEBP":
        return True
    return data[4:8] == b"ftyp" and data[8:12] in HEIF_BRANDS


def made_plain(image: Image.Image) -> Image.Image:
    """Decoded, upright, as RGB or RGBA of the sRGB colours, with nothing beside the pixels."""
    # A JPEG can be decoded at a fraction of its size, which spares most of the memory.
    image.draft("RGB", (LONG_SIDE, LONG_SIDE))
    image.load()
    profile = image.info.get("icc_profile")
    upright = ImageOps.exif_transpose(image)
    plain = in_common_colours(upright, profile)
    plain.info.clear()
    return plain


def in_common_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture as RGB, or RGBA where something of it is transparent."""
    if image.mode.startswith("I"):  # 16 bits of grey: keep the upper eight
        image = image.point(lambda value: value / 256).convert("L")
    if image.mode in {"P", "PA", "LA", "La", "RGBa"} or "transparency" in image.info:
        image = image.convert("RGBA")
    if profile and (matched := in_srgb(image, profile)):
        return matched
    return image if image.mode == "RGBA" else image.convert("RGB")


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image | None:
    """The colours that the profile means; None for a profile that does not fit the picture."""
    mode: Any = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def kind_for(picture: Image.Image, was: str | None) -> StoredFile.Kind:
    """PNG for what is transparent in places and for PNG of few colours, JPEG for photos."""
    if picture.mode == "RGBA" and picture.getchannel("A").getextrema()[0] != 255:
        return StoredFile.Kind.PNG
    is_drawing = was == "PNG" and picture.getcolors(FEW_COLOURS) is not None
    return StoredFile.Kind.PNG if is_drawing else StoredFile.Kind.JPEG


def fitted(picture: Image.Image, side: int) -> Image.Image:
    """At most `side` pixels long, never enlarged."""
    copy = picture.copy()
    copy.thumbnail((side, side), Image.Resampling.LANCZOS)
    return copy


def encoded(picture: Image.Image, kind: StoredFile.Kind, quality: int) -> bytes:
    """The bytes that are kept; the same picture always gives the same bytes."""
    stream = io.BytesIO()
    if kind == StoredFile.Kind.PNG:
        picture.save(stream, "PNG", optimize=True)
    else:
        picture.save(stream, "JPEG", quality=quality, optimize=True, progressive=True)
    return stream.getvalue()
