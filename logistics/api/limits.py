"""How often a program may call: counted by the minute in Redis, beside the sign-in's own counts."""

from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.utils.translation import gettext as _

from logistics.api.problems import Problem

MINUTE = 60


@dataclass(frozen=True)
class Count:
    """How many calls of this minute are used, and in how many seconds the next one begins."""

    limit: int
    used: int
    reset: int

    @property
    def is_over(self) -> bool:
        return self.used > self.limit

    @property
    def headers(self) -> dict[str, str]:
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(0, self.limit - self.used)),
            "RateLimit-Reset": str(self.reset),
        }


def count(whose: str, most: int, *, at: datetime) -> Count:
    """Count one more call of `whose`."""
    minute, second = divmod(int(at.timestamp()), MINUTE)
    name = f"api:{whose}:{minute}"
    cache.add(name, 0, 2 * MINUTE)
    return Count(limit=most, used=cache.incr(name), reset=MINUTE - second)


def refuse_beyond(counted: Count) -> None:
    """Raise a Problem that says when to come again."""
    if counted.is_over:
        words = _("At most %(limit)d calls a minute. Come again in %(seconds)d seconds.")
        facts = {"limit": counted.limit, "seconds": counted.reset}
        headers = {**counted.headers, "Retry-After": str(counted.reset)}
        raise Problem(429, words % facts, headers=headers)
