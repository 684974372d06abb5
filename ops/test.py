"""`make test`: every test, on a PostgreSQL and a Redis of their own in a folder that goes away.

Arguments are handed to pytest: `python -m ops.test tests/planning -k reminder`.
"""

import os
import subprocess
import sys
from pathlib import Path

from ops.servers import passing_servers

ROOT = Path(__file__).resolve().parent.parent
# Whoever has nothing left to do takes from the other: tests in a browser are long and come last.
SIDE_BY_SIDE = ["-n", "2", "--dist", "worksteal"]


def main(arguments: list[str]) -> int:
    """Run pytest with `arguments`, without any all tests at once; the exit code is pytest's."""
    with passing_servers("test") as servers:
        env = {**os.environ, **servers, "DJANGO_SETTINGS_MODULE": "logistics.settings.test"}
        command = [sys.executable, "-m", "pytest", *(arguments or SIDE_BY_SIDE)]
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
