"""The storage of private files in a folder that goes away."""

import pytest


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """Where private files lie during the test."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path
