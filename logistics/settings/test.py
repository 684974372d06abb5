"""Tests: quick password hashes; servers are given by the test runner."""

import os

from logistics.settings.base import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.base import CACHES, MIDDLEWARE, REDIS_URL, ROBOT_SCHEMES, STORAGES

SECRET_KEY = "only-for-tests"  # noqa: S105  # the tests' own
DEMO_SCHOOL_ALLOWED = True
# The first hashes; the second is known for what is measured with production's own.
PASSWORD_HASHERS = [
    f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("MD5", "PBKDF2")
]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
# The live server serves static files as they lie.
MIDDLEWARE = [each for each in MIDDLEWARE if not each.startswith("whitenoise.")]
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
LANGUAGE_CODE = "zh-hans"
# Tests that run side by side share no cache: one that empties its own would sign others out of it.
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
REDIS_URL = f"{REDIS_URL.rpartition('/')[0]}/{WORKER}"
CACHES = {"default": CACHES["default"] | {"LOCATION": REDIS_URL}}
CELERY_BROKER_URL = REDIS_URL
ROBOT_SCHEMES = [*ROBOT_SCHEMES, "json", "jsons"]
