"""The pages of daily work, timed in one process through the whole of Django."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # after the set-up
from django.db import connection  # noqa: E402  # after the set-up
from django.test import Client, override_settings  # noqa: E402  # after the set-up
from django.test.utils import CaptureQueriesContext  # noqa: E402  # after the set-up

from bench import (  # noqa: E402  # after the set-up
    api,
    assessment,
    assets,
    bare,
    beside_helpdesk,
    boarders,
    canteen,
    cleaning,
    crowd,
    dashboard,
    feedback,
    fuel,
    inspections,
    parts,
    repairs,
    report,
    rooms,
    safety,
    vehicles,
    webhooks,
)
from bench.rows import (  # noqa: E402  # after the set-up
    FREQUENT,
    RARE,
    grow,
    keep_copy,
    lay_old_plans,
    lay_semesters,
    size,
    switch_to,
)
from bench.rush import PEOPLE, WITHIN, rush  # noqa: E402  # after the set-up
from campus.models import Enquiry, Person, Place  # noqa: E402  # after the set-up

SCALE = float(os.environ.get("BENCH_SCALE", "1"))
MOST_GROWTH, MOST_OVER_BARE, MOST_QUERIES, LEAST_GAIN = 1.3, 2.0, 12, 1.2
NOTHING = size(0)
SMALL = "small"
# What the work areas lay beside the ground's rows, and their pages.
AREAS = (
    repairs, assets, inspections, parts, cleaning, safety, feedback, boarders, canteen, vehicles,
    fuel, rooms,
)  # fmt: skip


@dataclass(frozen=True)
class Figure:
    """One measured number; `at_least` where more is better."""

    name: str
    value: float
    goal: float
    at_least: bool = False

    def __str__(self) -> str:
        met = self.value >= self.goal if self.at_least else self.value <= self.goal
        return f"{self.name}\t{self.value:.2f}\t{self.goal:g}\t{'met' if met else 'short'}"


def pages() -> dict[str, str]:
    """The pages that must stay flat; a case of the middle of the years stands for any."""
    case = Enquiry.objects.order_by("pk")[5]
    place = Place.objects.filter(kind=Place.Kind.ROOM).order_by("pk")[0]
    return {
        "list": "/desk/",
        "two-character search, rare": f"/desk/?q={RARE}",
        "two-character search, frequent": f"/desk/?q={FREQUENT}",
        "search by a place": f"/desk/?q={place.code}",
        "search over everything": f"/search/?q={RARE}",
        "one case": f"/desk/{case.pk}/",
        "month page": "/calendar/",
        "My day": "/",
        "plan": "/plan/",
        "inbox": "/inbox/",
        **{name: path for area in AREAS for name, path in area.pages().items()},
        **report.pages(),
    }


def measure() -> int:
    """Print a line for each figure as soon as it is known; 1 if a goal was missed."""
    call_command("migrate", verbosity=0)
    call_command("demo_school", day=date(2025, 11, 20))
    client = Client()
    client.force_login(Person.objects.get(number="head"))
    missed = 0
    for figure in measured(client):
        print(figure, flush=True)
        missed |= str(figure).endswith("short")
    return int(missed)


def measured(client: Client) -> Iterator[Figure]:
    """Each figure as soon as it is known."""
    lay_semesters()
    lay_old_plans()
    small, large = size(SCALE / 100), size(SCALE)
    areas = [area.lay for area in AREAS]
    program = api.program()
    grow(NOTHING, small, areas)
    keep_copy(SMALL)
    grow(small, large, areas)
    for page, path in pages().items():
        yield Figure(
            f"{page}: large school to a hundredth of it", growth(client, path), MOST_GROWTH
        )
    for page, path in dashboard.pages().items():
        yield Figure(
            f"{page}: large school to a hundredth of it", growth(client, path), MOST_GROWTH
        )
        yield Figure(f"{page}: queries", queries_of(client, path), dashboard.MOST_QUERIES)
    boarder = Client()
    boarder.force_login(boarders.pupil())
    for page, path in boarders.pupils_pages().items():
        yield Figure(
            f"{page}: large school to a hundredth of it", growth(boarder, path), MOST_GROWTH
        )
        yield Figure(f"{page}: queries", queries_of(boarder, path), MOST_QUERIES)
    yield from by_programs(client, program)
    yield Figure("a week of sixty classes, seconds", assessment.seconds(), 1)
    for name, (value, goal) in report.seconds().items():
        yield Figure(name, value, goal)
    yield over_bare(client)
    for page, path in pages().items():
        yield Figure(f"{page}: queries", queries_of(client, path), MOST_QUERIES)
    for name, counted, most in inspections.counts(client):
        yield Figure(f"{name}: queries", counted, most)
    for page, ratio, goal in beside_helpdesk.ratios(client, large.cases):
        name = f"{page} of tickets: django-helpdesk to ours"
        yield Figure(name, ratio, goal, at_least=True)
    yield Figure(
        "list: throughput under 8 connections to one", crowd.gain(client, "/desk/"), LEAST_GAIN,
        at_least=True,
    )  # fmt: skip
    yield from while_others_are_told(client)
    yield from at_lunch()


def while_others_are_told(client: Client) -> Iterator[Figure]:
    """A thousand events go out to another system, and a page is opened meanwhile."""
    arrived, longer = webhooks.told(client)
    yield Figure("webhooks: events that arrived", arrived, webhooks.EVENTS, at_least=True)
    yield Figure("webhooks: a page meanwhile to a quiet one", longer, 2)


def by_programs(client: Client, program: Client) -> Iterator[Figure]:
    """Lists by the API: flat at any size, and what they cost beside the bare query in JSON."""
    with override_settings(**api.LIMITS):
        for page, path in api.pages(program).items():
            yield Figure(
                f"{page}: large school to a hundredth of it", growth(program, path), MOST_GROWTH
            )
            yield Figure(f"{page}: queries", queries_of(program, path), MOST_QUERIES)
        with override_settings(ROOT_URLCONF="bench.bare"):
            plain = Client()
            plain.cookies = client.cookies
            with override_settings(MIDDLEWARE=bare.MIDDLEWARE):
                opened(plain, "/bare-json/")
            least, taken = medians(
                partial(opened, plain, "/bare-json/"), partial(opened, program, api.LIST),
                rounds=101,
            )  # fmt: skip
    yield Figure("API list of 100 rows: to the bare query in JSON", taken / least, MOST_OVER_BARE)


def at_lunch() -> Iterator[Figure]:
    """300 people who say something at once, and the menu meanwhile; seconds, as they were."""
    went = rush()
    yield Figure("lunch rush: entries that arrived", went.arrived, PEOPLE, at_least=True)
    yield Figure("lunch rush: seconds for all of them", went.seconds, WITHIN)
    yield Figure("lunch rush: 95th percentile of an entry, seconds", went.entry_95, 5)
    yield Figure("lunch rush: 95th percentile of the menu, seconds", went.menu_95, 5)


def growth(client: Client, path: str, rounds: int = 12, times: int = 5) -> float:
    """How much longer a page takes at the large school than at the small one.

    The two databases are asked turn by turn, so that a machine that is slower for a minute is
    slower for both.
    """
    large = connection.settings_dict["NAME"]
    taken: dict[str, list[float]] = {SMALL: [], large: []}
    for _ in range(rounds):
        for name, found in taken.items():
            switch_to(name)
            found.extend(medians(partial(opened, client, path), rounds=times))
    return statistics.median(taken[large]) / statistics.median(taken[SMALL])


def over_bare(client: Client) -> Figure:
    """The list page over the least that could show the same rows; asked turn by turn."""
    with override_settings(ROOT_URLCONF="bench.bare"):
        plain = Client()
        plain.cookies = client.cookies
        with override_settings(MIDDLEWARE=bare.MIDDLEWARE):
            opened(plain, "/bare-list/")  # a client keeps the middleware of its first request
        least, taken = medians(
            partial(opened, plain, "/bare-list/"), partial(opened, client, "/desk/"), rounds=101
        )
    return Figure("list: to a bare page of the same rows", taken / least, MOST_OVER_BARE)


def queries_of(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        opened(client, path)
    return len(queries)


def opened(client: Client, page: str) -> None:
    answer = client.get(page)
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}")


def medians(*calls: Callable[[], object], rounds: int) -> list[float]:
    """The median time of each call in seconds, taken in turn, after three rounds to warm up."""
    taken = [[timed(call) for call in calls] for _ in range(rounds + 3)][3:]
    return [statistics.median(times) for times in zip(*taken, strict=True)]


def timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun
