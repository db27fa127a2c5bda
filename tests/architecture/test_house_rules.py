"""The rules of the house, read from the code: who may enter, who may send, what is called what."""

import ast
import re
from pathlib import Path

import pytest
from celery import current_app
from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.module_loading import import_string

from portal import schedule

ROOT = Path(settings.BASE_DIR)
APPS = ("portal", "regions", "committees", "meetings", "certification")

# Whoever adds a page that asks for no sign-in says so here.
PUBLIC = {
    "home",
    "styleguide",
    "set_language",
    "demo-sign-in",
    "demo-letters",
    "regions:form-worker",
    "regions:synthesis-detail",
    "regions:synthesis-document",
    "regions:synthesis-list",
    "places:region-list",
    "places:region-detail",
    "places:province-detail",
    "certification:province-standing",
    "certification:region-standing",
    "committees:seat-detail",
    "committees:seat-list",
    "meetings:calendar-feed",
    "meetings:meeting-summary",
    "meetings:reply",
    "committees:body-detail",
    "committees:body-list",
    "committees:history",
    "committees:person-list",
    "committees:person-detail",
    "join",
    # allauth's own: signing in and out, a forgotten password, a new address
    "account_login",
    "account_logout",
    "account_signup",
    "account_inactive",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_confirm_login_code",
    "account_email_verification_sent",
}


def pages(resolver=None, prefix=""):
    """(name, pattern) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from pages(entry, inner)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}", entry


def sources(*folders, suffix=".py"):
    for folder in folders:
        yield from sorted(
            path for path in (ROOT / folder).rglob(f"*{suffix}") if "migrations" not in path.parts
        )


def calls(path):
    """The dotted names that a file calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


# -- Doors -----------------------------------------------------------------------


@pytest.mark.parametrize(("name", "pattern"), list(pages()), ids=lambda value: str(value))
def test_every_page_asks_who_you_are_unless_listed(name, pattern):
    public = not getattr(pattern.callback, "login_required", True)

    assert public == (name in PUBLIC)


def test_a_page_that_is_read_also_answers_a_probe_with_head():
    told = {
        str(path.relative_to(ROOT)): line
        for path in sources(*APPS)
        for line in path.read_text(encoding="utf-8").splitlines()
        if "require_GET" in line or re.search(r'http_methods\(\["GET", "POST"', line)
    }

    assert told == {}


def test_every_page_has_a_name_of_its_own():
    names = [name for name, _pattern in pages()]

    assert len(names) == len(set(names))
    assert not [name for name in names if name.endswith("None")]


def test_the_list_of_public_pages_names_no_page_that_is_gone():
    assert PUBLIC - {name for name, _pattern in pages()} == set()


# -- Work that is promised ----------------------------------------------------------


def our_tasks():
    current_app.loader.import_default_modules()
    others = ("celery.", "tests.")
    return [name for name in current_app.tasks if not name.startswith(others)]


def test_every_task_is_named_after_its_app():
    labels = {config.label for config in apps.get_app_configs()}

    assert [name for name in our_tasks() if name.partition(".")[0] not in labels] == []


def test_what_ticks_is_a_task_on_a_queue_that_somebody_works():
    ticking = {entry["task"] for entry in schedule.BEAT.values()}

    assert ticking <= set(our_tasks())
    assert {route["queue"] for route in schedule.ROUTES.values()} <= set(schedule.QUEUES)
    assert set(schedule.ROUTES) <= set(our_tasks())


def test_every_job_is_a_task():
    assert set(schedule.JOBS) <= set(our_tasks())


def test_only_the_outbox_starts_work():
    allowed = {ROOT / "portal" / "kernel" / name for name in ("outbox.py", "nudging.py")}
    starters = {
        path
        for path in sources(*APPS)
        for call in calls(path)
        if call.endswith((".delay", ".apply_async", ".send_task"))
    }

    assert starters <= allowed


