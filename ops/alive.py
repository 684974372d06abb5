"""Health checks of the containers: `python -m ops.alive web`, `worker` or `beat`; 0 is healthy.

Light enough for every half minute: no Django, one question.
"""

import http.client
import os
import socket
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

import redis

# As logistics/celery.py leaves them; importing that would start half of the portal.
BEAT_KEY = "sign-of-life:beat"
WORKER_KEY = "sign-of-life:worker:{}"


def main(part: str) -> int:
    """0 where `part` of this machine is alive, else 1 with a sentence."""
    try:
        if PARTS[part]():
            return 0
        print(f"{part} gives no sign of life")
    except (OSError, http.client.HTTPException, redis.RedisError) as error:
        print(f"{part}: {type(error).__name__}")
    return 1


def web() -> bool:
    """Whether the web process and its database answer, asked as the proxy asks."""
    port = int(os.environ.get("BIND", ":8000").rpartition(":")[2])
    host = urlsplit(os.environ["SITE_URL"]).netloc
    server = http.client.HTTPConnection("127.0.0.1", port, timeout=8)
    server.request("GET", "/healthz/web", headers={"Host": host, "X-Forwarded-Proto": "https"})
    return server.getresponse().status == 200


def worker() -> bool:
    """Whether the worker of this container has left its sign of life."""
    return is_set(WORKER_KEY.format(socket.gethostname()))


def beat() -> bool:
    """Whether the clock goes on."""
    return is_set(BEAT_KEY)


def is_set(key: str) -> bool:
    url = os.environ["REDIS_URL"]
    with redis.Redis.from_url(url, socket_connect_timeout=5, socket_timeout=5) as client:
        return bool(client.exists(key))


PARTS: dict[str, Callable[[], bool]] = {"web": web, "worker": worker, "beat": beat}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
