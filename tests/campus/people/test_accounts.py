"""Production serves no school whose passwords are published."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from campus.people.accounts import refuse_demo_accounts

ROOT = Path(__file__).resolve().parents[3]
GIVEN = {
    "DATABASE_URL": "postgres://x", "REDIS_URL": "redis://x", "ALLOWED_HOSTS": "x",
    "SITE_URL": "https://x", "EMAIL_URL": "smtp://x", "SECRET_KEY": "k" * 50,
}  # fmt: skip


def test_demo_accounts_are_refused_in_production(settings, head):
    settings.DEMO_SCHOOL_ALLOWED = False
    refuse_demo_accounts()
    head.is_demo = True
    head.save()
    with pytest.raises(ImproperlyConfigured, match=r"^1 demo accounts are"):
        refuse_demo_accounts()


def test_demo_accounts_are_welcome_on_ones_own_machine(head):
    head.is_demo = True
    head.save()
    refuse_demo_accounts()


def start(**changed: str) -> str:
    """What production settings say when they are read with these values; empty if nothing."""
    env = {"PATH": os.environ["PATH"], **GIVEN, **changed}
    done = subprocess.run(
        [sys.executable, "-c", "import logistics.settings.production"],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.stderr.strip().rpartition("ImproperlyConfigured: ")[2]


def test_production_starts_with_everything_given():
    assert start() == ""


@pytest.mark.parametrize("secret", ["", "short", "change-me-to-a-random-text-of-50-characters"])
def test_a_default_secret_is_refused(secret):
    assert start(SECRET_KEY=secret) == (
        "SECRET_KEY must be set to a random text of 50 characters or more."
    )


@pytest.mark.parametrize("name", ["DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "EMAIL_URL"])
def test_a_missing_address_is_named(name):
    assert start(**{name: ""}) == f"{name} must be set in production."