def test_only_the_letters_reach_the_mail_server():
    senders = {
        path.relative_to(ROOT).as_posix()
        for path in sources(*APPS)
        for call in calls(path)
        if call.endswith(("send_mail", "EmailMessage", "EmailMultiAlternatives", "mail_admins"))
    }

    assert senders <= {"portal/kernel/letters.py"}


# -- Names and habits ----------------------------------------------------------------


def test_no_file_is_named_after_nothing():
    nothing = {
        "utils.py",
        "helpers.py",
        "common.py",
        "misc.py",
        "base.py",
        "services.py",
        "signals.py",
    }

    assert [path for path in sources(*APPS) if path.name in nothing] == []
    assert [path for path in sources(*APPS) if {"common", "utils"} & set(path.parts)] == []


def test_nothing_a_person_typed_is_called_safe():
    templates = {
        path: path.read_text(encoding="utf-8") for path in sources("templates", suffix=".html")
    }

    assert [path for path, text in templates.items() if re.search(r"\|\s*safe\b", text)] == []
    assert [path for path, text in templates.items() if "autoescape off" in text] == []


def test_no_template_holds_a_script_or_a_style():
    inline = re.compile(r"<style\b|\sstyle=|\son[a-z]+=\"|<script(?![^>]*\bsrc=)")

    assert [
        path
        for path in sources("templates", suffix=".html")
        if inline.search(path.read_text(encoding="utf-8"))
    ] == []


def test_no_page_asks_another_host_for_anything():
    fetching = re.compile(r"(?:src|href|action|url\()\s*=?\s*[\"'(]?(?:https?:)?//", re.IGNORECASE)

    assert [
        path
        for folder, suffix in (("templates", ".html"), ("static/css", ".css"), ("static/js", ".js"))
        for path in sources(folder, suffix=suffix)
        if fetching.search(path.read_text(encoding="utf-8"))
    ] == []


def test_nobody_reads_the_clock_without_a_time_zone():
    readers = {
        path
        for path in sources(*APPS)
        for call in calls(path)
        if call.endswith(("datetime.now", "datetime.utcnow", "date.today", "datetime.today"))
    }

    assert readers == set()


def test_nothing_the_house_must_account_for_is_deleted_along():
    cascading = [
        f"{model.__name__}.{field.name}"
        for label in ("kernel", *APPS[1:])
        for model in apps.get_app_config(label).get_models()
        if not model.__name__.endswith("Event")
        for field in model._meta.get_fields()
        if getattr(getattr(field, "remote_field", None), "on_delete", None)
        and field.concrete
        and field.remote_field.on_delete.__name__ == "CASCADE"
    ]

    assert cascading == []


def test_a_migration_makes_its_triggers_quietly():
    """pgtrigger's own operations have Django build every model anew, each time."""
    loud = [
        path
        for app in APPS
        for path in ROOT.glob(f"{app}/**/migrations/*.py")
        if "pgtrigger.migrations" in path.read_text(encoding="utf-8")
    ]

    assert loud == []


def test_only_actions_change_rows():
    """Views, filters, queries and tags read; forms call an action."""
    readers = {
        "views",
        "filters",
        "filters.py",
        "queries",
        "queries.py",
        "permissions.py",
        "templatetags",
    }
    changes = re.compile(r"\.(?:save|delete|update|create|bulk_create|bulk_update|get_or_create)$")
    plain = re.compile(r"^(?:request\.session|context)\b")  # a session and a dictionary are no rows

    assert [
        (path.relative_to(ROOT).as_posix(), call)
        for path in sources(*APPS)
        if readers & set(path.parts)
        for call in calls(path)
        if changes.search(call) and not plain.match(call)
    ] == []


def test_the_settings_name_only_what_exists():
    for dotted in [*settings.MIDDLEWARE, settings.FORM_RENDERER, settings.CSRF_FAILURE_VIEW]:
        assert import_string(dotted)
