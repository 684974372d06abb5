"""A school's own server: refuses to start with a default secret or with demo accounts."""

from django.core.exceptions import ImproperlyConfigured

from logistics.settings.base import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.base import LOGGING, MEDIA_ROOT, SECRET_KEY, env

if len(SECRET_KEY) < 50 or SECRET_KEY.startswith(("only-for", "change-me", "django-insecure")):
    raise ImproperlyConfigured("SECRET_KEY must be set to a random text of 50 characters or more.")
for _needed in ("DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL"):
    if not env(_needed, default=""):
        raise ImproperlyConfigured(f"{_needed} must be set in production.")

DEMO_SCHOOL_ALLOWED = False
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
# Asked within the machine; the proxy keeps the figures from everybody outside.
SECURE_REDIRECT_EXEMPT = [r"^healthz(/web)?$", r"^metrics$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Preloading binds the school's whole domain for years; that is not the portal's to ask for.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
# Heads and administrators see everybody's data: a password alone does not let them in.
SECOND_FACTOR_REQUIRED = env.bool("SECOND_FACTOR_REQUIRED", default=True)
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1)

# The address within the proxy at which it sends private files; empty where no proxy does.
FILES_BY_PROXY = env("FILES_BY_PROXY", default="")
# Big uploads wait beside the files that they become, not in memory; the image makes the folder.
_incoming = MEDIA_ROOT / ".incoming"
FILE_UPLOAD_TEMP_DIR = _incoming if _incoming.is_dir() else None

LOGGING = {
    **LOGGING,
    "formatters": {"line": {"()": "logistics.watch.logs.Lines"}},
    "loggers": {
        "logistics.watch.requests": {"level": "INFO"},
        "campus.account": {"level": "INFO"},
        # Each request has its line already; of Django's own only those about errors are kept.
        "django.request": {"level": "ERROR"},
    },
}
