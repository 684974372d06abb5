"""Restoring: everything is read before anything is touched, and then it is all or nothing."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import redis
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from campus.models import Person
from logistics.backup import NotPossible, postgres, seal
from logistics.backup.archive import DATABASE, FILES, MANIFEST, Manifest, members, unpack
from logistics.backup.making import exhaust, verify

# Hidden folders inside that of the files: a volume that is mounted there cannot be renamed itself.
ARRIVING = ".restoring"
LEAVING = ".replaced"


def people_here() -> int:
    """How many people are in the portal; 0 where there are no tables yet."""
    if Person._meta.db_table not in connection.introspection.table_names():
        return 0
    return Person.objects.count()


def files_here(root: Path) -> list[Path]:
    """What lies in the folder of the private files, apart from what is under way."""
    return [path for path in root.iterdir() if not path.name.startswith(".")]


def restore(path: Path, *, keys: list[seal.Identity], replace: bool = False) -> Manifest:
    """Put the portal of the archive into an empty one, or with `replace` in the place of this one.

    First everything is read and compared, then the files are unpacked aside, then the database is
    refilled in one transaction, then the files change places. Raises NotPossible with everything
    as it was, up to that last step.
    """
    root = Path(settings.MEDIA_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    require_no_remains(root)
    if not replace:
        require_empty(root)
    require_nobody_connected()
    manifest = verify(path, keys)
    require_known(manifest)
    with arriving(root) as folder:
        unpack_files(path, keys, folder)
        empty_cache()
        refill_database(path, keys)
        change_places(root, folder)
    call_command("migrate", interactive=False, verbosity=0)
    return manifest


def require_no_remains(root: Path) -> None:
    """Raise NotPossible where an earlier restore was cut off while files changed places."""
    if (root / LEAVING).exists():
        raise NotPossible(
            f"A restore was cut off; what was here before it lies in {root / LEAVING}. Move that "
            "away and restore again with --replace."
        )


def empty_cache() -> None:
    """Nobody's open session outlives the people of the database. Raises NotPossible."""
    try:
        cache.clear()
    except redis.RedisError:
        raise NotPossible("Redis does not answer, so open sessions cannot be ended.") from None


def require_empty(root: Path) -> None:
    """Raise NotPossible where people or files are."""
    if people := people_here():
        raise NotPossible(
            f"{people} people are in this portal; nothing was changed. --replace puts the archive "
            "in their place."
        )
    if files_here(root):
        raise NotPossible(
            f"There are files in {root}; nothing was changed. --replace puts the archive's there."
        )


def require_nobody_connected() -> None:
    """Raise NotPossible while the portal is running over this database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
            "AND pid <> pg_backend_pid() AND backend_type = 'client backend'"
        )
        [others] = cursor.fetchone()
    if others:
        raise NotPossible(
            f"{others} others are connected to the database: stop web, worker and beat first."
        )


def require_known(manifest: Manifest) -> None:
    """Raise NotPossible where the archive comes from a newer portal or a newer PostgreSQL."""
    disk = MigrationLoader(None).disk_migrations or {}
    known = {".".join(each) for each in disk}
    if unknown := sorted(set(manifest.migrations) - known):
        raise NotPossible(
            f"The archive was made by a newer version of the portal ({unknown[-1]}); bring this "
            "one up to date first."
        )
    ours, theirs = postgres.server_version() // 10000, manifest.server // 10000
    if theirs > ours:
        raise NotPossible(
            f"The archive was made by PostgreSQL {theirs}, and this server is PostgreSQL {ours}."
        )


@contextmanager
def arriving(root: Path) -> Iterator[Path]:
    """A folder beside the files for those that are to take their place; gone in the end."""
    folder = root / ARRIVING
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unpack_files(path: Path, keys: list[seal.Identity], folder: Path) -> None:
    """The archive's files into `folder`, compared once more on the way. Raises NotPossible."""

    def take(name: str, pieces: Iterator[bytes]) -> None:
        if name.startswith(f"{FILES}/"):
            write_file(folder / name.removeprefix(f"{FILES}/"), pieces)
        else:
            exhaust(pieces)

    try:
        with seal.opened(path, keys) as source:
            unpack(source, take)
    except OSError as error:
        raise NotPossible(f"The files cannot be written: {error.strerror}.") from None


def write_file(path: Path, pieces: Iterator[bytes]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as opened:
        for piece in pieces:
            opened.write(piece)
        opened.flush()
        os.fsync(opened.fileno())


def refill_database(path: Path, keys: list[seal.Identity]) -> None:
    with seal.opened(path, keys) as source:
        postgres.refill(dump_in(members(source)))


def dump_in(found: Iterator[tuple[str, Iterator[bytes]]]) -> Iterator[bytes]:
    """The pieces of the dump, which stands at the beginning of an archive."""
    for name, pieces in found:
        if name == MANIFEST or not name.startswith(f"{DATABASE}/"):
            return
        yield from pieces


def change_places(root: Path, folder: Path) -> None:
    """Take what lies in `root` aside, put what lies in `folder` there, and remove the former."""
    leaving = root / LEAVING
    leaving.mkdir()
    for path in files_here(root):
        path.rename(leaving / path.name)
    for path in folder.iterdir():
        path.rename(root / path.name)
    shutil.rmtree(leaving)
