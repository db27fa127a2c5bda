"""Journeys in a real browser through the whole portal: gunicorn, worker, beat and all,
started once for the run just as a person starts it, in a directory of its own."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = "/usr/bin/chromium"
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--no-sandbox",
]


def pytest_collection_modifyitems(items):
    """Without a browser a journey is skipped and says so; in CI that is an error."""
    if Path(CHROMIUM).exists() or os.environ.get("CI") == "true":
        return
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.skip(reason=f"{CHROMIUM} is not installed"))


@pytest.fixture(scope="session")
def portal():
    """The address of a freshly started portal with its demonstration data."""
    # Not in pytest's own place: that is closed, and as root the servers would move elsewhere.
    place = Path(tempfile.mkdtemp(prefix="portal-test-", dir="/tmp"))
    place.chmod(0o755)
    port = free_port()
    with (place / "portal.log").open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "embedded", "run"],
            cwd=PROJECT,
            env={**environment(), "PORTAL_VAR": str(place / "var"), "PORT": str(port)},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_it_answers(process, port, place / "portal.log")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)
        shutil.rmtree(place, ignore_errors=True)


def environment():
    """Ours, less what would lead the portal to the tests' own database."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PORTAL_") and name != "DJANGO_SETTINGS_MODULE"
    }


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_answers(process, port, log):
    stop = time.monotonic() + 300
    while time.monotonic() < stop and process.poll() is None:
        if answers(port):
            return
        time.sleep(0.2)
    pytest.fail(f"the portal did not start:\n{log.read_text()[-3000:]}")


def answers(port):
    with closing(HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
        try:
            connection.request("GET", "/readyz")
            return connection.getresponse().status == 200
        except OSError:
            return False


@pytest.fixture(scope="session")
def playwright():
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow import

    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium(playwright):
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
    yield browser
    browser.close()


@pytest.fixture
def complaints():
    """What the windows of a test complained of: errors, refusals of the policy, foreign hosts."""
    return []


@pytest.fixture
def visit(chromium, portal, complaints):
    """``visit(width=390, dark=True)`` opens a window of its own; any error of a page fails."""
    contexts = []

    def open_window(*, width=390, dark=False, script=True):
        context = chromium.new_context(
            base_url=portal,
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
            locale="en-GB",
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on(
            "request", lambda asked: asked.url.startswith(portal) or complaints.append(asked.url)
        )
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def signed_in(visit):
    """``signed_in("secretary")``: a window of one of the demonstration's cast."""

    def sign_in(who, **window):
        page = visit(**window)
        become(page, who)
        return page

    return sign_in


def become(page, who):
    page.goto("/accounts/login/")
    page.locator(f"main button[name=who][value={who}]").first.click()
    page.wait_for_url("**/")
