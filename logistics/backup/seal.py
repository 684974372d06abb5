"""Sealing: archives encrypted as age files, which any `age` program opens with the secret key.

A public key seals and a secret key opens, so that the server holds nothing that would open its own
backups. Both are age's own keys (age1…, AGE-SECRET-KEY-1…) or SSH keys.
"""

import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TypeAlias

import pyrage

from logistics.backup import NotPossible
from logistics.backup.archive import Source

# The sealer's own classes, one for age's keys and one for SSH's; it carries no types.
Recipient: TypeAlias = Any
Identity: TypeAlias = Any
BEGINNING = b"age-encryption.org/"


def new_key() -> str:
    """A new pair of keys, as a key file: the public one in a comment, the secret one below."""
    secret = pyrage.x25519.Identity.generate()
    return f"# public key: {secret.to_public()}\n{secret}\n"


def recipients(keys: str) -> list[Recipient]:
    """The public keys in `keys`, parted by commas or lines; raises NotPossible."""
    written = [key.strip() for key in re.split(r"[,\n]", keys) if key.strip()]
    return [recipient(key) for key in written]


def recipient(key: str) -> Recipient:
    kind = pyrage.ssh.Recipient if key.startswith("ssh-") else pyrage.x25519.Recipient
    try:
        return kind.from_str(key)
    except pyrage.RecipientError:
        raise NotPossible(
            f"{key[:12]}… is no public key: it begins with age1 or ssh-ed25519."
        ) from None


def identities(path: Path) -> list[Identity]:
    """The secret keys in the file at `path`; raises NotPossible where there is none."""
    try:
        text = path.read_text(encoding="utf-8")
        if "PRIVATE KEY-----" in text:
            return [pyrage.ssh.Identity.from_buffer(text.encode())]
        lines = [line.strip() for line in text.splitlines()]
        found = [line for line in lines if line and not line.startswith("#")]
        keys: list[Identity] = [pyrage.x25519.Identity.from_str(line) for line in found]
    except (OSError, UnicodeDecodeError, pyrage.IdentityError):
        raise NotPossible(f"{path} cannot be read as a file of secret keys.") from None
    if not keys:
        raise NotPossible(f"{path} holds no secret key.")
    return keys


class Pulled:
    """Pieces that come by themselves, read as the sealer wants them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.pieces = iter(pieces)
        self.left = memoryview(b"")
        self.error: BaseException | None = None

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes, none at the end; keeps the error that the pieces end with."""
        try:
            while not self.left:
                self.left = memoryview(next(self.pieces))
        except StopIteration:
            return b""
        except BaseException as error:
            self.error = error
            raise
        taken, self.left = self.left[:size], self.left[size:]
        return bytes(taken)


def write(pieces: Iterable[bytes], target: IO[bytes], keys: list[Recipient]) -> None:
    """Write `pieces` to `target`, sealed for `keys` if there are any."""
    if not keys:
        for piece in pieces:
            target.write(piece)
        return
    source = Pulled(pieces)
    try:
        pyrage.encrypt_io(source, target, keys)
    except (pyrage.EncryptError, OSError):
        # The sealer words every error anew; what the dump or the disk has said is the cause.
        if source.error:
            raise source.error from None
        raise


def is_sealed(path: Path) -> bool:
    with path.open("rb") as opened:
        return opened.read(len(BEGINNING)) == BEGINNING


@contextmanager
def opened(path: Path, keys: list[Identity]) -> Iterator[Source]:
    """The archive at `path` as a stream, unsealed on the way. Raises NotPossible."""
    if not path.is_file():
        raise NotPossible(f"There is no file {path}.")
    if not is_sealed(path):
        with path.open("rb") as plain:
            yield plain
        return
    if not keys:
        raise NotPossible("This archive is sealed: name the file of the secret key (--identity).")
    with path.open("rb") as sealed, unsealed(sealed, keys) as source:
        yield source


@contextmanager
def unsealed(sealed: IO[bytes], keys: list[Identity]) -> Iterator[Source]:
    """What `sealed` holds, through a pipe that a thread of its own fills.

    A wrong key and a damaged archive look like a stream that ends too early; whatever the reader
    makes of that gives way to the sealer's own word.
    """
    reading, writing = os.pipe()
    fault: list[Exception] = []
    filler = threading.Thread(target=fill, args=(sealed, writing, keys, fault.append))
    try:
        with os.fdopen(reading, "rb") as source:
            filler.start()
            yield source
            while source.read(2**20):  # what follows the end of the archive is checked as well
                pass
    except NotPossible:
        filler.join()
        if not fault:
            raise
    filler.join()
    if fault:
        raise NotPossible(told(fault[0])) from None


def fill(
    sealed: IO[bytes], writing: int, keys: list[Identity], note: Callable[[Exception], None]
) -> None:
    """Unseal into the pipe; whoever reads it may go away early."""
    try:
        with os.fdopen(writing, "wb") as target:
            pyrage.decrypt_io(sealed, target, keys)
    except BrokenPipeError:
        return
    except (pyrage.DecryptError, OSError) as error:
        note(error)


def told(error: Exception) -> str:
    """The sealer's error as a sentence for the administrator."""
    if "No matching keys" in str(error):
        return "The secret key does not open this archive: it was sealed for another one."
    return "The archive is damaged: it cannot be unsealed to its end."
