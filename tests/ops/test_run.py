"""`make run`, started for real on data of its own."""

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import psycopg2
import pytest

from campus.demo import ACCOUNTS, PASSWORD
from ops.servers import free_port, start_postgres
from tests.processes import wait_until

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.faults


def environment(folder: Path, **more: str) -> dict[str, str]:
    """The environment of a fresh start: nothing of the tests' own servers."""
    ours = ("DATABASE_URL", "REDIS_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY")
    env = {name: value for name, value in os.environ.items() if name not in ours}
    return {**env, "STEWARD_DATA": str(folder), **more}


def start(env: dict[str, str]) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "ops.run"], cwd=ROOT, env=env, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip


def read_until_signed_in(process: subprocess.Popen) -> list[str]:
    """The lines printed up to the last account's."""
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.strip())
        if line.startswith(f"sign in: {ACCOUNTS[-1].number} "):
            return lines
    raise AssertionError("\n".join(lines))


def processes_over(folder: Path) -> list[str]:
    """Command lines of processes that know of `folder`."""
    found = []
    for environ in Path("/proc").glob("[0-9]*/environ"):
        try:
            known = environ.read_bytes() + environ.with_name("cmdline").read_bytes()
            state = environ.with_name("stat").read_text().rsplit(")", 1)[1].split()[0]
        except (OSError, IndexError):
            continue
        if (
            str(folder).encode() in known
            and state != "Z"
            and environ.parent.name != str(os.getpid())
        ):
            found.append(environ.with_name("cmdline").read_bytes().replace(b"\0", b" ").decode())
    return found


@pytest.mark.long
def test_one_command_starts_all_and_ctrl_c_ends_all_and_keeps_the_data(tmp_path):
    port = str(free_port())
    env = environment(tmp_path, PORT=port)
    process = start(env)
    lines = read_until_signed_in(process)
    assert f"Ready: http://127.0.0.1:{port}/" in lines
    accounts = [line for line in lines if line.startswith("sign in: ")]
    assert accounts == [f"sign in: {account.number} / {PASSWORD}" for account in ACCOUNTS]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
        assert answer.read() == b"ok"
    wait_until(lambda: list((tmp_path / "mail").glob("*.log")))
    assert last_sentence(environment(tmp_path, PORT=str(free_port()))) == (
        f"The portal is running already over {tmp_path}; press Ctrl-C there first."
    )
    process.send_signal(signal.SIGINT)
    process.wait(timeout=60)
    assert processes_over(tmp_path) == []

    again = start(env)
    lines = read_until_signed_in(again)
    assert [line for line in lines if line.startswith("sign in: ")] == accounts
    again.send_signal(signal.SIGTERM)
    again.wait(timeout=60)
    assert processes_over(tmp_path) == []


def last_sentence(env: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "ops.run"], cwd=ROOT, env=env, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr.strip().splitlines()[-1]


def test_a_taken_port_is_told_in_one_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        sentence = last_sentence(environment(tmp_path, PORT=str(port)))
    assert sentence == (
        f"Port {port} cannot be used (Address already in use); choose another: PORT=8001 make run"
    )


def test_a_database_that_does_not_answer_is_told_in_one_sentence(tmp_path):
    env = environment(tmp_path, PORT=str(free_port()), DATABASE_URL="postgres://x@127.0.0.1:1/x")
    assert last_sentence(env) == (
        "Nothing answers at DATABASE_URL; start that server or leave DATABASE_URL out."
    )


def test_data_of_a_newer_version_is_told_in_one_sentence(tmp_path):
    postgres = start_postgres(tmp_path, durable=False)
    with psycopg2.connect(postgres.url) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE django_migrations (id serial, app text, name text)")
        cursor.execute(
            "INSERT INTO django_migrations (app, name) VALUES ('campus', '0999_from_tomorrow')"
        )
    connection.close()
    postgres.stop()
    sentence = last_sentence(environment(tmp_path, PORT=str(free_port())))
    assert sentence == (
        "The data was written by a newer version of the portal (campus.0999_from_tomorrow); "
        "start that version, or empty .data/ to begin anew."
    )


def test_data_of_another_postgresql_is_told_in_one_sentence(tmp_path):
    data = tmp_path / "postgres"
    data.mkdir()
    (data / "PG_VERSION").write_text("99\n")
    sentence = last_sentence(environment(tmp_path, PORT=str(free_port())))
    assert sentence.startswith(f"The data in {data} was written by PostgreSQL 99, but this portal")
