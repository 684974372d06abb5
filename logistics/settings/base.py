"""Settings that hold wherever the portal runs. Addresses and secrets come from the environment."""

import json
import os
from datetime import timedelta
from pathlib import Path

import environ
import pghistory
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _
from django_guid.integrations.celery import CeleryIntegration

from logistics.settings import clock, identity

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")
DATA_DIR = Path(env("STEWARD_DATA", default=str(BASE_DIR / ".data")))
_running = DATA_DIR / "running.json"
# `manage.py` in a second terminal finds the servers that `make run` has started.
_own = json.loads(_running.read_text()) if os.access(_running, os.R_OK) else {}


def given(name: str) -> str:
    """A setting from the environment, or of the running portal; an empty one counts as none."""
    return env(name, default="") or _own.get(name, "")


SECRET_KEY = given("SECRET_KEY")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])

# The apps of the house, ground first; each is a work area or a storey.
HOUSE = [
    "campus", "planning", "inspections", "repairs", "safety", "dormitory", "cleaning", "canteen",
    "vehicles", "rooms", "logistics",
]  # fmt: skip

INSTALLED_APPS = [
    *HOUSE,
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.admin",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.idp.oidc",
    "pgtrigger",
    "pghistory",
    "django_filters",
    "django_guid",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_guid.middleware.guid_middleware",
    "logistics.watch.requests.RequestsMiddleware",
    "csp.middleware.CSPMiddleware",
    "logistics.api.middleware.TokensOnlyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "campus.shell.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "campus.submissions.middleware.KeepTypedMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "campus.records.middleware.WhoChangedMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "campus.account.middleware.DevicesMiddleware",
    "campus.people.middleware.FirstPasswordMiddleware",
    "campus.account.middleware.SecondFactorMiddleware",
    "campus.audit.middleware.AuditorMiddleware",
    "campus.submissions.middleware.OncePerFormMiddleware",
    "campus.doors.DoorsMiddleware",
    "campus.identity.middleware.IdentityMiddleware",
]

ROOT_URLCONF = "logistics.urls"
WSGI_APPLICATION = "logistics.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "logistics.navigation.shell",
            ],
            "builtins": ["campus.shell.templatetags.shell"],
        },
    },
]

DATABASES = {
    "default": env.db_url_config(
        given("DATABASE_URL") or "postgres://steward@127.0.0.1:5432/steward"
    )
}
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = given("REDIS_URL") or "redis://127.0.0.1:6379/0"
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
}

# People and sign-in
AUTH_USER_MODEL = "campus.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "my_day"
ACCOUNT_ADAPTER = "campus.account.adapter.SchoolAccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = "number"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PRESERVE_USERNAME_CASING = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = None  # asked at sign-in: classroom screens are shared
ACCOUNT_FORMS = {
    "login": "campus.people.forms.SignIn",
    "reauthenticate": "campus.account.forms.ConfirmByPassword",
}
# A whole school shares one public address, where hundreds sign in within a minute at noon: the
# lockout counts by account, which stays shut for the rest of 5 minutes after 5 failures.
ACCOUNT_RATE_LIMITS = {
    "login": "1200/m/ip",
    "login_failed": "100/m/ip,5/5m/key",
    "app": "1200/m/ip",
}
# Second factors: codes of an app (RFC 6238). One step of 30 seconds before and after is taken, for
# phones whose clocks are off. Production asks them of heads and administrators.
SECOND_FACTOR_REQUIRED = False
MFA_ADAPTER = "campus.account.adapter.SchoolFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "campus.account.forms.SignInCode",
    "reauthenticate": "campus.account.forms.ConfirmByCode",
    "activate_totp": "campus.account.forms.SetUpCode",
}
# The school's identity: ways to sign in besides number and password, see docs/administrator.md.
IDENTITY_WAYS = identity.ways(given)
CAS_VERSION = "3"
SOCIALACCOUNT_ADAPTER = "campus.identity.adapter.SchoolIdentityAdapter"
# Being the identity for the school's apps (OpenID Connect); without a key no app is let in.
IDP_OIDC_ADAPTER = "campus.clients.adapter.SchoolProviderAdapter"
IDP_OIDC_PRIVATE_KEYS = identity.signing_keys(given("IDENTITY_KEYS"))
IDP_OIDC_AUTH_METHODS = ["client_secret_basic", "client_secret_post"]
IDP_OIDC_REFRESH_TOKEN_EXPIRES_IN = 30 * 24 * 3600
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

# Language and time: school time is China's
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

# Files
STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Photos, papers, exports: private, handed out by views that ask who may see them. In production the
# proxy sends the bytes (FILES_BY_PROXY names its internal address), here the web process does.
MEDIA_ROOT = DATA_DIR / "files"
FILES_BY_PROXY = ""
ICONS_DIR = BASE_DIR / "node_modules" / "@tabler" / "icons" / "icons"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Row history: written by triggers, added to and never changed; only requests that act are noted.
PGHISTORY_APPEND_ONLY = True
PGHISTORY_MIDDLEWARE_METHODS = ("POST",)
# Snapshots are looked up by their record alone.
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)

