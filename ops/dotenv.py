"""The `.env` file, read strictly: a slip is told in one sentence instead of being passed over."""

import re
from pathlib import Path
from urllib.parse import urlsplit

LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")


def read_dotenv(path: Path) -> dict[str, str]:
    """The settings in `path`, {} where it is absent; ends with a sentence on a broken line."""
    if not path.exists():
        return {}
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (UnicodeDecodeError, OSError) as error:
        raise SystemExit(f"{path.name} cannot be read as UTF-8 text: {error}.") from None
    found: dict[str, str] = {}
    for number, line in enumerate(map(str.strip, lines), start=1):
        if line and not line.startswith("#"):
            found.update([pair(path, number, line)])
    return found


def pair(path: Path, number: int, line: str) -> tuple[str, str]:
    match = LINE.fullmatch(line)
    if not match:
        raise SystemExit(f"{path.name}, line {number}: expected NAME=value, found {line[:60]!r}.")
    name, value = match[1], match[2].strip()
    if value[:1] in {'"', "'"}:
        if len(value) < 2 or value[-1] != value[0]:
            raise SystemExit(f"{path.name}, line {number}: the quote of {name} is not closed.")
        return name, value[1:-1]
    return name, value


def check_settings(settings: dict[str, str]) -> None:
    """End with a sentence where PORT, DATABASE_URL or REDIS_URL cannot be meant so."""
    port = settings.get("PORT", "8000")
    if not port.isdecimal() or not 0 < int(port) < 65536:
        raise SystemExit(f"PORT must be a number from 1 to 65535, not {port!r}.")
    for name, schemes in {
        "DATABASE_URL": {"postgres", "postgresql"},
        "REDIS_URL": {"redis", "rediss", "unix"},
    }.items():
        value = settings.get(name)
        if value and urlsplit(value).scheme not in schemes:
            raise SystemExit(f"{name} must begin with {sorted(schemes)[0]}://, not {value[:20]!r}.")
