"""The only settings. What differs between places comes from the environment, or from a file `.env` in the checkout.

With nothing set this is a safe local site: DEBUG, this machine's own names only, a database of its own under `var/`.
"""

import datetime
import zoneinfo
from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from clinic import database, env, secret

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"
env.read_file(BASE_DIR / ".env")

# -- where this runs ---------------------------------------------------------------------------------------------------
LOCAL = not any(env.text(name) for name in ("SECRET_KEY", "DATABASE_URL", "ALLOWED_HOSTS"))
DEBUG = env.flag("DEBUG", LOCAL)
SECRET_KEY = env.text("SECRET_KEY") or secret.kept_in(VAR_DIR / "secret_key")
if not DEBUG and len(SECRET_KEY) < 32:
    raise ImproperlyConfigured("The environment variable SECRET_KEY is too short: 32 characters are the least.")
ALLOWED_HOSTS = env.listing("ALLOWED_HOSTS", ("localhost", "127.0.0.1", "[::1]"))
SITE_URL = env.url("SITE_URL", "http://localhost:8000").geturl().rstrip("/")
CLINIC_NAME = env.text("CLINIC_NAME", "Legal clinic")
TIME_ZONE = env.text("TIME_ZONE", "UTC")
if TIME_ZONE not in zoneinfo.available_timezones():
    raise env.wrong("TIME_ZONE", TIME_ZONE, "the name of a time zone, such as America/New_York,")
MAX_UPLOAD_BYTES = env.number("MAX_UPLOAD_BYTES", 10 * 1024 * 1024, least=1024)
MAX_ARCHIVE_BYTES = env.number("MAX_ARCHIVE_BYTES", 200 * 1024 * 1024, least=1024)
# What a file of another program's format may take to be read: seconds of work, and memory all told.
IMPORT_SECONDS = env.number("IMPORT_SECONDS", 60, least=1)
IMPORT_MEGABYTES = env.number("IMPORT_MEGABYTES", 1024, least=256)

DATABASE_URL = env.url("DATABASE_URL", schemes=("postgresql", "postgres"))
DATABASE_POOL = env.number("DATABASE_POOL", 10)
DATABASES = {
    "default": database.external(DATABASE_URL, DATABASE_POOL, prepares=env.flag("DATABASE_PREPARES", True))
    if DATABASE_URL
    else database.embedded(VAR_DIR / "postgres")
}

# -- what it is made of ------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "briefs.apps.BriefsConfig",
    "clinic.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "django_filters",
    "simple_history",
    "procrastinate.contrib.django",
    "axes",
    "csp",
]
# None of these reads the session by itself: a public page sets no cookie and does not vary by cookie, so that it can be
# cached.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "clinic.urls"
WSGI_APPLICATION = "clinic.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-us"
USE_I18N = False
FORMAT_MODULE_PATH = ["clinic.formats"]
USE_TZ = True

# -- files -------------------------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG  # a local site needs no collectstatic
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # every file is kept in the database
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# Files of editions, which never change: made once for all processes of this machine, made again when cleared.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    # Rendered pages, in each process for itself; a page weighs up to about 200 kB with its compressed copy.
    "pages": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 250},
    },
    # Opinions with somebody's words marked in them: few, and apart, so that they never push a page out.
    "finds": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "finds",
        "OPTIONS": {"MAX_ENTRIES": 50},
    },
    # Pictures of the pages of sources, some 100 kB each: never on the disk, for they show what is masked elsewhere.
    "pictures": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "pictures",
        "TIMEOUT": 60 * 60,
        "OPTIONS": {"MAX_ENTRIES": 100},
    },
    "exports": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "exports",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}
DATA_UPLOAD_MAX_NUMBER_FILES = 1000
FILE_UPLOAD_MAX_MEMORY_SIZE = MAX_UPLOAD_BYTES  # what may be uploaded never touches the disk
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * MAX_UPLOAD_BYTES  # a pasted text, with the form around it
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # a brief of many holdings, each with its passages and issues

# -- people ------------------------------------------------------------------------------------------------------------
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"  # where a sign-in leads whose `next` is no page of this site
AXES_HANDLER = "axes.handlers.database.AxesDatabaseHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "429.html"
AXES_DISABLE_ACCESS_LOG = True  # who signed in when is nobody's business; failures are kept, to lock out
AXES_VERBOSE = False

# -- long work ---------------------------------------------------------------------------------------------------------
PROCRASTINATE_IMPORT_PATHS = ["briefs.workflow.work"]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None  # the one file above holds every task

# -- safety ------------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "clinic.sent_again.not_taken"
SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day
HTTPS = env.flag("HTTPS", False)
if HTTPS and not DEBUG:
    # The proxy in front ends TLS, and has to set this header itself on every request.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
# Whether its neighbours, and every name below its own, do without TLS is not for this site to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

# -- the log: faults, never people -------------------------------------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "clinic.log.Discreet", "format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "discreet"}},
    "root": {"handlers": ["stdout"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "django.server": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
        "briefs": {"level": "INFO"},
        "gunicorn.http.wsgi": {"level": "ERROR"},  # it warns of every HEAD, whose body it drops as it should
        "axes": {"level": "CRITICAL"},  # its warnings name people and their addresses
    },
}
