"""`make screenshots`: the README's pictures, of the demo school on a fixed day, at both widths."""

import os
from contextlib import ExitStack
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from ops.browser import LAUNCH, browser_settings, find_chromium
from ops.demo_portal import sign_in, start_portal

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
WIDTHS: dict[str, ViewportSize] = {
    "360": {"width": 360, "height": 780},
    "1440": {"width": 1440, "height": 900},
}
PAGES = {
    "my-day": "/",
    "calendar": "/calendar/?month=2026-11",
    "desk": "/desk/",
    "case": "/search/?q=E-2026-0010",  # a number leads to its record
}


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


def take(browser: Browser, address: str, password: str, width: str, size: ViewportSize) -> None:
    """Sign in as the head and photograph each page."""
    context = browser.new_context(viewport=size, locale="zh-CN")
    sign_in(context, address, password)
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(address + path)
        page.screenshot(path=str(PICTURES / f"{name}-{width}.png"))
    context.close()


if __name__ == "__main__":
    main()
