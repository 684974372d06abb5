"""What jobs can be: each noun or area names its work here when the portal starts."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from campus.models import Job


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a job ends with: a sentence (source string and facts), and a file or a page.

    `file` is a name in the storage of private files; `path` a page of the portal.
    """

    text: str
    facts: dict[str, Any] = field(default_factory=dict)
    file: str = ""
    file_name: str = ""
    path: str = ""


Progress = Callable[[int, int], None]
"""Called with what is done and how much there is; cheap enough for every hundredth row."""

Work = Callable[[Job, Progress, datetime], Outcome]
"""The work itself: safe to begin anew, since a killed worker's job is done by the next one.

It runs in one transaction that is undone if it raises; `Refused` fails the job with its sentence.
"""

WORK: dict[str, Work] = {}


def name_work(kind: str, work: Work) -> None:
    """Let jobs of `kind` be done by `work`."""
    WORK[kind] = work
