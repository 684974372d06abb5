"""What an upload really is, what is kept of it, and what is not taken."""

import io
import zipfile

import pytest
from django.utils.translation import override
from PIL import Image

from campus.attachments.contents import Refusal, take
from campus.attachments.contents import content as limits
from campus.attachments.contents.papers import (
    CUT_OFF,
    DAMAGED,
    MACROS,
    NOT_A_PAPER,
    OLD_OFFICE,
)
from campus.attachments.contents.photos import CORRUPT, MOVES, NOT_TAKEN, TOO_MANY_PIXELS
from campus.attachments.contents.refusal import ALLOWED
from campus.attachments.models import StoredFile
from tests.campus.attachments import samples
from tests.campus.attachments.samples import upload

Kind = StoredFile.Kind
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def kept(data: bytes, name: str = "photo.jpg"):
    return take(upload(data, name)).content


def sentence(data: bytes, name: str = "photo.jpg") -> str:
    """Why it is not taken."""
    with pytest.raises(Refusal) as refused:
        take(upload(data, name))
    return str(refused.value.sentence)


def drawn(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def colour(picture: Image.Image, x: int, y: int) -> tuple[int, int, int]:
    """Red, green, blue of one pixel."""
    found = picture.getpixel((x, y))
    assert isinstance(found, tuple)
    red, green, blue = found
    return red, green, blue


def jpeg_segments(data: bytes) -> set[int]:
    """The markers of a JPEG's segments up to its picture."""
    found, place = set(), 2
    while data[place + 1] != 0xDA:
        found.add(data[place + 1])
        place += 2 + int.from_bytes(data[place + 2 : place + 4], "big")
    return found


def png_chunks(data: bytes) -> set[bytes]:
    found, place = set(), 8
    while place < len(data):
        found.add(data[place + 4 : place + 8])
        place += 12 + int.from_bytes(data[place : place + 4], "big")
    return found


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (samples.jpeg(), Kind.JPEG),
        (samples.jpeg(progressive=True), Kind.JPEG),
        (samples.encoded(samples.scene().convert("CMYK"), "JPEG"), Kind.JPEG),
        (samples.encoded(samples.scene().convert("L"), "JPEG"), Kind.JPEG),
        (samples.encoded(samples.scene(), "MPO"), Kind.JPEG),
        (samples.encoded(samples.scene(), "WEBP"), Kind.JPEG),
        (samples.HEIC, Kind.JPEG),
        (samples.png(), Kind.JPEG),
        (samples.png(samples.drawing().convert("L")), Kind.PNG),
        (samples.png(samples.drawing()), Kind.PNG),
        (samples.png(samples.drawing().convert("P")), Kind.PNG),
        (samples.png(samples.seen_through()), Kind.PNG),
        (samples.encoded(samples.seen_through(), "WEBP"), Kind.PNG),
        (samples.pdf(), Kind.PDF),
        (samples.docx(), Kind.DOCX),
        (samples.xlsx(), Kind.XLSX),
    ],
)
@pytest.mark.parametrize("name", ["photo.jpg", "page.html", "noending"])
def test_the_kind_follows_from_the_content_whatever_the_name_says(data, kind, name):
    taken = take(upload(data, name))
    assert taken.content.kind == kind
    assert taken.name.endswith(StoredFile.ENDINGS[kind])


@pytest.mark.parametrize(
    "data", [samples.jpeg(), samples.HEIC, samples.encoded(samples.scene(), "MPO")]
)
def test_of_a_photo_nothing_is_kept_but_the_picture(data):
    content = kept(data)
    for picture in (content.data, content.small):
        # Frame, tables; no application data but JFIF's own, no comment.
        assert jpeg_segments(picture) <= {0xE0, 0xDB, 0xC2, 0xC4}
        assert [word for word in (b"Exif", b"secret", b"Invented", b"GPS") if word in picture] == []
        assert dict(drawn(picture).getexif()) == {}


@pytest.mark.parametrize("picture", [samples.drawing(), samples.seen_through()])
def test_of_a_drawing_nothing_is_kept_but_the_picture(picture):
    content = kept(samples.png(picture))
    for data in (content.data, content.small):
        assert png_chunks(data) <= {b"IHDR", b"IDAT", b"IEND", b"PLTE", b"tRNS"}


def test_a_drawing_keeps_every_pixel_and_what_is_transparent():
    for picture in (samples.drawing(), samples.seen_through()):
        again = drawn(kept(samples.png(picture)).data)
        assert (again.mode, again.tobytes()) == (picture.mode, picture.tobytes())


def test_a_photo_taken_sideways_stands_upright():
    picture = drawn(kept(samples.jpeg(orientation=samples.RIGHT_TURNED)).data)
    assert picture.size == (48, 64)
    red, _green, blue = colour(picture, 46, 2)
    assert (red > 200, blue < 60) == (True, True)  # its upper left corner went to the right


def test_a_large_photo_is_kept_smaller_with_a_small_one_beside_it():
    content = kept(samples.jpeg(4000, 3000))
    assert (content.width, content.height) == (2560, 1920)
    assert drawn(content.data).size == (2560, 1920)
    assert drawn(content.small).size == (320, 240)


def test_a_small_photo_is_not_enlarged():
    content = kept(samples.jpeg(64, 48))
    assert (content.width, content.height, drawn(content.small).size) == (64, 48, (64, 48))


