"""/healthz with a real worker and a real clock, and without them again."""

import pytest
from django.test import Client

from tests.processes import wait_until

pytestmark = [pytest.mark.faults, pytest.mark.logs_errors, pytest.mark.django_db(transaction=True)]


def health() -> tuple[int, str]:
    answer = Client().get("/healthz")
    return answer.status_code, answer.content.decode()


def test_all_is_well_until_the_worker_is_gone(start, broker, settings):
    settings.REDIS_URL = broker.url
    worker = start("worker")
    start("beat")
    wait_until(lambda: health() == (200, "ok"))
    worker.kill()
    assert health() == (503, "worker is down")


def test_it_sees_the_broker_go_and_come_back(start, broker, settings, monkeypatch):
    settings.REDIS_URL = broker.url
    start("worker")
    start("beat")
    wait_until(lambda: health() == (200, "ok"))
    broker.lose_everything()
    status, words = health()
    assert (status, words.splitlines()[0]) == (503, "broker is down")
    broker.come_back(monkeypatch)
    wait_until(lambda: health() == (200, "ok"), seconds=60)
