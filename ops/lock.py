"""`make lock`: resolve the dependencies of pyproject.toml for every supported platform at once.

The lists carry hashes and no addresses, so that any mirror of the package index may serve them.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAME = [
    "--quiet", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate",
    "--no-header", "--no-emit-index-url", "--no-emit-find-links", "--upgrade",
]  # fmt: skip


def main() -> None:
    """Write requirements/dev.txt, run.txt with the very same versions, what the bench measures
    beside the portal, and what attacks it."""
    compile_list("dev.txt", "pyproject.toml", "--extra", "dev")
    compile_list("run.txt", "pyproject.toml", "--constraint", "requirements/dev.txt")
    compile_list("helpdesk.txt", "bench/helpdesk/requirements.in")
    compile_list("attack.txt", "requirements/attack.in")


def compile_list(name: str, *given: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", *given, *SAME,
         "--output-file", f"requirements/{name}"],
        cwd=ROOT, check=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
