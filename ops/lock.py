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
    """Write requirements/dev.txt, then run.txt with the very same versions."""
    compile_list("dev.txt", "--extra", "dev")
    compile_list("run.txt", "--constraint", "requirements/dev.txt")


def compile_list(name: str, *extra: str) -> None:
    subprocess.run(
        [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", *SAME, *extra,
         "--output-file", f"requirements/{name}"],
        cwd=ROOT, check=True,
    )  # fmt: skip


if __name__ == "__main__":
    main()
