"""`make lighthouse`: Google's Lighthouse on a phone's profile, over pages of a demo portal.

Prints the four scores of each page, of 100, and what costs points. Lighthouse itself is locked in
bench/lighthouse/, so that neither `make run` nor `make test` has to fetch it.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from ops.browser import LAUNCH, browser_settings, find_chromium
from ops.demo_portal import sign_in, start_portal

HERE = Path(__file__).resolve().parent / "lighthouse"
PAGES = {"sign-in": "/sign-in/", "My day": "/", "list": "/desk/", "form": "/desk/new/"}
SCORES = ("performance", "accessibility", "best-practices", "seo")


def main() -> None:
    """Fetch Lighthouse, start a portal, look at each page, end the portal."""
    programs = Path(sys.executable).parent  # the environment's own node and npm
    os.environ |= browser_settings() | {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=HERE, check=True, capture_output=True,
    )  # fmt: skip
    with ExitStack() as stack:
        address, password = start_portal(stack)
        cookie = session_cookie(address, password)
        print("page", *SCORES, sep="\t")
        for name, path in PAGES.items():
            headers = {"Accept-Language": "zh-CN"}
            if name != "sign-in":
                headers["Cookie"] = cookie
            tell(name, looked_at(address + path, headers))


def session_cookie(address: str, password: str) -> str:
    """What a browser in which the head has signed in sends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=LAUNCH)
        context = browser.new_context(locale="zh-CN")
        sign_in(context, address, password)
        cookies = context.cookies()
        browser.close()
    return "; ".join(f"{each['name']}={each['value']}" for each in cookies)


def looked_at(address: str, headers: dict[str, str]) -> dict[str, Any]:
    """Lighthouse's report on one page, on its usual phone behind its usual slow network."""
    with tempfile.TemporaryDirectory() as profile:
        flags = ["--headless=new", f"--user-data-dir={profile}", *LAUNCH]
        done = subprocess.run(
            ["node", "node_modules/lighthouse/cli/index.js", address, "--quiet", "--output=json",
             f"--chrome-flags={' '.join(flags)}", f"--extra-headers={json.dumps(headers)}"],
            cwd=HERE, check=True, capture_output=True, text=True,
            env=os.environ | {"CHROME_PATH": find_chromium() or ""},
        )  # fmt: skip
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def tell(name: str, report: dict[str, Any]) -> None:
    """The scores, then the audits that cost points."""
    scores = [report["categories"][score]["score"] for score in SCORES]
    print(name, *(round(100 * score) for score in scores), sep="\t", flush=True)
    for score in SCORES:
        for each in report["categories"][score]["auditRefs"]:
            audit = report["audits"][each["id"]]
            if each["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                print(f"  {score}: {audit['title']} {audit.get('displayValue', '')}".rstrip())


if __name__ == "__main__":
    main()
