"""Making a backup, reading one back, and keeping the newest."""

import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from logistics.backup import NotPossible, postgres, seal
from logistics.backup.archive import Manifest, Source, packed, unpack

NAME = re.compile(r"steward-\d{4}-\d\d-\d\d-\d{6}\.tar(\.age)?")


@dataclass(frozen=True)
class Made:
    """A finished archive, and what is in it."""

    path: Path
    manifest: Manifest


def make(target: Path, *, keys: list[seal.Recipient], at: datetime) -> Made:
    """Back up the database and all private files into a new archive in the folder `target`.

    It bears its name only when it is whole, and nobody but its owner may read it. `at` is the
    moment that names it, in school time. Raises NotPossible.
    """
    if not target.is_dir():
        raise NotPossible(f"There is no folder {target}.")
    name = f"steward-{at:%Y-%m-%d-%H%M%S}.tar{'.age' if keys else ''}"
    manifest = Manifest(
        made_at=at.isoformat(timespec="seconds"),
        portal=portal_version(),
        server=postgres.server_version(),
        migrations=sorted(".".join(each) for each in applied_migrations()),
    )
    with written_whole(target / name) as opened:
        seal.write(packed(manifest, postgres.dump(), Path(settings.MEDIA_ROOT)), opened, keys)
    return Made(target / name, manifest)


@contextmanager
def written_whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that appears at `path` when all of it is on the disk; otherwise nothing does."""
    passing = path.with_name(f".{path.name}.part")
    try:
        with os.fdopen(os.open(passing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        passing.rename(path)
    except FileExistsError:
        raise NotPossible(f"Another backup is writing {path.name}.") from None
    except OSError as error:
        passing.unlink(missing_ok=True)
        raise NotPossible(f"{path} cannot be written: {error.strerror}.") from None
    except BaseException:
        passing.unlink(missing_ok=True)
        raise


def portal_version() -> str:
    with (settings.BASE_DIR / "pyproject.toml").open("rb") as opened:
        return str(tomllib.load(opened)["project"]["version"])


def applied_migrations() -> set[tuple[str, str]]:
    """The migrations that the database has seen, as (app, name)."""
    return set(MigrationRecorder(connection).applied_migrations())


def verify(path: Path, keys: list[seal.Identity]) -> Manifest:
    """Read the whole archive back and compare every digest. Raises NotPossible."""
    with seal.opened(path, keys) as source:
        return read_through(source)


def read_through(source: Source) -> Manifest:
    return unpack(source, lambda _name, pieces: exhaust(pieces))


def exhaust(pieces: Iterator[bytes]) -> None:
    for _piece in pieces:
        pass


def keep_newest(folder: Path, count: int) -> list[Path]:
    """Remove all backups in `folder` but the `count` newest by their names; answers with those."""
    found = sorted(path for path in folder.iterdir() if NAME.fullmatch(path.name))
    old = found[:-count]
    for path in old:
        path.unlink()
    return old
