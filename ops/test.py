"""`make test`: every test, on a PostgreSQL and a Redis of their own in a folder that goes away.

Arguments are handed to pytest: `python -m ops.test tests/planning -k reminder`.
"""

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from ops.servers import start_postgres, start_redis

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str]) -> int:
    """Run pytest with `arguments`; the exit code is pytest's."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="steward-test-")))
        postgres = start_postgres(folder, durable=False)
        stack.callback(postgres.stop)
        broker = start_redis(folder)
        stack.callback(broker.stop)
        env = {
            **os.environ,
            "DATABASE_URL": postgres.url,
            "REDIS_URL": broker.url,
            "DJANGO_SETTINGS_MODULE": "logistics.settings.test",
        }
        workers = [] if "-n" in arguments or "-p" in arguments or arguments else ["-n", "2"]
        return subprocess.run(
            [sys.executable, "-m", "pytest", *workers, *arguments], cwd=ROOT, env=env, check=False
        ).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
