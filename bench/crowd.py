"""Many people at once: the web server as `make run` starts it, asked by several at a time."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from django.conf import settings
from django.db import connection
from django.test import Client

from ops.servers import free_port

SECONDS = 6.0
CONNECTIONS = 8


def gain(client: Client, path: str) -> float:
    """Pages a second under eight connections over pages a second under one."""
    cookie = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    with web_server() as port:
        pages_a_second(port, path, cookie, 1, seconds=1.0)
        alone = pages_a_second(port, path, cookie, 1)
        crowded = pages_a_second(port, path, cookie, CONNECTIONS)
    return crowded / alone


@contextmanager
def web_server() -> Iterator[int]:
    """gunicorn with two workers over the measured database; answers with its port."""
    port = free_port()
    address = "{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**connection.settings_dict)
    env = os.environ | {"DATABASE_URL": f"postgres://{address}"}
    command = ["gunicorn", "logistics.wsgi", "--bind", f"127.0.0.1:{port}", "--workers", "2"]
    server = subprocess.Popen([sys.executable, "-m", *command], env=env, stderr=subprocess.DEVNULL)
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def wait_for(port: int) -> None:
    """Until the server answers; raises TimeoutError after half a minute."""
    for _ in range(150):
        try:
            http.client.HTTPConnection("127.0.0.1", port, timeout=5).request("GET", "/healthz")
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError("the web server does not answer")


def pages_a_second(
    port: int, path: str, cookie: str, people: int, seconds: float = SECONDS
) -> float:
    """How many pages a second `people` get who each ask for the next as soon as one is there."""
    until = time.monotonic() + seconds

    def ask(_person: int) -> int:
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        asked = 0
        while time.monotonic() < until:
            line.request("GET", path, headers={"Cookie": cookie})
            answer = line.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"{path} answered {answer.status}")
            asked += 1
        return asked

    with ThreadPoolExecutor(people) as pool:
        return sum(pool.map(ask, range(people))) / seconds
