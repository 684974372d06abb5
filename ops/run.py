"""`make run`: database, broker, web server, worker and clock under one supervisor.

Stays in the foreground; Ctrl-C ends every process that it started and keeps the data in .data/.
"""

import fcntl
import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import psycopg2
from honcho.manager import Manager
from honcho.printer import Printer

from campus.clients.keys import new_key
from ops.dotenv import check_settings, read_dotenv
from ops.servers import (
    Answers,
    Server,
    postgres_answers,
    redis_answers,
    secret,
    start_postgres,
    start_redis,
)

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("STEWARD_DATA") or ROOT / ".data")

LOCKS: list[IO[str]] = []
# What `manage.py` in a second terminal needs of the running portal.
OWN = ("DATABASE_URL", "REDIS_URL", "SECRET_KEY", "IDENTITY_KEYS")


def main(arguments: list[str]) -> int:
    """Start everything and wait; the exit code is that of the first process that failed."""
    settings = {**read_dotenv(ROOT / ".env"), **os.environ}
    check_settings(settings)
    port = settings.get("PORT") or "8000"
    if "--demo-reset" not in arguments:
        refuse_taken_port(port)
    DATA.mkdir(parents=True, exist_ok=True)
    refuse_second_start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as stack:
        env, servers = start_servers(settings, stack)
        prepare(env, reset="--demo-reset" in arguments)
        return 0 if "--demo-reset" in arguments else supervise(env, port, servers)


def refuse_taken_port(port: str) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(port)))
        except OSError as error:
            raise SystemExit(
                f"Port {port} cannot be used ({error.strerror}); choose another: PORT=8001 make run"
            ) from None


def refuse_second_start() -> None:
    """Two supervisors over one folder would end each other's database."""
    lock = (DATA / "lock").open("w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise SystemExit(
            f"The portal is running already over {DATA}; press Ctrl-C there first."
        ) from None
    LOCKS.append(lock)  # held until this process ends


def start_servers(
    settings: dict[str, str], stack: ExitStack
) -> tuple[dict[str, str], list[Server]]:
    """The children's environment, and servers of our own where no address was given."""
    servers: list[Server] = []
    env = {**settings, "PYTHONUNBUFFERED": "1"}
    env.setdefault("DJANGO_SETTINGS_MODULE", "logistics.settings.local")
    env.setdefault("SECRET_KEY", secret(DATA, "django"))
    env.setdefault("IDENTITY_KEYS", secret(DATA, "identity", new_key))
    if env.get("DATABASE_URL"):
        require_answer(postgres_answers, env["DATABASE_URL"], "DATABASE_URL")
    else:
        say("database")
        postgres = start_postgres(DATA)
        stack.callback(postgres.stop)
        servers.append(postgres)
        env["DATABASE_URL"] = postgres.url
    if env.get("REDIS_URL"):
        require_answer(redis_answers, env["REDIS_URL"], "REDIS_URL")
    else:
        say("broker")
        broker = start_redis(DATA)
        stack.callback(broker.stop)
        servers.append(broker)
        env["REDIS_URL"] = broker.url
    # So that `manage.py` in a second terminal reaches the same servers.
    note = DATA / "running.json"
    note.touch(mode=0o600)
    note.write_text(json.dumps({key: env[key] for key in OWN}))
    stack.callback(note.unlink, missing_ok=True)
    return env, servers


def require_answer(answers: Answers, url: str, name: str) -> None:
    if not answers(url):
        raise SystemExit(f"Nothing answers at {name}; start that server or leave {name} out.")


def prepare(env: dict[str, str], *, reset: bool) -> None:
    """Tables, static files and, in an empty database, the demo school."""
    refuse_newer_data(env["DATABASE_URL"])
    if reset:
        say("emptying the database")
        manage(env, "flush", "--no-input")
    say("tables")
    manage(env, "migrate", "--no-input", "--verbosity", "0")
    say("pages")
    manage(env, "collectstatic", "--no-input", "--verbosity", "0")
    if env["DJANGO_SETTINGS_MODULE"] == "logistics.settings.local":
        say("demo school, if the database is empty")
        manage(env, "demo_school", "--if-empty")


def refuse_newer_data(url: str) -> None:
    """End with a sentence where the database has seen migrations that this code does not have."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations') IS NOT NULL")
        row = cursor.fetchone()
        if not (row and row[0]):
            return
        cursor.execute("SELECT app, name FROM django_migrations")
        applied = set(cursor.fetchall())
    connection.close()
    ours = {(path.parts[-3], path.stem) for path in ROOT.glob("*/migrations/0*.py")}
    areas = {app for app, _name in ours}
    if unknown := sorted(f"{a}.{n}" for a, n in applied if a in areas and (a, n) not in ours):
        raise SystemExit(
            f"The data was written by a newer version of the portal ({unknown[-1]}); "
            "start that version, or empty .data/ to begin anew."
        )


def manage(env: dict[str, str], *arguments: str) -> None:
    """Run a management command; end with its last line if it fails."""
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        raise SystemExit(f"manage.py {arguments[0]} failed: {last}")


def supervise(env: dict[str, str], port: str, servers: list[Server]) -> int:
    """Web server, worker and clock until one of them or a server ends, or Ctrl-C is pressed."""
    python = shlex.quote(sys.executable)
    celery = f"{python} -m celery --quiet --app logistics"
    # Celery warns of root at each start; a school's own server runs it as another user.
    env = {**env, "PYTHONWARNINGS": "ignore:You're running the worker with superuser"}
    schedule = shlex.quote(str(DATA / "beat-schedule"))
    manager = Manager(Printer(sys.stdout))
    for name, command in {
        "web": f"{python} -m gunicorn logistics.wsgi --bind 127.0.0.1:{port} --workers 2 "
        "--log-level warning",
        "worker": f"{celery} worker --loglevel warning --concurrency 2 --without-gossip",
        "beat": f"{celery} beat --loglevel warning --schedule {schedule} --pidfile=",
    }.items():
        manager.add_process(name, f"exec {command}", cwd=str(ROOT), env=env, quiet=False)
    threading.Thread(target=announce, args=(env, port), daemon=True).start()
    ended = threading.Event()
    threading.Thread(target=watch, args=(servers, ended), daemon=True).start()
    manager.loop()
    ended.set()
    return int(manager.returncode or 0)


def watch(servers: list[Server], ended: threading.Event) -> None:
    """End the portal where its database or broker ends by itself; the next start mends it."""
    while all(server.process.poll() is None for server in servers):
        if ended.wait(1):
            return
    print("The database or the broker has ended; the portal ends with it.", flush=True)
    os.kill(os.getpid(), signal.SIGTERM)


def announce(env: dict[str, str], port: str) -> None:
    """Say where the portal is, once it answers there."""
    say("web server, worker and clock")
    address = f"http://127.0.0.1:{port}/"
    deadline = time.monotonic() + 60
    while not answers(f"{address}healthz"):
        if time.monotonic() > deadline:
            print("The portal has not become ready within a minute; see above.", flush=True)
            return
        time.sleep(0.1)
    print(f"Ready: {address}", flush=True)
    if env["DJANGO_SETTINGS_MODULE"] == "logistics.settings.local":
        manage(env, "demo_school", "--list")


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=3) as reply:  # noqa: S310  # our own address
            return reply.status == 200
    except (urllib.error.URLError, OSError):
        return False


def say(what: str) -> None:
    print(f"Preparing: {what} …", flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
