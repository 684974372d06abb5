"""Real workers, a real clock and a broker of their own, to be killed."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from celery import current_app
from django.db import connection

from campus.notices.actions import telling
from ops import servers
from tests.servers import (
    Listener,
    MailCatcher,
    RobotEndpoint,
    listener,
    mail_catcher,
    robot_endpoint,
)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def mailbox() -> Iterator[MailCatcher]:
    """A real SMTP server."""
    with mail_catcher() as catcher:
        yield catcher


@pytest.fixture
def group() -> Iterator[RobotEndpoint]:
    """The chat group behind a robot's address."""
    with robot_endpoint() as endpoint:
        yield endpoint


@pytest.fixture
def other_system(settings) -> Iterator[Listener]:
    """Another system on this machine, which webhooks may lead to."""
    settings.WEBHOOK_HOSTS = ["127.0.0.1"]
    with listener() as listening:
        yield listening


@dataclass
class Broker:
    """A Redis of the test's own, which can lose everything and come back at the same address."""

    folder: Path
    server: servers.Server

    @property
    def url(self) -> str:
        return self.server.url

    def ask(self, task: str) -> None:
        """Put a task into the queue, as the clock does."""
        with current_app.connection_for_write() as connection:
            current_app.send_task(task, connection=connection)

    def lose_everything(self) -> None:
        """Stop it, and take its data away."""
        self.server.kill()
        shutil.rmtree(self.folder / "redis")

    def come_back(self, monkeypatch) -> None:
        """Start it again, empty, at the port that it had."""
        port = int(self.url.rsplit(":", 1)[1].split("/")[0])
        with monkeypatch.context() as patch:
            patch.setattr(servers, "free_port", lambda: port)
            self.server = servers.start_redis(self.folder)


@pytest.fixture
def broker(tmp_path, monkeypatch) -> Iterator[Broker]:
    """The broker that both this process and the workers use."""
    own = Broker(tmp_path, servers.start_redis(tmp_path))
    monkeypatch.setattr(current_app.conf, "broker_write_url", own.url)
    monkeypatch.setattr(telling, "broker", telling.Broker())
    forget_connections()
    yield own
    own.server.stop()
    forget_connections()


def forget_connections() -> None:
    """Celery keeps its connections for good; a test's own broker needs new ones."""
    current_app.__dict__.pop("control", None)
    vars(current_app)["_pool"] = vars(current_app.amqp)["_producer_pool"] = None


@dataclass
class Process:
    """A worker or a clock: a group of processes that lives and dies together."""

    popen: subprocess.Popen

    def kill(self) -> None:
        """End all of it at once, as a power cut would."""
        if self.popen.poll() is None:
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()


@pytest.fixture
def start(transactional_db, broker, mailbox, tmp_path) -> Iterator[Callable[[str], Process]]:
    """Start a `worker` or the clock (`beat`) over the test's database, broker and mail server."""
    database = connection.settings_dict
    address = "{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    env = {
        # They have a broker of their own, all of it.
        **{name: value for name, value in os.environ.items() if name != "PYTEST_XDIST_WORKER"},
        "DJANGO_SETTINGS_MODULE": "tests.worker_settings",
        "DATABASE_URL": f"postgres://{address}",
        "REDIS_URL": broker.url,
        "EMAIL_URL": mailbox.url,
    }
    options = {
        "worker": ["--concurrency", "1", "--without-gossip", "--without-mingle"],
        "beat": ["--schedule", str(tmp_path / "beat-schedule"), "--pidfile="],
    }
    with ExitStack() as stack:
        log = stack.enter_context((tmp_path / "processes.log").open("ab"))

        def begin(name: str) -> Process:
            command = [sys.executable, "-m", "celery", "-A", "logistics", name, *options[name]]
            process = Process(
                subprocess.Popen(
                    command, cwd=ROOT, env=env, stdout=log, stderr=log, start_new_session=True
                )
            )
            stack.callback(process.kill)
            return process

        yield begin


def wait_until(what: Callable[[], object], seconds: float = 30) -> None:
    """Wait until `what()` is true; fail with its last answer after so many seconds."""
    deadline = time.monotonic() + seconds
    while not (answer := what()):
        assert time.monotonic() < deadline, answer
        time.sleep(0.05)


def stays(what: Callable[[], object], seconds: float = 2.5) -> bool:
    """Whether `what()` stays true for so many seconds, in which the clock ticks twice."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not what():
            return False
        time.sleep(0.1)
    return True
