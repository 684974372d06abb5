"""A real directory that speaks SCIM, and jobs that run in the tests' own process."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx2
import pytest

from campus.directory import actions
from campus.jobs.actions import run as run_job
from campus.models import DirectoryRun
from ops.servers import free_port
from tests.processes import wait_until

AT = datetime(2025, 11, 3, 2, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
TOKEN = "token-of-the-tests"
ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
USER = "urn:ietf:params:scim:schemas:core:2.0:User"


@dataclass
class Directory:
    """A directory on this machine, and the people that it is given."""

    url: str

    def ask(self, method: str, path: str, **body) -> httpx2.Response:
        """As the directory's own administrator."""
        answer = httpx2.request(
            method, f"{self.url}{path}", json=body or None, trust_env=False,
            headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/scim+json"},
        )  # fmt: skip
        answer.raise_for_status()
        return answer

    def add(self, number: str, name: str, *, active: bool = True, kind: str = "staff", **unit):
        """Somebody; `unit` is department or division."""
        self.ask(
            "POST", "/Users", schemas=[USER, ENTERPRISE], userName=number, displayName=name,
            userType=kind, active=active,
            **{ENTERPRISE: {"employeeNumber": f"E-{number}", **unit}},
        )  # fmt: skip

    def clear(self) -> None:
        for each in self.ask("GET", "/Users?count=1000").json().get("Resources", []):
            self.ask("DELETE", f"/Users/{each['id']}")


@pytest.fixture(scope="session")
def directory_server() -> Iterator[Directory]:
    port = free_port()
    server = subprocess.Popen(
        [Path(sys.executable).with_name("scim2-server"), "--port", str(port), "--bearer-token",
         TOKEN],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    found = Directory(f"http://127.0.0.1:{port}/v2")
    wait_until(lambda: answers(found))
    yield found
    server.terminate()
    server.wait()


def answers(directory: Directory) -> bool:
    try:
        return directory.ask("GET", "/ServiceProviderConfig").is_success
    except httpx2.TransportError:
        return False


@pytest.fixture
def directory(directory_server, settings) -> Iterator[Directory]:
    """An empty directory, which the settings name."""
    settings.DIRECTORY_SCIM_URL, settings.DIRECTORY_SCIM_TOKEN = directory_server.url, TOKEN
    yield directory_server
    directory_server.clear()


@pytest.fixture(autouse=True)
def no_worker(monkeypatch) -> None:
    """Nobody else takes the jobs up."""
    monkeypatch.setattr("campus.jobs.actions.wake_task", lambda name, arguments: None)


@pytest.fixture
def sync(administrator) -> Callable[..., DirectoryRun]:
    """Run the sync to its end; `is_trial` and what else of the setting is given."""

    def bring(*, is_trial: bool = False, **setting) -> DirectoryRun:
        if setting:
            actions.change_sync(by=administrator, at=AT, **setting)
        return to_the_end(actions.begin(is_trial=is_trial, by=administrator, at=AT))

    return bring


def to_the_end(run: DirectoryRun) -> DirectoryRun:
    """Worker and clock, until nothing more happens."""
    for minutes in range(1, 5):
        at = AT + timedelta(minutes=minutes)
        fresh = DirectoryRun.objects.select_related("roster__job").get(pk=run.pk)
        if fresh.roster and fresh.roster.job:
            run_job(fresh.roster.job.pk, at=at)
        actions.go_on(run.pk, at=at)
    return DirectoryRun.objects.select_related("roster").get(pk=run.pk)
