"""Production settings: what they refuse, and what their log looks like."""

import json
import os
import subprocess
import sys
from pathlib import Path

from ops.lint import PRODUCTION

ROOT = Path(__file__).resolve().parent.parent.parent
WARN = "import logging; logging.getLogger('campus.jobs.actions').warning('Job %s broke.', 7)"


def run(*arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
    """`manage.py` under production settings, with some of them other than they should be."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env={**without_browser(), **PRODUCTION, **given}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def without_browser() -> dict[str, str]:
    """The environment but for what the browser tests set in it, which Django warns of."""
    return {name: value for name, value in os.environ.items() if "ASYNC_UNSAFE" not in name}


def test_a_short_or_default_secret_is_refused():
    for secret in ("short", "change-me-to-a-random-text-of-50-characters-and-more"):
        done = run("check", SECRET_KEY=secret)
        assert "SECRET_KEY must be set to a random text of 50 characters" in done.stderr


def test_django_finds_nothing_to_warn_of_in_its_deployment():
    done = run("check", "--deploy", "--fail-level", "WARNING")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_log_is_json_a_line():
    done = run("shell", "--verbosity", "0", "--command", WARN)
    [line] = [json.loads(each) for each in done.stderr.splitlines()]
    assert (line["level"], line["message"]) == ("WARNING", "Job 7 broke.")
