import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest
from django.db import OperationalError, connection
from django.utils import timezone

from portal.celery import app
from portal.kernel.jobs import beat
from portal.kernel.models import Outbox
from portal.shell.health import SCHEDULER
from tests.kernel.probes import promised

MINUTE = timedelta(minutes=1)
LATER = "from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    pass\n"


@pytest.fixture
def living(db, broker):
    """A portal whose every part is well."""
    beat(SCHEDULER, timezone.now())


def parts(response):
    return {name: check["state"] for name, check in response.json()["checks"].items()}


def test_healthz_asks_nothing_of_anybody(client, settings):
    """No database mark: touching one would fail this test."""
    settings.ALLOWED_HOSTS = []
    settings.SECURE_SSL_REDIRECT = True

    response = client.get("/healthz", headers={"host": "10.0.0.7"})

    assert (response.status_code, response.content) == (200, b"ok")
    assert response.cookies == {}


def test_a_portal_that_is_well_is_ready(client, living):
    response = client.get("/readyz", headers={"host": "10.0.0.7"})

    assert response.status_code == 200
    assert parts(response) == {
        "database": "ok",
        "migrations": "ok",
        "disk": "ok",
        "broker": "ok",
        "scheduler": "ok",
        "promises": "ok",
    }
    assert response.json()["state"] == "ok"
    assert response["Cache-Control"] == "no-store"


@pytest.fixture(params=["absent", "refusing", "frozen", "black hole"])
def bad_broker(request, tmp_path_factory):
    """A broker address at which nobody answers, in one of four ways."""
    path = tmp_path_factory.mktemp("b") / "s"
    with socket.socket(socket.AF_UNIX) as listener, socket.socket(socket.AF_UNIX) as caller:
        if request.param != "absent":
            listener.bind(str(path))
        if request.param in {"frozen", "black hole"}:
            listener.listen(0 if request.param == "black hole" else 16)
        if request.param == "black hole":
            caller.connect(str(path))  # the queue of one is now full
        good, app.conf.broker_url = app.conf.broker_url, f"redis+socket://{path}"
        yield
        app.conf.broker_url = good


def test_without_its_broker_the_portal_is_degraded_but_ready(client, living, bad_broker):
    response = client.get("/readyz")

    assert (response.status_code, response.json()["state"]) == (200, "degraded")
    assert parts(response)["broker"] == "degraded"


def test_a_silent_scheduler_is_reported(client, db, broker):
    assert parts(client.get("/readyz"))["scheduler"] == "degraded"

    beat(SCHEDULER, timezone.now() - 3 * MINUTE)
    response = client.get("/readyz")

    assert (response.status_code, response.json()["state"]) == (200, "degraded")
    assert response.json()["checks"]["scheduler"]["silent_seconds"] in range(180, 200)

    beat(SCHEDULER, timezone.now())
    assert parts(client.get("/readyz"))["scheduler"] == "ok"


@pytest.mark.parametrize(
    ("late", "state"), [(timedelta(0), "ok"), (14 * MINUTE, "ok"), (16 * MINUTE, "degraded")]
)
def test_the_oldest_undelivered_promise_is_reported(client, living, late, state):
    promised(key="note:1", next_at=timezone.now() - late)
    promised(key="note:2", next_at=timezone.now() + MINUTE)

    found = client.get("/readyz").json()["checks"]["promises"]

    seconds = int(late.total_seconds())
    assert found["oldest_undelivered_seconds"] in range(seconds, seconds + 10)
    assert found["state"] == state


def test_dead_promises_are_reported_until_somebody_looks(client, living):
    promised(key="note:1", state=Outbox.State.DEAD, settled_at=timezone.now())
    promised(key="note:2", state=Outbox.State.FAILED, settled_at=timezone.now())

    found = client.get("/readyz").json()["checks"]["promises"]

    assert found == {
        "state": "degraded",
        "oldest_undelivered_seconds": 0,
        "failed": 1,
        "dead": 1,
    }


def test_without_its_database_the_portal_is_not_ready(client, living):
    def refuse(*_):
        raise OperationalError(f"password of {uuid4()}")

    with connection.execute_wrapper(refuse):
        response = client.get("/readyz")

    assert (response.status_code, response.json()["state"]) == (503, "failed")
    assert response.json()["checks"]["database"] == {"state": "failed", "error": "OperationalError"}
    assert "password" not in response.text


def test_a_migration_not_yet_run_is_not_ready(client, living, settings, tmp_path, monkeypatch):
    (tmp_path / "ahead").mkdir()
    (tmp_path / "ahead" / "__init__.py").touch()
    (tmp_path / "ahead" / "0001_later.py").write_text(LATER)
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"shell": "ahead"}

    response = client.get("/readyz")

    assert response.status_code == 503
    assert response.json()["checks"]["migrations"] == {"state": "failed", "missing": 1}


def fill_the_pool():
    """As many connections at once as a web worker has threads, all of them idle afterwards."""
    size = connection.settings_dict["OPTIONS"]["pool"]["max_size"]
    together = Barrier(size)

    def ask(_):
        connection.ensure_connection()
        together.wait(10)
        connection.close()

    with ThreadPoolExecutor(size) as threads:
        list(threads.map(ask, range(size)))


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_database_that_was_away_breaks_no_request(client, broker):
    """A full pool died with the old server: the next page waits for a living connection."""
    beat(SCHEDULER, timezone.now())
    connection.close()
    fill_the_pool()
    place = connection.settings_dict
    with psycopg.connect(
        host=place["HOST"], port=place["PORT"], dbname=place["NAME"], user="postgres"
    ) as superuser:
        superuser.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
            " WHERE usename = %s AND datname = %s",
            [place["USER"], place["NAME"]],
        )

    assert parts(client.get("/readyz"))["database"] == "ok"
