"""`make screenshots`: the pictures of README and guide, of the demo school on its fixed day.

No picture shows a list of pupils, and everybody in them is invented.
"""

import os
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from ops.browser import LAUNCH, browser_settings, find_chromium
from ops.demo_portal import sign_in, start_portal

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 720}
# Photos that are seen are asked for late and drawn later still.
DECODED = """
Promise.all([...document.images].filter((each) => each.getBoundingClientRect().top < innerHeight)
  .map((each) => each.decode()))
"""
# Few enough for small files, and enough for the colours of states.
COLOURS = 64


@dataclass(frozen=True)
class Picture:
    """A page as `account` sees it: `path`, then the first link of each name in `via`."""

    account: str
    name: str
    path: str
    via: tuple[str, ...] = ()
    is_phone: bool = False

    @property
    def file(self) -> Path:
        """Where it is kept."""
        return PICTURES / f"{self.account}-{self.name}.png"


def on_phone(account: str, name: str, path: str, *via: str) -> Picture:
    """What somebody sees who has the portal in one hand."""
    return Picture(account, name, path, via, is_phone=True)


def at_desk(account: str, name: str, path: str, *via: str) -> Picture:
    """What somebody sees at a desktop."""
    return Picture(account, name, path, via)


# None shows an empty field for a date or a file: browsers write into those in a language of their
# own. Those of one account at one width stand together: it signs in once for them.
TAKEN = (
    at_desk("head", "my-day", "/"),
    at_desk("head", "dashboard", "/dashboard/"),
    at_desk("head", "report", "/reports/", "工作总结"),
    at_desk("dispatcher", "board", "/repairs/board/"),
    at_desk("dispatcher", "ticket", "/repairs/", "一体机触摸失灵"),
    on_phone("technician", "my-day", "/"),
    on_phone("technician", "round", "/repairs/day/"),
    at_desk("safety", "overview", "/safety/"),
    at_desk("safety", "hazard", "/safety/hazards/", "酒精与氧化剂同柜存放"),
    on_phone("safety", "drill", "/safety/drills/", "全校应急疏散演练", "计时清点"),
    on_phone("warden", "tonight", "/dormitory/", "晚点名"),
    at_desk("warden", "house", "/dormitory/", "松园宿舍"),
    at_desk("canteen", "week", "/canteen/menu/", "一周"),
    at_desk("canteen", "overview", "/canteen/"),
    on_phone("foodsafety", "my-day", "/"),
    at_desk("director", "controls", "/canteen/controls/"),
    at_desk("cleaning", "overview", "/cleaning/"),
    at_desk("cleaning", "areas", "/cleaning/areas/"),
    at_desk("fleet", "board", "/vehicles/board/"),
    at_desk("fleet", "dispatch", "/vehicles/requests/", "采购实验室耗材", "派车"),
    on_phone("driver", "trips", "/vehicles/trips/mine/"),
    on_phone("driver", "refuel", "/vehicles/fuel/refuels/new/"),
    at_desk("store", "supplies", "/repairs/supplies/"),
    at_desk("store", "assets", "/repairs/assets/"),
    on_phone("teacher", "my-day", "/"),
    on_phone("teacher", "fault", "/repairs/new/"),
    on_phone("teacher", "trip", "/vehicles/requests/", "维修设备送检"),
    at_desk("teacher", "rooms", "/rooms/"),
    at_desk("affairs", "assessment", "/assessment/"),
    at_desk("affairs", "duty-class", "/cleaning/duty-class/"),
    on_phone("pupil", "feedback", "/feedback/new/canteen/"),
    on_phone("pupil", "menu", "/canteen/menu/", "午餐"),
    on_phone("pupil", "wall", "/feedback/wall/"),
    on_phone("floor", "check", "/dormitory/my-floor/", "检查1层"),
    at_desk("admin", "promises", "/rules/promises/"),
    at_desk("admin", "school-time", "/school-time/"),
)


def main() -> None:
    """Start a portal of its own, take the pictures, and end it."""
    with ExitStack() as stack:
        address, password = start_portal(stack)
        os.environ |= browser_settings()
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=LAUNCH)
        PICTURES.mkdir(parents=True, exist_ok=True)
        for _seat, pictures in groupby(TAKEN, key=lambda each: (each.account, each.is_phone)):
            take(browser, address, password, list(pictures))
        browser.close()


def take(browser: Browser, address: str, password: str, pictures: list[Picture]) -> None:
    """Sign in as one account and photograph its pages."""
    first = pictures[0]
    context = browser.new_context(
        viewport=PHONE if first.is_phone else DESKTOP, locale="zh-CN",
        device_scale_factor=2 if first.is_phone else 1,
    )  # fmt: skip
    sign_in(context, address, password, first.account)
    page = context.new_page()
    for picture in pictures:
        page.goto(address + picture.path)
        for name in picture.via:
            follow(page, name)
        page.evaluate(DECODED)
        keep(page.screenshot(animations="disabled"), picture.file)
    context.close()


def follow(page: Page, name: str) -> None:
    """Go where the first link of the page's own that says `name` leads."""
    page.locator("main").get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def keep(shot: bytes, file: Path) -> None:
    """Keep a picture with few colours, which is a fifth of what the browser gives."""
    image = Image.open(BytesIO(shot)).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
