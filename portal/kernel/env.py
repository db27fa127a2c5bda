"""The strict reader of the environment: what is missing or odd stops the start, in a sentence."""

import os
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_MISSING = object()
_YES_NO = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def env(name, kind=str, *, default=_MISSING):
    """Read one setting; ``kind`` turns its text into a value or raises ValueError."""
    text = os.environ.get(name, "").strip()
    if not text:
        if default is _MISSING:
            raise ImproperlyConfigured(f"{name} is not set. A real installation needs it.")
        return default
    try:
        return kind(text)
    except (ValueError, KeyError) as error:
        raise ImproperlyConfigured(f"{name} cannot be understood: {error}") from None


def yes_no(text):
    if text.lower() not in _YES_NO:
        raise ValueError("write 1 or 0")
    return _YES_NO[text.lower()]


def words(text):
    found = [word.strip() for word in text.split(",") if word.strip()]
    if not found or "*" in found:
        raise ValueError("name at least one host, and never *")
    return found


def origins(text):
    found = words(text)
    if not all(origin.startswith("https://") for origin in found):
        raise ValueError("each origin begins with https://")
    return found


def address(text):
    if not text.startswith("https://") or urlsplit(text).path.strip("/"):
        raise ValueError("write https://host, without a path")
    return text.rstrip("/")


def secret(text):
    if len(text) < 50 or len(set(text)) < 10:
        raise ValueError("use at least 50 random characters")
    return text


def database(text):
    """A postgres:// address as Django's DATABASES entry."""
    parts = urlsplit(text)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise ValueError("write postgresql://user:password@host:port/name")
    query = dict(parse_qsl(parts.query))
    return {
        "HOST": query.pop("host", None) or unquote(parts.hostname or ""),
        "PORT": parts.port or "",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
    }


def broker(text):
    if urlsplit(text).scheme not in {"redis", "rediss", "redis+socket", "unix"}:
        raise ValueError("write redis://host:port/0 or redis+socket:///path")
    return text


def mail(text):
    """An smtp:// or smtps:// address as Django's EMAIL_* settings."""
    parts = urlsplit(text)
    if parts.scheme not in {"smtp", "smtps", "smtp+tls"} or not parts.hostname:
        raise ValueError("write smtp+tls://user:password@host:port")
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or {"smtp": 25, "smtps": 465, "smtp+tls": 587}[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
    }
