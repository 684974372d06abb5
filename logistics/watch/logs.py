"""Lines of the log as JSON, without anything about a person.

A log is copied, shipped and kept for months, so it tells what happened and where in the code, not
to whom: no addresses, queries, form values, names or numbers. The house's own messages name ids
alone. Messages of packages may hold anything, so they are told without their facts, and an error
is told by its kind and the lines of code that it went through, without its words.
"""

import logging
import traceback
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from types import TracebackType
from typing import Any

from django.conf import settings
from django.db import OperationalError
from django_guid import get_guid
from pythonjsonlogger.json import JsonFormatter

from logistics.watch.requests import method_of, route_of

# Whose messages hold no facts about people: the house's own, and which broker is not reached.
TRUSTED = (*settings.HOUSE, "celery.worker.consumer", "celery.beat")
# What these say of themselves is about code or servers.
SPEAKING = (AttributeError, ImportError, NameError, TypeError, OperationalError)
FIELDS = ("method", "route", "status", "ms")
PACKAGES = Path(traceback.__file__).parent

ExceptionInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)


class Lines(JsonFormatter):
    """A record as one line of JSON: only the fields that are known, whatever it carries."""

    def __init__(self) -> None:
        super().__init__(json_ensure_ascii=False)

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: dict[str, Any]
    ) -> None:
        """Fill in what is told of `record`."""
        at = datetime.fromtimestamp(record.created, tz=UTC)
        log_data |= {
            "time": at.isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": message_of(record),
            "request_id": get_guid(),
            **request_of(record),
        }
        log_data |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[1]:
            log_data["error"] = told(record.exc_info[1])

    def formatException(self, ei: ExceptionInfo) -> str:
        """Nothing: the error is told in `add_fields`."""
        return ""


def message_of(record: logging.LogRecord) -> str:
    """The message; of a package's only the part that is written in its code."""
    if is_trusted(record.name):
        return record.getMessage()
    if status := getattr(record, "status_code", None):
        return f"{status} {HTTPStatus(status).phrase}"
    if isinstance(record.args, dict) and "name" in record.args:
        return f"Task {record.args['name']} {record.args.get('description', '')}".strip()
    if record.args:
        return str(record.msg)
    return f"See {short(record.pathname)}:{record.lineno}"


def is_trusted(name: str) -> bool:
    return any(name == each or name.startswith(f"{each}.") for each in TRUSTED)


def request_of(record: logging.LogRecord) -> dict[str, str]:
    """Method and route of the request that a record of Django's own carries."""
    request = getattr(record, "request", None)
    if request is None:
        return {}
    return {"method": method_of(request), "route": route_of(request)}


def told(error: BaseException) -> list[str]:
    """An error and what it came from: kinds and lines of code, the innermost last."""
    lines: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(lines) < 200:
        lines.append(kind_of(cause))
        frames = traceback.extract_tb(cause.__traceback__)
        lines += [f"{short(each.filename)}:{each.lineno} {each.name}" for each in frames]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return lines


def kind_of(error: BaseException) -> str:
    """The name of its class, with its words where those are never about people."""
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}: {error}".strip() if isinstance(error, SPEAKING) else name


def short(path: str) -> str:
    """A file of code, from the folder of the project or of the packages on."""
    for folder in ("site-packages/", f"{settings.BASE_DIR}/", f"{PACKAGES}/"):
        if folder in path:
            return path.split(folder, 1)[1]
    return path
