"""The archive: a plain tar written and read as a stream, whatever its size.

`database/000000` and on are the dump in pieces, since a stream cannot say beforehand how long the
dump will be; `files/…` are the private files; `manifest.json` comes last and names the digest of
each, with a digest of its own behind it. So `tar` alone, and `age` before it where it is sealed,
open an archive without the portal.
"""

import hashlib
import json
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePosixPath
from typing import IO, Any, Protocol

from logistics.backup import NotPossible

FORMAT = 1
DATABASE = "database"
FILES = "files"
MANIFEST = "manifest.json"
DIGEST = "manifest.sha256"
# What is held in memory at once, in bytes: a piece of the dump, and of a file.
PIECE = 16 * 2**20
CHUNK = 2**20
# A list of half a million files; more would not be ours.
LONGEST_MANIFEST = 256 * 2**20
UNREADABLE = "The archive is damaged, or it is no backup of this portal."


@dataclass(frozen=True)
class Contents:
    """How long something is, in bytes, and its SHA-256 in hexadecimal."""

    size: int
    sha256: str


@dataclass
class Manifest:
    """What an archive holds, and what it was made with and from.

    `entries` has "database" and "files/<path>"; `migrations` are "app.name" as they were applied;
    `server` is PostgreSQL's version number, 180006 for 18.6.
    """

    made_at: str
    portal: str
    server: int
    migrations: list[str]
    entries: dict[str, Contents] = field(default_factory=dict)
    format: int = FORMAT

    def as_json(self) -> bytes:
        return json.dumps(asdict(self), ensure_ascii=False, indent=1).encode()

    @property
    def files(self) -> dict[str, Contents]:
        return {name: held for name, held in self.entries.items() if name != DATABASE}

    @property
    def size(self) -> int:
        """Bytes of the database and all files together."""
        return sum(held.size for held in self.entries.values())


class Source(Protocol):
    """A stream that can be read; all that reading an archive asks for."""

    def read(self, size: int = -1, /) -> bytes: ...


class Sum:
    """A digest that grows with what is passed through it."""

    def __init__(self) -> None:
        self.size = 0
        self.digest = hashlib.sha256()

    def add(self, piece: bytes) -> bytes:
        self.size += len(piece)
        self.digest.update(piece)
        return piece

    def contents(self) -> Contents:
        return Contents(self.size, self.digest.hexdigest())


def packed(manifest: Manifest, dump: Iterable[bytes], root: Path) -> Iterator[bytes]:
    """The archive of `dump` and the files below `root`, piece by piece; fills in the manifest."""
    whole = Sum()
    for number, piece in enumerate(dump):
        yield from member(f"{DATABASE}/{number:06}", len(piece))
        yield whole.add(piece)
        yield padding(len(piece))
    manifest.entries[DATABASE] = whole.contents()
    for path in stored_files(root):
        yield from packed_file(manifest, path, f"{FILES}/{path.relative_to(root).as_posix()}")
    listed = manifest.as_json()
    for name, text in ((MANIFEST, listed), (DIGEST, digest_of(listed))):
        yield from member(name, len(text))
        yield text + padding(len(text))
    yield tarfile.NUL * 2 * tarfile.BLOCKSIZE


def stored_files(root: Path) -> Iterator[Path]:
    """Every file below `root`; hidden folders of it hold what is under way and belong to nobody."""
    for folder in sorted(root.iterdir() if root.is_dir() else []):
        if folder.name.startswith("."):
            continue
        if folder.is_file():
            yield folder
        for path in folder.rglob("*"):
            if path.is_file():
                yield path


def packed_file(manifest: Manifest, path: Path, name: str) -> Iterator[bytes]:
    """One file; nothing of one that the portal has removed since it was listed.

    Raises NotPossible if it becomes shorter while it is read.
    """
    try:
        opened = path.open("rb")
    except FileNotFoundError:
        return
    with opened:
        size = path.stat().st_size
        yield from member(name, size)
        total = Sum()
        while total.size < size and (piece := opened.read(min(CHUNK, size - total.size))):
            yield total.add(piece)
        if total.size < size:
            raise NotPossible(f"The file {path} became shorter while it was read.")
        yield padding(size)
    manifest.entries[name] = total.contents()


