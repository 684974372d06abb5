"""`make screenshots`: the README's pictures, of the demo school on a fixed day, at both widths."""

import os
import secrets
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from ops.browser import LAUNCH, browser_settings, find_chromium
from ops.run import answers
from ops.servers import free_port, passing_servers

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = "2026-11-18"
WIDTHS: dict[str, ViewportSize] = {
    "360": {"width": 360, "height": 780},
    "1440": {"width": 1440, "height": 900},
}
PAGES = {"my-day": "/", "calendar": "/calendar/?month=2026-11", "plan": "/plan/"}


def main() -> None:
    """Start a portal of its own, take the pictures, and end it."""
    with ExitStack() as stack:
        address, password = start_portal(stack)
        os.environ |= browser_settings()
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=LAUNCH,
        )
        PICTURES.mkdir(parents=True, exist_ok=True)
        for width, size in WIDTHS.items():
            take(browser, address, password, width, size)
        browser.close()


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
        ["demo_school", "--day", DAY],
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


def take(browser: Browser, address: str, password: str, width: str, size: ViewportSize) -> None:
    """Sign in as the head and photograph each page."""
    context = browser.new_context(viewport=size, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.locator("input[name=login]").fill("head")
    page.locator("input[name=password]").fill(password)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{address}/")
    for name, path in PAGES.items():
        page.goto(address + path)
        page.screenshot(path=str(PICTURES / f"{name}-{width}.png"))
    context.close()


if __name__ == "__main__":
    main()
