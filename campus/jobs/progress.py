"""How far a job is, in the cache: seen at once from outside its transaction, harmless if lost."""

import time
from dataclasses import dataclass

from django.core.cache import cache

from campus.jobs.registry import Progress
from campus.models import Job

KEPT_SECONDS = 3600
# More often than this nobody can see.
PACE_SECONDS = 0.2


@dataclass(frozen=True)
class HowFar:
    """`done` of `of` pieces; 0 of 0 before the work has begun to count."""

    done: int = 0
    of: int = 0

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.of) if self.of else 0


def how_far(job: Job) -> HowFar:
    """How far the job is, as far as is known."""
    return HowFar(*cache.get(key_of(job), (0, 0)))


def progress_of(job: Job) -> Progress:
    """The function that the job's work calls; the last piece is always noted."""
    last = 0.0

    def note(done: int, of: int) -> None:
        nonlocal last
        if done < of and time.monotonic() - last < PACE_SECONDS:
            return
        last = time.monotonic()
        cache.set(key_of(job), (done, of), KEPT_SECONDS)

    return note


def key_of(job: Job) -> str:
    return f"job:{job.pk}:how-far"
