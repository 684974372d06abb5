"""What stands in the way of setting up is told in one sentence."""

import runpy
import shutil
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def setup() -> dict:
    """The script as the system's Python runs it."""
    return runpy.run_path(str(ROOT / "ops" / "setup.py"))


def test_a_full_disk_is_told(setup, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda path: Usage(10**9, 10**9, 10**6))
    with pytest.raises(SystemExit, match=r"^The disk of .* is full: at least \d+ MB must be free"):
        setup["check_folder"]()


def test_a_folder_that_cannot_be_written_to_is_told(setup, monkeypatch):
    def refuse(**options):
        raise PermissionError(30, "Read-only file system")

    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    with pytest.raises(SystemExit, match=r"cannot be written to \(Read-only file system\)\.$"):
        setup["check_folder"]()


def test_a_python_that_is_too_old_is_told(setup, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(sys, "version", "3.9.2 (main)")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"^Python 3\.11, 3\.12 or 3\.13 is needed"):
        setup["find_interpreter"]()


def test_another_python_on_the_path_serves_instead(setup, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 14, 0))
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert setup["find_interpreter"]() == "/usr/bin/python3.13"


def test_every_lock_file_carries_hashes_and_no_download_address():
    for name in ("requirements/run.txt", "requirements/dev.txt"):
        text = (ROOT / name).read_text()
        assert "--hash=sha256:" in text
        assert "://" not in text
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text()
