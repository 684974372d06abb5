"""The repairs of the portal beside django-helpdesk: asked turn by turn, over the same server."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.db import connection
from django.test import Client

from bench.rows import RARE
from repairs.models import Category, Ticket

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".data" / "helpdesk"
LIST = ROOT / "requirements" / "helpdesk.txt"
DATABASE = "helpdesk"
# Pages of ours in a round, and how many rounds; theirs take seconds at a million tickets.
ROUNDS, TIMES = 5, 5
# How many times as fast ours are to be at the least; creating a ticket no slower.
GOALS = {"list": 50.0, "search": 50.0, "one": 3.0, "create": 1.0}


class Helpdesk:
    """The other portal in a process and an environment of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def say(self, word: str, number: int) -> str:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{word} {number}\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer:
            raise RuntimeError(f"django-helpdesk ended at “{word}”")
        return answer

    def seconds(self, page: str, rounds: int) -> float:
        return float(self.say(page, rounds))


def ratios(client: Client, tickets: int) -> Iterator[tuple[str, float, float]]:
    """For each page: its name, how many times as fast ours is, and the goal."""
    with helpdesk() as other:
        other.say("lay", tickets)
        for page, goal in GOALS.items():
            ours, theirs = [], []
            for _ in range(ROUNDS):
                ours.append(median(partial(ask, client, page)))
                theirs.append(other.seconds(page, 1 if page in ("list", "search") else TIMES))
            yield page, statistics.median(theirs) / statistics.median(ours), goal


def ask(client: Client, page: str) -> None:
    """Open one of our pages, or report a fault."""
    if page == "create":
        typed = {
            "title": "水龙头滴水", "description": "请尽快处理", "priority": "normal",
            "place": "A-JX1-301", "category": Category.objects.values_list("pk", flat=True)[0],
        }  # fmt: skip
        answer = client.post("/repairs/new/?place=A-JX1-301", typed)
    else:
        one = Ticket.objects.values_list("pk", flat=True).order_by("pk")[100]
        paths = {"list": "/repairs/", "search": f"/repairs/?q={RARE}", "one": f"/repairs/{one}/"}
        answer = client.get(paths[page])
    if answer.status_code != (302 if page == "create" else 200):
        raise RuntimeError(f"{page} answered {answer.status_code}")


def median(call: Callable[[], None]) -> float:
    taken = []
    for _ in range(TIMES + 1):
        begun = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken[1:])


@contextmanager
def helpdesk() -> Iterator[Helpdesk]:
    """A django-helpdesk over a database of its own on the measured server."""
    make_environment()
    settings = connection.settings_dict
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{DATABASE}"')
        cursor.execute(f'CREATE DATABASE "{DATABASE}" TEMPLATE template0')
    keys = ("HOST", "PORT", "USER", "PASSWORD")
    database = {"NAME": DATABASE, **{key: str(settings[key]) for key in keys}}
    env = os.environ | {"HELPDESK_DATABASE": json.dumps(database), "PYTHONUTF8": "1"}
    env.pop("DJANGO_SETTINGS_MODULE")
    process = subprocess.Popen(
        [VENV / "bin" / "python", ROOT / "bench" / "helpdesk" / "portal.py"], env=env, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield Helpdesk(process)
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait()


def make_environment() -> None:
    """Install it where it stands in nobody's way, once."""
    made = VENV / "made-from.txt"
    if made.exists() and made.read_text() == LIST.read_text():
        return
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    pip = [str(VENV / "bin" / "python"), "-m", "pip", "install", "-qq", "--require-hashes"]
    subprocess.run([*pip, "-r", str(LIST)], check=True)
    made.write_text(LIST.read_text())
