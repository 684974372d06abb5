"""The health checks of the containers."""

import pytest

from logistics.celery import BEAT_KEY, worker_key
from ops import alive


@pytest.fixture(autouse=True)
def broker_address(settings, monkeypatch):
    monkeypatch.setenv("REDIS_URL", settings.REDIS_URL)


def test_it_looks_where_worker_and_clock_leave_their_signs():
    assert (alive.BEAT_KEY, alive.WORKER_KEY.format("host")) == (BEAT_KEY, worker_key("host"))


def test_a_worker_without_a_sign_of_life_is_not_healthy(monkeypatch, capsys):
    monkeypatch.setattr("socket.gethostname", lambda: "a-host-without-worker")
    assert alive.main("worker") == 1
    assert capsys.readouterr().out == "worker gives no sign of life\n"


def test_without_a_broker_nothing_is_healthy(monkeypatch, capsys):
    monkeypatch.setenv("REDIS_URL", "redis://127.0.0.1:1/0")
    assert alive.main("beat") == 1
    assert capsys.readouterr().out == "beat: ConnectionError\n"


@pytest.mark.faults
def test_a_worker_that_runs_is_healthy(start, broker, monkeypatch):
    from tests.processes import wait_until

    monkeypatch.setenv("REDIS_URL", broker.url)
    start("worker")
    wait_until(lambda: alive.main("worker") == 0)


@pytest.mark.django_db(transaction=True)
def test_a_web_process_is_asked_as_the_proxy_asks(live_server, monkeypatch):
    port = live_server.url.rpartition(":")[2]
    monkeypatch.setenv("BIND", f"0.0.0.0:{port}")
    monkeypatch.setenv("SITE_URL", f"https://localhost:{port}")
    assert alive.main("web") == 0