def member(name: str, size: int) -> Iterator[bytes]:
    """The header of a member, readable for its owner alone."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    yield info.tobuf(format=tarfile.PAX_FORMAT)


def digest_of(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode()


def padding(size: int) -> bytes:
    return tarfile.NUL * (-size % tarfile.BLOCKSIZE)


Taker = Callable[[str, Iterator[bytes]], None]
"""Gets the name of each member in turn and what it holds; must take all of it."""


def unpack(source: Source, take: Taker) -> Manifest:
    """Hand every member but the manifest to `take`, and compare all of them with the manifest.

    Raises NotPossible where the archive is damaged, incomplete or of another kind.
    """
    found: dict[str, Sum] = {}
    ending = {MANIFEST: b"", DIGEST: b""}
    for name, pieces in members(source):
        if name in ending:
            ending[name] = b"".join(limited(pieces))
            continue
        entry = DATABASE if name.startswith(f"{DATABASE}/") else name
        take(name, map(found.setdefault(entry, Sum()).add, pieces))
    if ending[DIGEST] != digest_of(ending[MANIFEST]):
        raise NotPossible("The archive is damaged: its list of contents is not whole.")
    manifest = read_manifest(ending[MANIFEST])
    compare(manifest, {name: total.contents() for name, total in found.items()})
    return manifest


def members(source: Source) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Each member's name and what it holds, in the order of the archive."""
    try:
        with tarfile.open(fileobj=readable(source), mode="r|", errorlevel=2) as archive:
            while info := archive.next():
                archive.members = []  # type: ignore[attr-defined]  # or it keeps every header
                opened = archive.extractfile(info)
                if opened is None or not is_safe(info.name):
                    raise NotPossible(f"The archive holds {info.name!r}, which no backup does.")
                yield info.name, pieces_of(opened)
    except tarfile.TarError:
        raise NotPossible(UNREADABLE) from None


def readable(source: Source) -> Any:
    """tarfile asks for a whole file object, but only reads from it in a stream."""
    return source


def is_safe(name: str) -> bool:
    """Whether `name` stays below the folder that it is unpacked into."""
    path = PurePosixPath(name)
    known = path.parts[:1] in {(DATABASE,), (FILES,), (MANIFEST,), (DIGEST,)}
    return known and not path.is_absolute() and ".." not in path.parts


def pieces_of(opened: IO[bytes]) -> Iterator[bytes]:
    try:
        while piece := opened.read(CHUNK):
            yield piece
    except tarfile.TarError:
        raise NotPossible(UNREADABLE) from None


def limited(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a manifest; raises NotPossible where it is too long to be one."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LONGEST_MANIFEST:
            raise NotPossible("The archive is damaged: its list of contents is too long.")
        yield piece


def read_manifest(text: bytes) -> Manifest:
    """The manifest; raises NotPossible where it is none, or of a format yet to come."""
    try:
        told = json.loads(text)
        newer = told["format"] > FORMAT
        entries = {name: Contents(**held) for name, held in told.pop("entries").items()}
        manifest = Manifest(**told, entries=entries)
    except (ValueError, TypeError, KeyError):
        raise NotPossible("The archive is damaged: its list of contents is unreadable.") from None
    if newer:
        raise NotPossible("The archive was made by a newer version of the portal.")
    return manifest


def compare(manifest: Manifest, found: dict[str, Contents]) -> None:
    """Raise NotPossible where something is missing, more than listed, or other than it was."""
    if manifest.entries == found:
        return
    names = sorted(manifest.entries.keys() | found.keys())
    wrong = [name for name in names if manifest.entries.get(name) != found.get(name)]
    raise NotPossible(
        f"The archive is damaged: {wrong[0]} is not what the list of contents says"
        + (f", nor are {len(wrong) - 1} others." if len(wrong) > 1 else ".")
    )
