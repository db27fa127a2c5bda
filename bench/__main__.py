"""make bench: what the portal's main pages cost, as multiples of a bare Django view.

Starts the portal twice in a directory of its own (the second start is the
warm one), serves the bare view beside it, and prints one table.

The bounds are those the portal set itself when its pages asked ten statements. None of the six
keeps its own now. Of the dashboard (25 statements, 105 kB of HTML) PostgreSQL takes 20 ms to
plan and answer, the templates 15 ms, rows, words and addresses the other 20: six times the bare
view are 15 ms, less than the statements alone. What costs most elsewhere is rendering: of the
page of a meeting, which asks six statements, two thirds. The bounds stand until a page keeps them
or people decide on others.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

from bench.client import Browser, ratio
from bench.memory import command, family, pss_mib

PROJECT = Path(__file__).resolve().parent.parent
BOUND, BOUND_OF_LISTS = 6, 12
STATEMENTS, PAGE_KB, VISIT_KB, WARM_SECONDS, WORKERS_MIB = 10, 15, 60, 4, 200


def main():
    asked = arguments()
    environment = {**os.environ, "PORTAL_VAR": asked.var, "PORT": str(asked.port)}
    stop(start(environment, asked.port)[0])
    portal, warm = start(environment, asked.port)
    bare = serve_bare(environment, asked.port + 1)
    try:
        report(asked, environment, portal, warm)
    finally:
        stop(bare)
        stop(portal)


def arguments():
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--rounds", type=int, default=60)
    parser.add_argument("--var", default=str(PROJECT / "var" / "bench"))
    return parser.parse_args()


def start(environment, port):
    """Start the whole portal; return it and the seconds until its first page."""
    started = time.perf_counter()
    portal = subprocess.Popen(
        [sys.executable, "-m", "embedded", "run"],
        cwd=PROJECT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.STDOUT,
    )
    wait_for(portal, port)
    return portal, time.perf_counter() - started


def serve_bare(environment, port):
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "bench.bare:application"),
            *("--bind", f"127.0.0.1:{port}", "--workers", "2", "--log-level", "warning"),
            *("--worker-class", "gthread", "--threads", "1"),
        ],
        cwd=PROJECT,
        env=environment,
    )
    wait_for(server, port)
    return server


def wait_for(process, port):
    while process.poll() is None:
        try:
            if Browser(port).get("/").status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"the server on port {port} did not start")


def stop(process):
    process.send_signal(signal.SIGTERM)
    process.wait(60)


def report(asked, environment, portal, warm):
    browser, bare = Browser(asked.port), Browser(asked.port + 1)
    browser.sign_in("secretary")
    pages = find_pages(browser)
    statements = count_statements(environment, [path for _, path, _ in pages])
    print(Path(PROJECT / "bench" / "bare.py").read_text())
    print(f"{'หน้า':<24}{'เท่า':>7}{'เท่า gzip':>10}{'ms':>8}{'SQL':>5}{'ไบต์':>9}{'gzip':>8}")
    yardsticks = []
    for name, path, bound in pages:
        times, took, yardstick = ratio(browser, path, bare, rounds=asked.rounds)
        zipped, _, _ = ratio(browser, path, bare, rounds=asked.rounds // 3, gzipped=True)
        yardsticks.append(yardstick)
        plain, small = (len(browser.get(path, gzipped=way).body) for way in (False, True))
        missed = [
            text
            for text, is_missed in [
                (f"> {bound} เท่า", times > bound),
                (f"> {STATEMENTS} SQL", statements[path] > STATEMENTS),
                (f"> {PAGE_KB} kB", small > PAGE_KB * 1000),
            ]
            if is_missed
        ]
        print(
            f"{name:<24}{times:>7.1f}{zipped:>10.1f}{took * 1000:>8.1f}{statements[path]:>5}"
            f"{plain:>9}{small:>8}  {' '.join(missed)}"
        )
    print(f"หน้าเปล่า (ตัวหาร): มัธยฐาน {1000 * sum(yardsticks) / len(yardsticks):.2f} ms")
    print(f"เปิดครั้งแรกพร้อมสไตล์และสคริปต์: {first_visit(browser)} ไบต์ gzip (ไม่เกิน {VISIT_KB} kB)")
    print(f"เริ่มแบบอุ่นถึงหน้าแรก: {warm:.2f} วินาที (ไม่เกิน {WARM_SECONDS})")
    web = [pid for pid in family(portal.pid) if "portal.wsgi" in command(pid)]
    print(f"หน่วยความจำเว็บ {len(web)} โปรเซส (PSS): {pss_mib(web):.0f} MiB (ไม่เกิน {WORKERS_MIB})")


def find_pages(browser):
    """The measured pages, their addresses found as a reader would find them."""
    report_page = first_link(browser, "/reports/", r"/reports/\d+/")
    record = first_link(browser, "/meetings/?year=2550", r"/meetings/\d+/", near="2/2550")
    return [
        ("แดชบอร์ด", "/", BOUND),
        ("รายการประชุม", "/meetings/", BOUND),
        ("การประชุม 2/2550", record, BOUND),
        ("รายงานหนึ่งฉบับ", report_page, BOUND),
        ("คณะ 67 ที่นั่ง", "/committees/", BOUND_OF_LISTS),
        ("งานมอบหมาย 60 แถว", "/meetings/action-items/?standing=all", BOUND_OF_LISTS),
    ]


def first_link(browser, path, pattern, *, near=""):
    """The first address like ``pattern`` on the page whose link speaks of ``near``."""
    found = re.findall(
        rf'<a[^>]*href="({pattern})"[^>]*>(.*?)</a>', browser.get(path).text, re.DOTALL
    )
    return next(address for address, text in found if near in re.sub(r"<[^>]*>", "", text))


def count_statements(environment, paths):
    counted = subprocess.run(
        [sys.executable, "-m", "bench.statements", *paths],
        cwd=PROJECT,
        env={**environment, "DJANGO_SETTINGS_MODULE": "portal.settings"},
        check=True,
        capture_output=True,
        text=True,
    )
    return json.loads(counted.stdout.splitlines()[-1])


def first_visit(browser):
    """Gzipped bytes of the sign-in page with every style and script it asks for."""
    stranger = Browser(browser.connection.port)
    page = stranger.get("/accounts/login/", gzipped=True)
    files = set(re.findall(r'(?:href|src)="(/static/[^"#]+\.(?:css|js))"', page.text))
    return len(page.body) + sum(len(stranger.get(file, gzipped=True).body) for file in files)


main()
