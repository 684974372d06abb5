"""/metrics, for whoever knows the token."""

from datetime import timedelta

import pytest
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from campus.models import Delivery, Job, Notice
from logistics import health

pytestmark = [pytest.mark.django_db, pytest.mark.logs_errors]
TOKEN = "a-token-for-tests"


@pytest.fixture(autouse=True)
def no_worker(monkeypatch):
    """To find out that no worker answers takes a second; `test_health.py` waits for it."""
    monkeypatch.setitem(health.PARTS, "worker", lambda: False)


@pytest.fixture
def figures(client, settings):
    """The figures as Prometheus reads them: name and labels to value."""
    settings.METRICS_TOKEN = TOKEN

    def read() -> dict[tuple, float]:
        text = client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).content.decode()
        return {
            (sample.name, *sorted(sample.labels.values())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }

    return read


def test_without_a_token_set_there_is_no_such_page(client, settings):
    settings.METRICS_TOKEN = ""
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


@pytest.mark.parametrize("given", [None, "Bearer wrong", f"Basic {TOKEN}", TOKEN, "Bearer 口令"])
def test_without_the_token_nothing_is_told(client, settings, given):
    settings.METRICS_TOKEN = TOKEN
    headers = {"Authorization": given} if given else {}
    answer = client.get("/metrics", headers=headers)
    assert (answer.status_code, answer.content) == (401, b"")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_it_is_no_place_to_post_to(client, settings):
    settings.METRICS_TOKEN = TOKEN
    answer = client.post("/metrics", headers={"Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 405


def test_requests_are_counted_by_route_not_by_address(client, figures):
    name = ("steward_request_seconds_count", "200", "GET", "sign-in/")
    before = figures().get(name, 0)
    client.get("/sign-in/?next=/somewhere/")
    assert figures()[name] == before + 1


def test_parts_that_are_down_are_told(figures):
    told = {key[1]: value for key, value in figures().items() if key[0] == "steward_up"}
    assert told == {"database": 1, "broker": 1, "worker": 0, "beat": 0}


def test_what_waits_is_counted_with_the_age_of_its_oldest(figures, head):
    now = timezone.now()
    for minutes in (5, 90):
        Job.objects.create(
            kind="k", title="Long work", by=head, asked_at=now - timedelta(minutes=minutes)
        )
    told_at = now - timedelta(hours=2)
    notice = Notice.objects.create(key="k", topic="t", text="Told", path="/", told_at=told_at)
    Delivery.objects.create(
        notice=notice, person=head, state=Delivery.State.GIVEN_UP, next_try_at=told_at
    )
    found = figures()
    counts = {key[1]: value for key, value in found.items() if key[0] == "steward_waiting"}
    assert counts == {"jobs": 2, "deliveries": 0, "deliveries_in_trouble": 1, "reminders": 0}
    ages = {
        key[1]: round(value / 60)
        for key, value in found.items()
        if key[0] == "steward_waiting_oldest_seconds"
    }
    assert ages == {"jobs": 90, "deliveries": 0, "deliveries_in_trouble": 120, "reminders": 0}


def test_what_waits_costs_as_many_queries_however_much_waits(
    figures, head, django_assert_num_queries
):
    now = timezone.now()
    Job.objects.create(kind="k", title="Long work", by=head, asked_at=now)
    with django_assert_num_queries(5):
        figures()
    Job.objects.bulk_create(Job(kind="k", title="W", by=head, asked_at=now) for _ in range(3))
    with django_assert_num_queries(5):
        figures()
