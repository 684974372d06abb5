"""Imports run in the tests' own process; their files go away with the test."""

import pytest
from django.utils import translation


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "files"


@pytest.fixture(autouse=True)
def no_worker(monkeypatch):
    """Nobody else takes the jobs up."""
    monkeypatch.setattr("campus.jobs.actions.wake_task", lambda name, arguments: None)


@pytest.fixture(autouse=True)
def in_english():
    """Sentences are told by their source."""
    with translation.override("en"):
        yield
