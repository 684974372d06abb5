"""A web server over a demo school of its own on a fixed day: for pictures and for Lighthouse."""

import os
import secrets
import subprocess
import sys
import time
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import psycopg2
from playwright.sync_api import BrowserContext

from ops.run import answers
from ops.servers import free_port, passing_servers

ROOT = Path(__file__).resolve().parent.parent
# Thursday of the twelfth school week, 9:30 in China: the day that the tests' demo school has, too.
MORNING = datetime(2025, 11, 20, 1, 30, tzinfo=UTC)
SCHEMA = "fixed_day"
CLOCKS = ("now", "statement_timestamp", "transaction_timestamp", "clock_timestamp")
CLOCK = """
    CREATE FUNCTION {schema}.{name}() RETURNS timestamptz STABLE LANGUAGE sql
    AS $$ SELECT pg_catalog.{name}() + interval '{shift} seconds' $$
"""


def given_shift() -> int:
    """How many seconds lie between the school's clock and ours."""
    return int(os.environ["STEWARD_SHIFT"])


def start_portal(stack: ExitStack) -> tuple[str, str]:
    """A web server over an own demo school; answers with its address and the accounts' password."""
    env = {
        **os.environ,
        **stack.enter_context(passing_servers("pictures")),
        "DJANGO_SETTINGS_MODULE": "ops.fixed_day",
        "SECRET_KEY": secrets.token_urlsafe(32),
        "STEWARD_SHIFT": str(int((MORNING - datetime.now(UTC)).total_seconds())),
    }
    manage(env, "migrate", "--verbosity", "0")
    manage(env, "collectstatic", "--no-input", "--verbosity", "0")
    set_clock(env["DATABASE_URL"], env["STEWARD_SHIFT"])
    manage(env, "demo_school", "--day", f"{MORNING:%Y-%m-%d}")
    accounts = manage(env, "demo_school", "--list")
    password = accounts.partition("sign in: head / ")[2].split()[0]
    return start_web(stack, env), password


def start_web(stack: ExitStack, env: dict[str, str], *options: str) -> str:
    """A web server that answers, with gunicorn's `options`; its address."""
    port = free_port()
    web = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "logistics.wsgi", "--bind", f"127.0.0.1:{port}",
         "--log-level", "warning", *options],
        cwd=ROOT, env=env,
    )  # fmt: skip
    stack.callback(web.terminate)
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while not answers(f"{address}/sign-in/"):
        if time.monotonic() > deadline:
            raise SystemExit("The web server has not answered within a minute; see above.")
        time.sleep(0.1)
    return address


def manage(env: dict[str, str], *arguments: str) -> str:
    """Run a management command; answers with what it printed."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env=env, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip


def set_clock(url: str, shift: str) -> None:
    """Give the database the school's clock; after the tables, which stand in `public`."""
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        for name in CLOCKS:
            cursor.execute(CLOCK.format(schema=SCHEMA, name=name, shift=shift))
    connection.close()


def sign_in(context: BrowserContext, address: str, password: str, number: str = "head") -> None:
    """Sign in as the head or another account, as a person would."""
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.locator("input[name=login]").fill(number)
    page.locator("input[name=password]").fill(password)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{address}/")
    page.close()
