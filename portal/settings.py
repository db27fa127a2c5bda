"""Environment to settings, in one file.

Without DATABASE_URL the portal runs embedded: its own PostgreSQL and broker
under var/, demonstration data, plain http on this machine. With DATABASE_URL
it is a real installation: whatever is missing stops the start, and no
demonstration data or account can exist.
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from embedded import addresses
from portal.kernel import env as read
from portal.kernel.env import env
from portal.schedule import BEAT, ROUTES

BASE_DIR = Path(__file__).resolve().parent.parent

EMBEDDED = not os.environ.get("DATABASE_URL")
DEMO = EMBEDDED and env("PORTAL_DEMO", read.yes_no, default=True)
DEBUG = False

if EMBEDDED:
    SECRET_KEY = addresses.secret_key()
    # Alone it answers to its own names; opened to a network, to whatever that calls it.
    _loopback = ["localhost", "127.0.0.1", "[::1]"]
    ALLOWED_HOSTS = _loopback if env("HOST", default="127.0.0.1") in (*_loopback, "::1") else ["*"]
    _database = addresses.database(
        "portal_owner" if env("PORTAL_DATABASE_ROLE", default="portal") == "owner" else "portal"
    )
    CELERY_BROKER_URL = env("REDIS_URL", read.broker, default=None) or addresses.broker_url()
    CSRF_TRUSTED_ORIGINS = []
else:
    SECRET_KEY = env("SECRET_KEY", read.secret)
    ALLOWED_HOSTS = env("ALLOWED_HOSTS", read.words)
    CSRF_TRUSTED_ORIGINS = env("CSRF_TRUSTED_ORIGINS", read.origins, default=[])
    _database = env("DATABASE_URL", read.database)
    CELERY_BROKER_URL = env("REDIS_URL", read.broker)

# Whom `manage.py grant` gives the running role's rights to.
DATABASE_APP_ROLE = "portal" if EMBEDDED else env("DATABASE_APP_ROLE", default="portal")

# -- Applications ------------------------------------------------------------

INSTALLED_APPS = [
    "portal.kernel",
    "regions",
    "committees",
    "meetings",
    "certification",
    "portal.shell",
    "allauth",
    "allauth.account",
    "django_filters",
    "django_htmx",
    "template_partials",
    "pghistory",
    "pgtrigger",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "portal.shell.health.HealthMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "portal.kernel.doorstep.DoorstepMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "portal.kernel.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.kernel.device.LeavingMiddleware",
    "portal.kernel.kept_text.KeptTextMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "portal.kernel.busy.BusyMiddleware",
    "portal.kernel.history.HistoryMiddleware",
]

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

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
                "portal.shell.context.masthead",
            ],
        },
    },
]
FORM_RENDERER = "portal.kernel.forms.PortalRenderer"

# -- Data --------------------------------------------------------------------

DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **_database,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # a connection that died with the server is not handed out
        "OPTIONS": {
            # The pool waits a second, then two, then four for each dead connection in a row,
            # so it keeps no more than a web worker has threads, and few idle: after the server
            # was away a page is late, not lost.
            "pool": {"min_size": 1, "max_size": 4, "max_idle": 10, "timeout": 10},
            "application_name": "portal",
            "connect_timeout": 3,
            "options": "-c statement_timeout=15s -c lock_timeout=3s"
            " -c idle_in_transaction_session_timeout=30s",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits and sessions live in PostgreSQL: the portal works with the broker down.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "kernel_cache",
    }
}

PGHISTORY_APPEND_ONLY = True
# Reading changes nothing, so it needs no name beside the changes.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")
PGHISTORY_CONTEXT_FIELD = "pghistory.ContextJSONField"

# -- Language and time -------------------------------------------------------

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Bangkok"
USE_TZ = True
LANGUAGE_COOKIE_AGE = 60 * 60 * 24 * 365  # a person chooses once, not every morning
LANGUAGE_COOKIE_SAMESITE = "Lax"

# -- Files and letters -------------------------------------------------------

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = (
    addresses.var() / "static"
    if EMBEDDED
    else env("STATIC_ROOT", Path, default=BASE_DIR / "var" / "static")
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "portal.kernel.static_files.PortalStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

# What people upload has no address: a page that knows who may read it hands it out.
MEDIA_ROOT = (
    addresses.var() / "files"
    if EMBEDDED
    else env("FILES_ROOT", Path, default=BASE_DIR / "var" / "files")
)
FILE_SIZE_LIMIT = 10 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700

if EMBEDDED:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = addresses.var() / "mail"
    DEFAULT_FROM_EMAIL = "กองเลขานุการ <secretariat@portal.example>"
else:
    globals().update(env("EMAIL_URL", read.mail))
    EMAIL_TIMEOUT = 20
    DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Where letters say the portal is.
if EMBEDDED:
    _host = env("HOST", default="127.0.0.1")
    _shown = "127.0.0.1" if _host in ("0.0.0.0", "::") else _host
    PORTAL_ADDRESS = f"http://{_shown}:{env('PORT', default='8000')}"
else:
    PORTAL_ADDRESS = env("PORTAL_ADDRESS", read.address)

# The telephone call is a feature: this number stands on every page.
OFFICE_PHONE = env("OFFICE_PHONE", default="02 000 0000" if EMBEDDED else "")

# -- Safety ------------------------------------------------------------------

AUTH_USER_MODEL = "kernel.User"
# The address is unique without regard to case, by a constraint the check cannot see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = ["portal.shell.backends.ServingBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "portal.kernel.kept_text.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

if not EMBEDDED:
    SESSION_COOKIE_NAME = "__Host-session"
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrf"
    CSRF_COOKIE_SECURE = True
    LANGUAGE_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31536000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_CLIENT_IP_HEADER = "X-Real-IP"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "worker-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# -- Accounts ----------------------------------------------------------------

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "portal.kernel.adapters.AccountAdapter"
# By address or by number; a number comes with an invitation, and no message goes to it, so
# it stays out of the fields of a sign-up, and allauth's pages of telephone codes do not exist.
ACCOUNT_LOGIN_METHODS = {"email", "phone"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# An invitation is open so long; a code is tried no faster than this, beside ten times in all.
INVITATION_DAYS = 30
ACCOUNT_RATE_LIMITS = {"join": "30/m/ip,10/m/key"}
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_FORMS = {
    "add_email": "portal.kernel.account_forms.AddEmailForm",
    "change_email": "portal.kernel.account_forms.ChangeEmailForm",
    "change_password": "portal.kernel.account_forms.ChangePasswordForm",
    "confirm_email_verification_code": (
        "portal.kernel.account_forms.ConfirmEmailVerificationCodeForm"
    ),
    "login": "portal.kernel.account_forms.LoginForm",
    "reauthenticate": "portal.kernel.account_forms.ReauthenticateForm",
    "reset_password": "portal.kernel.account_forms.ResetPasswordForm",
    "reset_password_from_key": "portal.kernel.account_forms.ResetPasswordKeyForm",
    "set_password": "portal.kernel.account_forms.SetPasswordForm",
}

# -- Meetings ----------------------------------------------------------------

# Who was there and is not on the roll says so for so long after the meeting was over.
ATTENDANCE_CLAIM_HOURS = 48

# -- Celery ------------------------------------------------------------------
# The database is the record of anything promised; the broker carries nudges.

CELERY_TASK_IGNORE_RESULT = True
CELERY_RESULT_BACKEND = None
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_DISABLE_PREFETCH = True
CELERY_TASK_SOFT_TIME_LIMIT = 120
CELERY_TASK_TIME_LIMIT = 150
CELERY_TASK_PUBLISH_RETRY_POLICY = {
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
CELERY_BROKER_CONNECTION_TIMEOUT = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 300,
    "unacked_restore_interval": 5,
    "unacked_restore_throttle": 1,
    "unacked_restore_limit": 1000,
    "socket_connect_timeout": 1,
    "socket_timeout": 2,
    "socket_keepalive": True,
    "health_check_interval": 10,
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
    "global_keyprefix": "portal:",
}
CELERY_WORKER_CANCEL_LONG_RUNNING_TASKS_ON_CONNECTION_LOSS = True
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 5.0
CELERY_WORKER_ENABLE_SOFT_SHUTDOWN_ON_IDLE = True
CELERY_WORKER_MAX_TASKS_PER_CHILD = 500
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_DEFAULT_QUEUE = "default"
CELERY_TASK_ROUTES = ROUTES
CELERY_BEAT_SCHEDULE = BEAT

# -- Log: ids and never names ------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "portal.kernel.logs.LineFormatter",
            "format": "{asctime} {levelname} {name} {message}",
            "style": "{",
        }
    },
    "filters": {
        "refusals": {"()": "portal.kernel.logs.RefusalFilter"},
        "secrets": {"()": "portal.kernel.logs.SecretFilter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["refusals", "secrets"],
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}
