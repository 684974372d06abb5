"""`make attack`: two well-known attackers against a started portal over a demo school of its own.

wapiti3 walks through the pages as the head (whose session it is given) and as nobody, and attacks
each form and parameter that it finds; sqlmap tries to slip SQL into the parameters of the lists,
the sign-in and the API. Both have an environment of their own (`requirements/attack.txt`): they are
tools and no part of the portal. Whatever they find is printed, and ends the command with 1.
Modules of wapiti that ask other hosts are left out: nothing leaves this machine.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlencode

import requests

from ops.demo_portal import start_portal

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-attack"
LIST = ROOT / "requirements" / "attack.txt"
MODULES = (
    "sql,timesql,xss,permanentxss,file,exec,crlf,redirect,csp,cookieflags,http_headers,csrf,"
    "upload,ldap,shellshock,htaccess"
)
# Minutes that a walk may take; `ATTACK_MINUTES=60` looks longer.
MINUTES = int(os.environ.get("ATTACK_MINUTES", "12"))
# To sign out would end the walk; the rescue pages are Django's own.
LET_BE = ("/sign-out/.*", "/rescue/.*", "/language/.*", "/account/devices/.*", ".*[?&]page=.*")
# The demo portal speaks http to this machine alone; in production the proxy speaks https and both
# are set there (`tests/logistics/test_production.py`).
HTTP_ALONE = ("Strict-Transport-Security", "Secure flag", "HTTP Secure Headers", "X-XSS-Protection")
# What sqlmap says when it has found something.
FOUND = ("identified the following injection point", "is vulnerable", "appears to be injectable")

# Each with parameters that reach the database: lists, searches, choices, days.
QUERIES = (
    "/repairs/?q=1&status=new&category=1&priority=urgent&sort=raised_at",
    "/people/?q=1&kind=staff&department=1",
    "/search/?q=1",
    "/calendar/?month=2025-11&unit=1",
    "/safety/hazards/?q=1&status=new&since=2025-09-01",
    "/places/suggest/?q=1",
    "/webhooks/deliveries/?state=sent&webhook=1",
    "/plan/?q=1&month=11&status=planned",
)


def main() -> int:
    """Run both; 1 if either has found something."""
    install()
    with ExitStack() as stack:
        address, password = start_portal(stack)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        session = signed_in(address, password)
        found = [
            *walked(folder / "head.json", address, session),
            *walked(folder / "nobody.json", address, None),
            *injected(folder, address, session, password),
        ]
    print("\n".join(found) or "Nothing was found.")
    return 1 if found else 0


def install() -> None:
    """The attackers, by their locked list."""
    stamp = VENV / "made"
    if stamp.exists() and stamp.read_text() == LIST.read_text():
        return
    print("Preparing: attackers …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    subprocess.run(
        [VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--require-hashes",
         "--disable-pip-version-check", "-r", LIST],
        check=True,
    )  # fmt: skip
    stamp.write_text(LIST.read_text())


def signed_in(address: str, password: str) -> requests.Session:
    """The head's session, as a browser would get it."""
    session = requests.Session()
    session.trust_env = False
    page = session.get(f"{address}/sign-in/")
    token = page.text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    typed = {"login": "head", "password": password, "csrfmiddlewaretoken": token}
    answer = session.post(f"{address}/sign-in/", data=typed, headers={"Referer": address})
    if answer.url != f"{address}/":
        raise SystemExit("The attackers could not sign in.")
    return session


def cookies_of(session: requests.Session) -> str:
    return "; ".join(f"{each.name}={each.value}" for each in session.cookies)


def walked(report: Path, address: str, session: requests.Session | None) -> Iterator[str]:
    """What wapiti finds, with a session or as somebody who is not signed in."""
    who = ["--header", f"Cookie: {cookies_of(session)}"] if session else []
    command: list[str | Path] = [
        VENV / "bin" / "wapiti", "--url", f"{address}/", "--scope", "folder", "--module", MODULES,
        "--max-scan-time", str(MINUTES * 60), "--max-attack-time", "120", "--max-links-per-page",
        "40", "--depth", "4", "--tasks", "4", "--format", "json", "--output", report,
        "--flush-session", "--no-bugreport", "--store-session", report.parent, *who,
    ]  # fmt: skip
    for each in LET_BE:
        command += ["--exclude", f"{address}{each}"]
    print(f"wapiti, {'as the head' if session else 'as nobody'}, {MINUTES} minutes …", flush=True)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not report.exists():
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    told = json.loads(report.read_text())
    print(f"  {told['infos']['crawled_pages_nbr']} pages and forms were walked through.")
    for kind in ("vulnerabilities", "anomalies"):
        for name, cases in told[kind].items():
            yield from (f"wapiti: {name}: {each['method']} {each['path']} {each['info']}"
                        for each in cases if is_news(f"{name} {each['info']}"))  # fmt: skip


def is_news(words: str) -> bool:
    """Whether it says more than that the demo portal speaks http."""
    return not any(each in words for each in HTTP_ALONE)


def injected(folder: Path, address: str, session: requests.Session, password: str) -> Iterator[str]:
    """What sqlmap finds in the parameters of lists and of the sign-in."""
    signed = ["--cookie", cookies_of(session)]
    for path in QUERIES:
        yield from slipped(folder, [f"--url={address}{path}", *signed])
    typed = urlencode({"login": "head", "password": password, "csrfmiddlewaretoken": "-"})
    form = ["--data", typed, "--csrf-token=csrfmiddlewaretoken", f"--csrf-url={address}/sign-in/"]
    yield from slipped(folder, [f"--url={address}/sign-in/", *form])
    bearer = ["--headers=Authorization: Bearer 1*"]
    yield from slipped(folder, [f"--url={address}/api/v1/tickets?q=1&limit=1", *bearer])


def slipped(folder: Path, target: list[str]) -> Iterator[str]:
    """What sqlmap says of one target."""
    shown = target[0].removeprefix("--url=")
    print(f"sqlmap: {shown} …", flush=True)
    done = subprocess.run(
        [VENV / "bin" / "sqlmap", *target, "--batch", "--level=2", "--risk=2",
         "--dbms=PostgreSQL", "--technique=BEUSTQ", "--time-sec=3", "--flush-session",
         "--ignore-code=*", "--output-dir", folder / "sqlmap", "--disable-coloring"],
        capture_output=True, text=True, check=False, env=os.environ | {"HOME": str(folder)},
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if any(each in line for each in FOUND)]
    if "all tested parameters do not appear to be injectable" not in done.stdout and not lines:
        lines = [f"sqlmap did not come to an end: {done.stdout[-500:]}{done.stderr[-300:]}"]
    # It calls what merely looks different "injectable" before it has checked; only the list of
    # injection points counts.
    if FOUND[0] in done.stdout or "did not come to an end" in "".join(lines):
        yield from (f"sqlmap: {shown}: {line}" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
