"""How gunicorn serves the portal in production; docker-compose.yml names this file.

Threads, not bare processes: an upload over a poor line takes minutes, in which a process without
threads would answer nobody else, and would be taken for hung after `timeout`.
"""

import os
import shutil
from pathlib import Path

bind = os.environ.get("BIND", "0.0.0.0:8000")  # inside a container, behind the proxy
workers = int(os.environ.get("WEB_PROCESSES") or 2)
threads = int(os.environ.get("WEB_THREADS") or 4)
worker_class = "gthread"
worker_tmp_dir = "/dev/shm"  # noqa: S108  # a sign of life must not wait for a disk
timeout = 60
graceful_timeout = 30
keepalive = 75

# The same lines as the portal's own; gunicorn's about starting and stopping are left out.
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "logistics.watch.logs.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {"gunicorn.error": {"level": "ERROR", "handlers": ["console"], "propagate": False}},
    "root": {"level": "WARNING", "handlers": ["console"]},
}


def on_starting(server: object) -> None:
    """Figures of processes that are gone would be counted for ever."""
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir(parents=True)
