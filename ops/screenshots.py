"""`make screenshots`: the README's pictures, of the demo school on a fixed day, at both widths."""

import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from ops.browser import find_chromium, font_settings
from ops.run import answers
from ops.servers import free_port, secret, start_postgres, start_redis

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
        address = start_portal(stack)
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
            env={**os.environ, **font_settings()},
        )
        PICTURES.mkdir(parents=True, exist_ok=True)
        for width, size in WIDTHS.items():
            take(browser, address, width, size)
        browser.close()


def start_portal(stack: ExitStack) -> str:
    """A web server over an own demo school; answers with its address."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="steward-pictures-")))
    postgres = start_postgres(folder, durable=False)
    stack.callback(postgres.stop)
    broker = start_redis(folder)
    stack.callback(broker.stop)
    env = {
        **os.environ, "DATABASE_URL": postgres.url, "REDIS_URL": broker.url,
        "DJANGO_SETTINGS_MODULE": "logistics.settings.local",
        "SECRET_KEY": secret(folder, "django"),
    }  # fmt: skip
    for command in (
        ["migrate", "--verbosity", "0"],
        ["collectstatic", "--no-input", "--verbosity", "0"],
        ["demo_school", "--day", DAY],
    ):
        subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, env=env, check=True)
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
    return address


def take(browser: Browser, address: str, width: str, size: ViewportSize) -> None:
    """Sign in as the head and photograph each page."""
    from campus.demo import PASSWORD  # noqa: PLC0415  # asks for Django, which only this needs

    context = browser.new_context(viewport=size, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{address}/sign-in/")
    page.locator("input[name=login]").fill("head")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button.btn-primary").click()
    page.wait_for_url(f"{address}/")
    for name, path in PAGES.items():
        page.goto(address + path)
        page.screenshot(path=str(PICTURES / f"{name}-{width}.png"))
    context.close()


if __name__ == "__main__":
    main()
