"""A school's own server: refuses to start with a default secret or with demo accounts."""

from django.core.exceptions import ImproperlyConfigured

from logistics.settings.base import *  # noqa: F403  # settings are one namespace by Django's design
from logistics.settings.base import SECRET_KEY, env

if len(SECRET_KEY) < 32 or SECRET_KEY.startswith(("only-for", "change-me", "django-insecure")):
    raise ImproperlyConfigured("SECRET_KEY must be set to a random text of 32 characters or more.")
for _needed in ("DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL"):
    if not env(_needed, default=""):
        raise ImproperlyConfigured(f"{_needed} must be set in production.")

DEMO_SCHOOL_ALLOWED = False
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=1)
