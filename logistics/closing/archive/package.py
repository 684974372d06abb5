"""A zip file that is written as a stream, with the digest of everything in it."""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from django.utils import timezone

PIECE = 2**16
SUMS = "SHA256SUMS"
# What file systems do not take in names.
NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
LONGEST_NAME = 60


class Entry(NamedTuple):
    """One file of the package."""

    name: str
    size: int
    sha256: str


class Package:
    """Files added one after the other; nothing of them is held in memory."""

    def __init__(self, file: IO[bytes], at: datetime) -> None:
        self.zip = ZipFile(file, "w", allowZip64=True)
        self.moment = timezone.localtime(at).timetuple()[:6]
        self.entries: list[Entry] = []

    def add(self, name: str, pieces: Iterable[bytes], *, is_packed: bool = False) -> Entry:
        """Add a file; one that `is_packed` already, such as a photo, is not packed again."""
        info = ZipInfo(name, self.moment)
        info.compress_type = ZIP_STORED if is_packed else ZIP_DEFLATED
        info.external_attr = 0o644 << 16
        digest, size = hashlib.sha256(), 0
        with self.zip.open(info, "w", force_zip64=True) as entry:
            for piece in pieces:
                digest.update(piece)
                size += len(piece)
                entry.write(piece)
        self.entries.append(Entry(name, size, digest.hexdigest()))
        return self.entries[-1]

    def add_written(self, name: str, write: Callable[[IO[bytes]], object]) -> Entry:
        """Add what `write` writes into a file of its own."""
        with TemporaryFile() as held:
            write(held)
            held.seek(0)
            return self.add(name, pieces_of(held), is_packed=True)

    def close(self) -> None:
        """Write the digests, as `sha256sum -c` reads them, and end the file."""
        lines = "".join(f"{entry.sha256}  {entry.name}\n" for entry in self.entries)
        self.add(SUMS, [lines.encode()])
        self.zip.close()


def pieces_of(file: IO[bytes]) -> Iterator[bytes]:
    """A file from here on, piece by piece."""
    while piece := file.read(PIECE):
        yield piece


def safe_name(words: str) -> str:
    """Words as the name of a file or folder that any system takes."""
    return NOT_IN_NAMES.sub(" ", words).strip(". ")[:LONGEST_NAME].strip() or "_"
