"""Files made for the tests: pictures with all that cameras write beside them, papers, and fakes.

photo.heic beside this file is our own drawing of 96 × 64 pixels with an invented camera and place,
encoded with libheif's heif-enc from a JPEG that Pillow drew.
"""

import io
import zipfile
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from openpyxl import Workbook
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from campus.attachments.models import Attachment, StoredFile

HEIC = (Path(__file__).parent / "photo.heic").read_bytes()
CAMERA = "Invented Camera"
RIGHT_TURNED = 6


def scene(width: int = 64, height: int = 48) -> Image.Image:
    """Many colours, red in the upper left corner and blue in the lower right one."""
    image = Image.radial_gradient("L").resize((width, height))
    picture = Image.merge("RGB", (image, image.rotate(90, expand=False), image.rotate(180)))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, width // 3, height // 3), fill=(250, 10, 10))
    draw.rectangle((2 * width // 3, 2 * height // 3, width, height), fill=(10, 10, 250))
    return picture


def exif(orientation: int = 1) -> Image.Exif:
    """What a phone writes: camera, place, and how it was held."""
    written = Image.Exif()
    written[0x0112], written[0x010F] = orientation, CAMERA
    written[0x8825] = {1: "N", 2: (30.0, 1.0, 2.0), 3: "E", 4: (122.0, 3.0, 4.0)}
    return written


def exchanged_profile() -> bytes:
    """The sRGB profile with red and blue exchanged: what its picture calls red is seen as blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def encoded(picture: Image.Image, kind: str, **options) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def jpeg(width: int = 64, height: int = 48, orientation: int = 1, **options) -> bytes:
    """A photo with place, comment and colour profile."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    options = {"comment": b"a secret comment", "icc_profile": profile} | options
    return encoded(scene(width, height), "JPEG", exif=exif(orientation), **options)


def png(picture: Image.Image | None = None) -> bytes:
    """A PNG with words and a place beside the picture."""
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", "a secret author")
    words.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>a secret place</x:xmpmeta>")
    return encoded(picture or scene(), "PNG", pnginfo=words, exif=exif())


def drawing() -> Image.Image:
    """Few colours, as on a screenshot or a plan."""
    picture = Image.new("RGB", (64, 48), "white")
    ImageDraw.Draw(picture).line((0, 0, 64, 48), fill="black")
    return picture


def seen_through() -> Image.Image:
    """Many colours, transparent in a corner."""
    picture = scene().convert("RGBA")
    picture.paste((0, 0, 0, 0), (40, 0, 64, 20))
    return picture


def moving(kind: str) -> bytes:
    frames = [scene(), scene().rotate(90)]
    return encoded(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


def huge_png() -> bytes:
    """60.5 million pixels in some kilobytes."""
    return encoded(Image.new("1", (11_000, 5_500)), "PNG")


def pdf(inside: bytes = b"") -> bytes:
    """A PDF of one empty page."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(inside), inside),
    ]
    text = b"%PDF-1.4\n"
    starts = []
    for number, part in enumerate(parts, 1):
        starts.append(len(text))
        text += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\n" % (len(parts) + 1)
    return text + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(text)


def docx() -> bytes:
    stream = io.BytesIO()
    document = Document()
    document.add_paragraph("整改通知")
    document.save(stream)
    return stream.getvalue()


def xlsx() -> bytes:
    stream = io.BytesIO()
    Workbook().save(stream)
    return stream.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def repacked(whole: bytes, **more: bytes) -> bytes:
    """An Office file with further parts, or others in the place of its own."""
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return packed(parts | {name.replace("__", "/"): data for name, data in more.items()})


def upload(data: bytes, name: str = "photo.jpg") -> SimpleUploadedFile:
    """A file as a browser sends it, with a type that nobody may believe."""
    return SimpleUploadedFile(name, data, content_type="text/html")


def file_of(attachment: Attachment) -> StoredFile:
    """The stored file of an attachment that still has one."""
    assert attachment.file
    return attachment.file
