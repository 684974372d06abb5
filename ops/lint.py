"""`make lint`: every check that needs no server; all of them run, even if one fails."""

import os
import secrets
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEST = "logistics.settings.test"
# The longest is begun first.
CHECKS = {
    "types": ["mypy", "."],
    "style": ["ruff", "check", "--quiet", "."],
    "layout": ["ruff", "format", "--check", "--quiet", "."],
    "walls": ["lint-imports"],
    "templates": ["djlint", "templates", "--lint", "--quiet"],
    "settings": ["manage.py", "check", "--fail-level", "WARNING"],
    "production": ["manage.py", "check", "--deploy", "--fail-level", "WARNING"],
    "migrations": ["manage.py", "makemigrations", "--check", "--dry-run"],
    "messages": ["ops.messages", "check"],
}
# Production settings refuse to load without these; nothing is asked of any of the addresses.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "logistics.settings.production",
    "SECRET_KEY": secrets.token_urlsafe(50),
    "DATABASE_URL": "postgres://steward@database.example/steward",
    "REDIS_URL": "redis://broker.example/0",
    "ALLOWED_HOSTS": "steward.school.example",
    "SITE_URL": "https://steward.school.example",
    "EMAIL_URL": "smtp+tls://mail.school.example:587",
}


def main() -> int:
    """Run the checks, two at a time; 1 if any of them found something."""
    with ThreadPoolExecutor(2) as pool:
        good = dict(zip(CHECKS, pool.map(passes, CHECKS, CHECKS.values()), strict=True))
    failed = [name for name in CHECKS if not good[name]]
    print(f"Failed: {', '.join(failed)}" if failed else "All checks passed.")
    return 1 if failed else 0


def passes(name: str, command: list[str]) -> bool:
    begun = time.monotonic()
    place = PRODUCTION if name == "production" else {"DJANGO_SETTINGS_MODULE": TEST}
    env = {**os.environ, **place}
    done = subprocess.run(
        whole(command), cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    good = done.returncode == 0
    print(f"{'ok' if good else 'FAILED':7}{name} ({time.monotonic() - begun:.0f} s)", flush=True)
    if not good:
        print(done.stdout + done.stderr)
    return good


def whole(command: list[str]) -> list[str]:
    """The command as it is run: a script of the environment, manage.py, or a module."""
    if command[0] == "lint-imports":
        return [str(Path(sys.executable).with_name("lint-imports"))]
    if command[0] == "manage.py":
        return [sys.executable, *command]
    return [sys.executable, "-m", *command]


if __name__ == "__main__":
    sys.exit(main())
