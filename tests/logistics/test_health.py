"""/healthz tells which part is down."""

import pytest
from django.db import connection

from logistics import health

pytestmark = pytest.mark.logs_errors


def test_without_worker_and_clock_both_are_named(client, db):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.content.decode()) == (503, "worker is down\nbeat is down")


def test_without_a_broker_all_that_speaks_through_it_is_named(client, db, settings, monkeypatch):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(health, "PARTS", health.PARTS | {"worker": lambda: False})
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.content.decode() == "broker is down\nworker is down\nbeat is down"


@pytest.mark.django_db(transaction=True)
def test_without_a_database_it_still_answers(client, settings):
    good = connection.settings_dict["PORT"]
    connection.close()
    connection.settings_dict["PORT"] = 1
    try:
        text = client.get("/healthz").content.decode()
    finally:
        connection.close()
        connection.settings_dict["PORT"] = good
    assert text.splitlines()[0] == "database is down"


def test_it_is_no_place_to_post_to(client, db):
    assert client.post("/healthz").status_code == 405
