"""The pages of daily work, timed in one process through the whole of Django."""

import statistics
import time
from collections.abc import Callable
from datetime import date
from functools import partial

import django

django.setup()

from django.core.management import call_command  # noqa: E402  # after the set-up
from django.test import Client, override_settings  # noqa: E402  # after the set-up

from bench.rows import grow  # noqa: E402  # after the set-up
from campus.models import Person  # noqa: E402  # after the set-up

SMALL, LARGE = 1_000, 1_000_000
# page -> at most so many times the bare page, and at most so many times itself when small
GOALS = {
    "/": (8.0, 1.5),
    "/calendar/": (8.0, 1.5),
    "/plan/": (8.0, 1.5),
    "/inbox/": (5.0, 1.5),
}


def measure() -> int:
    """Print the table of ratios; 1 if a goal was missed."""
    call_command("migrate", verbosity=0)
    call_command("demo_school", day=date(2025, 11, 20))
    head = Person.objects.get(number="head")
    client = Client()
    client.force_login(head)
    times: dict[tuple[str, int], float] = {}
    for size in (SMALL, LARGE):
        grow(size)
        with override_settings(ROOT_URLCONF="bench.bare"):
            times["bare", size] = median(partial(opened, client, "/bare/"))
        for page in GOALS:
            times[page, size] = median(partial(opened, client, page))
    return report(times)


def report(times: dict[tuple[str, int], float]) -> int:
    print(f"{'page':14}{'to the bare page':>18}{'goal':>7}{'a million rows':>18}{'goal':>7}")
    missed = 0
    for page, (to_bare, growth) in GOALS.items():
        first = times[page, LARGE] / times["bare", LARGE]
        second = times[page, LARGE] / times[page, SMALL]
        missed += first > to_bare or second > growth
        print(f"{page:14}{first:18.1f}{to_bare:7.1f}{second:18.2f}{growth:7.1f}")
    print("All goals are met." if not missed else f"{missed} pages miss a goal.")
    return 1 if missed else 0


def opened(client: Client, page: str) -> None:
    answer = client.get(page)
    if answer.status_code != 200:
        raise RuntimeError(f"{page} answered {answer.status_code}")


def median(call: Callable[[], object], rounds: int = 15) -> float:
    """The median time of `rounds` calls in seconds, after two to warm up."""
    for _ in range(2):
        call()
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)