def test_colours_of_another_profile_are_kept_as_they_are_seen():
    content = kept(samples.jpeg(icc_profile=samples.exchanged_profile()))
    red, green, blue = colour(drawn(content.data), 5, 5)
    assert (red < 40, green < 40, blue > 230) == (True, True, True)


def test_sixteen_bits_of_grey_become_the_same_grey_in_eight():
    picture = Image.new("I;16", (4, 4), 0x8000)
    assert drawn(kept(samples.encoded(picture, "PNG")).data).getpixel((1, 1)) == (128, 128, 128)


def test_a_profile_that_is_none_does_no_harm():
    plain = kept(samples.jpeg(icc_profile=None))
    assert kept(samples.jpeg(icc_profile=b"no profile")).data == plain.data


def test_the_same_photo_gives_the_same_bytes():
    assert kept(samples.jpeg()).data == kept(samples.jpeg(comment=b"another")).data


def test_a_document_is_kept_as_it_came():
    for data in (samples.pdf(), samples.docx(), samples.xlsx()):
        assert kept(data).data == data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", limits.EMPTY),
        (b"hello", NOT_TAKEN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", NOT_TAKEN),
        (b"<html><script>alert(1)</script>", NOT_TAKEN),
        (b"GIF89a" + bytes(50), NOT_TAKEN),
        (b"MZ" + bytes(400), NOT_TAKEN),
        (samples.encoded(samples.scene(), "BMP"), NOT_TAKEN),
        (samples.jpeg()[:-400], CORRUPT),
        (samples.jpeg()[:30], CORRUPT),
        (samples.png()[:-300], CORRUPT),
        (samples.encoded(samples.scene(), "WEBP")[:-200], CORRUPT),
        (samples.HEIC[:-200], CORRUPT),
        (samples.moving("PNG"), MOVES),
        (samples.moving("WEBP"), MOVES),
        (samples.huge_png(), TOO_MANY_PIXELS),
        (b"<html><script>alert(1)</script>" + samples.pdf(), NOT_TAKEN),
        (samples.pdf()[:-40], CUT_OFF),
        (b"%PDF-" + bytes(50), CUT_OFF),
        (OLE, OLD_OFFICE),
        (samples.packed({"a.txt": b"a"}), NOT_A_PAPER),
        (samples.packed({"word/document.xml": b"<a/>"}), NOT_A_PAPER),
        (samples.docx()[:-60], DAMAGED),
        (samples.repacked(samples.xlsx(), **{"xl__vbaProject.bin": b"x"}), MACROS),
        (samples.repacked(samples.docx(), **{"word__VBAPROJECT.BIN": b"x"}), MACROS),
    ],
)
def test_what_is_not_taken_is_refused_with_its_reason(data, why):
    expected = f"{NOT_TAKEN} {ALLOWED}" if why == NOT_TAKEN else str(why)
    assert sentence(data) == expected


def test_an_office_file_that_declares_macros_is_refused():
    with zipfile.ZipFile(io.BytesIO(samples.docx())) as archive:
        types = archive.read("[Content_Types].xml")
    declared = types.replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert declared != types
    data = samples.repacked(samples.docx(), **{"[Content_Types].xml": declared})
    assert sentence(data) == str(MACROS)


def test_an_office_file_that_would_fill_the_memory_is_refused_unopened():
    bomb = samples.repacked(samples.docx(), **{"word__media.bin": bytes(90 * 2**20)})
    with override("en"):
        assert sentence(bomb) == "The file is too large once unpacked."


def test_markup_inside_a_pdf_makes_it_no_page():
    content = kept(samples.pdf(b"<html><script>alert(1)</script></html>"), "page.html")
    assert content.kind == Kind.PDF


@pytest.mark.parametrize(
    ("data", "limit", "why"),
    [
        (samples.jpeg(), "MOST_PHOTO", limits.PHOTO_TOO_LARGE),
        (samples.pdf(), "MOST_PAPER", limits.PAPER_TOO_LARGE),
    ],
)
def test_files_above_their_limit_are_refused(monkeypatch, data, limit, why):
    monkeypatch.setattr(limits, limit, len(data) - 1)
    assert sentence(data) == str(why)
    monkeypatch.setattr(limits, limit, len(data))
    assert kept(data).data


def test_the_limits_are_15_and_20_megabytes_as_the_sentence_says():
    assert (limits.MOST_PHOTO, limits.MOST_PAPER) == (15 * 2**20, 20 * 2**20)
    with override("en"):
        assert ("15 MB" in str(ALLOWED), "20 MB" in str(ALLOWED)) == (True, True)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("IMG_0001.HEIC", "IMG_0001.jpg"),
        ("宿舍 302 漏水.jpeg", "宿舍 302 漏水.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\Users\\me\\photo.png", "photo.jpg"),
        ("page.html", "page.html.jpg"),
        ("photo\u202egpj.exe", "photogpj.exe.jpg"),
        ("a\x00b\nc.jpg", "abc.jpg"),
        ("  . .  ", "file.jpg"),
        (".jpg", "file.jpg"),
        ('<b>"x"|?*.jpg', "_b_x_.jpg"),
        ("长" * 4000, "长" * 96 + ".jpg"),
        ("🚿漏水.webp", "🚿漏水.jpg"),
    ],
)
def test_names_are_kept_without_what_could_harm_or_deceive(given, name):
    sent = upload(samples.jpeg())
    vars(sent)["_name"] = given  # as a client of one's own might send it
    assert take(sent).name == name
