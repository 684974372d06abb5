"""What people called a file: kept as they know it, without what could harm or deceive."""

import re
import unicodedata

from campus.attachments.models import StoredFile

MOST_CHARACTERS = 100
# Characters that file systems or addresses give a meaning to.
MEANINGFUL = re.compile(r'[<>:"|?*%#&;\\/`$]+')
NAMELESS = "file"


def clean_name(given: str, kind: StoredFile.Kind) -> str:
    """A name of at most 100 characters that ends as its content demands.

    Folders, invisible characters and those that turn the direction of writing go; so a name cannot
    hide its true ending.
    """
    ending = StoredFile.ENDINGS[kind]
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    seen = "".join(character for character in last if is_seen(character))
    plain = " ".join(MEANINGFUL.sub("_", seen).split())
    stem = without_ending(plain, kind).strip(" .")
    return (stem[: MOST_CHARACTERS - len(ending)].rstrip(" .") or NAMELESS) + ending


def is_seen(character: str) -> bool:
    """Neither a control character nor one that only steers the writing (Unicode's class C)."""
    return character == "\t" or not unicodedata.category(character).startswith("C")


def without_ending(name: str, kind: StoredFile.Kind) -> str:
    """The name without an ending that the new one stands for."""
    stem, dot, ending = name.rpartition(".")
    pictures = {"jpg", "jpeg", "jfif", "png", "webp", "heic", "heif"}
    own = pictures if kind in StoredFile.PICTURES else {StoredFile.ENDINGS[kind][1:]}
    return stem if dot and ending.lower() in own else name