# What a page may load: its own files and nothing else; Tabler's styles carry data: pictures.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "campus.shell.pages.stale_form"
# No script needs either cookie: forms carry the token themselves.
CSRF_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Celery: a task is taken from the queue only when it is done, so a killed worker loses none.
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 600, "socket_connect_timeout": 3}
CELERY_TIMEZONE = TIME_ZONE
CELERY_BEAT_SCHEDULER = "logistics.celery.ReportingScheduler"
CELERY_BEAT_SCHEDULE = clock.SCHEDULE
# Mail: without a server it is written below .data/mail, where it can be read.
EMAIL_CONFIG = (
    env.email_url_config(given("EMAIL_URL"))
    if given("EMAIL_URL")
    else {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(DATA_DIR / "mail"),
    }
)
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("EMAIL_FROM", default="steward@localhost")

# Robots that may be added. A typed address makes the server call it, so only services whose host
# is fixed are allowed; local and test settings add plain JSON for endpoints of one's own.
ROBOT_SCHEMES = ["wecombot", "dingtalk", "feishu", "lark"]

# Where the school's own list of people is: a directory that speaks SCIM 2.0 with a token for it, or
# a folder into which files are laid; neither, and people are brought in by hand.
DIRECTORY_SCIM_URL = env("DIRECTORY_SCIM_URL", default="")
DIRECTORY_SCIM_TOKEN = env("DIRECTORY_SCIM_TOKEN", default="")
DIRECTORY_FOLDER = env("DIRECTORY_FOLDER", default="")

# Hosts within the school that webhooks may lead to, also by http; all others must be public and
# are reached by https alone, for a typed address makes the server call it.
WEBHOOK_HOSTS = env.list("WEBHOOK_HOSTS", default=[])

# A reminder sent later than this after its moment is marked late.
REMINDER_LATE_AFTER = timedelta(minutes=15)

# The school: its name on every page and sheet, and the address that e-mails link to
SCHOOL_NAME = env("SCHOOL_NAME", default="")
OFFICE_NAME = env("OFFICE_NAME", default="")
SCHOOL_ACCENT = env("SCHOOL_ACCENT", default="#0f766e")
SCHOOL_BADGE = env("SCHOOL_BADGE", default="")
# Who answers for personal data (PIPL art. 52), and how to reach them; told to everybody.
DATA_OFFICER = env("DATA_OFFICER", default="")
DATA_OFFICER_CONTACT = env("DATA_OFFICER_CONTACT", default="")
# From so many yuan on a thing is a fixed asset: a senior high school's practice (domain.md §7).
FIXED_ASSET_FROM = env.int("FIXED_ASSET_FROM", default=1000)
# So many entries without a name somebody may write in a week; our own figure.
UNNAMED_A_WEEK = env.int("UNNAMED_A_WEEK", default=5)
# Requests for supplies worth so many yuan are approved by the storekeeper; our own figure.
SUPPLIES_APPROVED_BY_KEEPER = env.int("SUPPLIES_APPROVED_BY_KEEPER", default=300)
# So many minutes before and after a trip its vehicle and driver are not given away; our own figure.
TRIP_BUFFER_MINUTES = env.int("TRIP_BUFFER_MINUTES", default=15)
# A fuel card is topped up by so many yuan at most, and one fill comes to so many; service above so
# many needs a second checker: local practice (domain.md §6). A bill so many per cent above the
# estimate is approved again; our own figure.
FUEL_TOP_UP_MOST = env.int("FUEL_TOP_UP_MOST", default=3000)
FUEL_FILL_MOST = env.int("FUEL_FILL_MOST", default=300)
SERVICE_SECOND_CHECKER_ABOVE = env.int("SERVICE_SECOND_CHECKER_ABOVE", default=2000)
SERVICE_BILL_OVER_PERCENT = env.int("SERVICE_BILL_OVER_PERCENT", default=10)
SITE_URL = env("SITE_URL", default=f"http://127.0.0.1:{env('PORT', default='8000')}")

# Programs: so many calls a minute of one token or device, and so many from one address that bring
# no valid token; our own figures.
API_CALLS_A_MINUTE = env.int("API_CALLS_A_MINUTE", default=600)
API_BAD_TOKENS_A_MINUTE = env.int("API_BAD_TOKENS_A_MINUTE", default=60)

# One id for a request through the web process, the log and the worker; it is in the answer, too.
DJANGO_GUID = {
    "GUID_HEADER_NAME": "X-Request-ID",
    "EXPOSE_HEADER": False,
    "UUID_LENGTH": 12,
    "INTEGRATIONS": [CeleryIntegration()],
}
# Without it /metrics does not exist.
METRICS_TOKEN = env("METRICS_TOKEN", default="")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    # /healthz tells of a part that is down in its answer; whoever asks is the one to raise alarm.
    "filters": {
        "not_health": {
            "()": "django.utils.log.CallbackFilter",
            "callback": lambda record: "/healthz" not in record.getMessage(),
        }
    },
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["not_health"],
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}
