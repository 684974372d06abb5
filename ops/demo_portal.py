"""A web server over a demo school of its own, as it is today: for pictures and for Lighthouse."""

import os
import secrets
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import BrowserContext

from ops.run import answers
from ops.servers import free_port, passing_servers

ROOT = Path(__file__).resolve().parent.parent


def start_portal(stack: ExitStack) -> tuple[str, str]:
    """A web server over an own demo school; answers with its address and the head's password."""
    env = {
        **os.environ,
        **stack.enter_context(passing_servers("pictures")),
        "DJANGO_SETTINGS_MODULE": "logistics.settings.local",
        "SECRET_KEY": secrets.token_urlsafe(32),
    }
    for command in (
        ["migrate", "--verbosity", "0"],
        ["collectstatic", "--no-input", "--verbosity", "0"],
        ["demo_school"],
    ):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
    accounts = subprocess.run(
        [sys.executable, "manage.py", "demo_school", "--list"],
        cwd=ROOT, env=env, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    password = accounts.partition("sign in: head / ")[2].split()[0]
    port = free_port()
    web = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "logistics.wsgi", "--bind", f"127.0.0.1:{port}",
         "--log-level", "warning"],
        cwd=ROOT, env=env,
    )  # fmt: skip
    stack.callback(web.terminate)
    address = f"http://127.0.0.1:{port}"
    while not answers(f"{address}/sign-in/"):
        time.sleep(0.1)
    return address, password


def sign_in(context: BrowserContext, address: str, password: str) -> None:
    """Sign in as the head, as a person would."""
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.locator("input[name=login]").fill("head")
    page.locator("input[name=password]").fill(password)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{address}/")
    page.close()
