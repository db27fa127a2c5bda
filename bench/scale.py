"""What twenty years of reports cost: the pages, one acceptance, and a rebuild of every figure.

In a scratch database beside the tests' own; prints ratios measured in one run. Runs by itself:
``python -m bench.scale`` (``--months 240``).
"""

import argparse
import os
from datetime import UTC, datetime
from io import StringIO
from statistics import median
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings_test")

import django

django.setup()

import time_machine  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from bench.aggregate import INTO_ITS_LIKE, INTO_NOTHING, ITS_LIKE  # noqa: E402
from bench.scale_rows import as_superuser, fill, make_reference  # noqa: E402
from embedded import testing  # noqa: E402
from regions.actions import roll_up_report  # noqa: E402
from regions.models import RegionalReport, ReportFigure, RolledFigure  # noqa: E402

NOW = datetime(2026, 7, 1, 3, 42, tzinfo=UTC)
FEW, ROUNDS, TURNS, BOUND = 3, 40, 3, 3
PAGES = [
    ("แดชบอร์ด", "/"),
    ("รายการรายงาน", "/reports/"),
    ("ที่มาของตัวเลข", "/reports/figures/organizations_found/2026-06/?basis=provinces"),
    ("ที่มาของอัตรา", "/reports/rates/completeness/2026-06/?kind=province"),
]


def main():
    asked = arguments()
    testing.use_servers()
    settings.ALLOWED_HOSTS.append("testserver")
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with time_machine.travel(NOW):
            measure(asked.months)
    finally:
        connection.creation.destroy_test_db(settings.DATABASES["default"]["NAME"], verbosity=0)


def arguments():
    parser = argparse.ArgumentParser(prog="python -m bench.scale", description=__doc__)
    parser.add_argument("--months", type=int, default=240)
    return parser.parse_args()


def measure(months):
    from tests.factories.regions import make_post  # noqa: PLC0415

    make_reference()
    secretary = make_post("central_officer")
    visitor = Client()
    visitor.force_login(secretary)
    fill(FEW, by=secretary)
    rebuild()
    few = [cost(visitor, path) for _, path in PAGES]
    noise = [cost(visitor, path) for _, path in PAGES]
    fill(months, by=secretary)
    rebuild()
    with as_superuser() as session:
        session.execute("VACUUM ANALYZE")
    counts = [model.objects.count() for model in (RegionalReport, ReportFigure, RolledFigure)]
    print("\n{} เดือน: รายงาน {:,} ตัวเลข {:,} ตัวเลขรวม {:,}".format(months, *counts))
    tell_pages(few, noise, [cost(visitor, path) for _, path in PAGES], months)
    tell_path()
    tell_rebuild()


def cost(visitor, path):
    """(statements, median seconds) of a page once it is warm."""
    for _ in range(3):
        assert visitor.get(path).status_code == 200, path
    with CaptureQueriesContext(connection) as queries:
        visitor.get(path)
    return len(queries), median(seconds(lambda: visitor.get(path)) for _ in range(ROUNDS))


def seconds(work):
    started = perf_counter()
    work()
    return perf_counter() - started


def tell_pages(few, again, many, months):
    print(f"{'หน้า':<24}{'SQL':>5}{'SQL':>5}{'ms':>8}{'ms':>8}{'เท่า':>7}{'วัดซ้ำ':>7}")
    for page, first, noise, last in zip(PAGES, few, again, many, strict=True):
        missed = "" if first[0] == last[0] else f"  SQL ต่างกันระหว่าง {FEW} กับ {months} เดือน"
        print(
            f"{page[0]:<24}{first[0]:>5}{last[0]:>5}{first[1] * 1000:>8.1f}{last[1] * 1000:>8.1f}"
            f"{last[1] / first[1]:>7.2f}{noise[1] / first[1]:>7.2f}{missed}"
        )


def tell_path():
    """One acceptance of a province, counted by which versions of rows stand after it."""
    report = RegionalReport.objects.filter(state="submitted", unit__kind="province").latest("round")
    RegionalReport.objects.filter(pk=report.pk).update(state="accepted")
    before, total = versions(), RolledFigure.objects.count()
    outcome = []
    took = seconds(lambda: outcome.append(roll_up_report(report)))
    after = versions()
    touched = sum(before[pk] != version for pk, version in after.items())
    print(f"หนึ่งฉบับผ่าน: คิด {outcome[0].looked_at} แถว เขียน {outcome[0].changed} แถว"
          f" (นับจาก xmin {touched}) จาก {total:,} แถว ใน {took * 1000:.0f} ms")  # fmt: skip


def versions():
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, xmin::text FROM regions_rolledfigure")
        return dict(cursor.fetchall())


def tell_rebuild():
    """Against one hand-written aggregate of the same rows, in turn: when all is right already
    against the aggregate alone, from an empty table against both, alone and written as strictly.

    The aggregate is one statement over twenty years, which nobody may ask for in a page's time.
    """
    with as_superuser() as session:
        session.execute(ITS_LIKE)
    run("SET statement_timeout = 0")
    alone, right, written, empty = [], [], [], []
    for _ in range(TURNS):
        alone.append(seconds(lambda: run(INTO_NOTHING)))
        right.append(seconds(rebuild))
        run("DELETE FROM yardstick; DELETE FROM regions_rolledfigure")
        analyse()
        written.append(seconds(lambda: run(INTO_ITS_LIKE)))
        empty.append(seconds(rebuild))
        analyse()
    tell_ratio("คิดใหม่ทั้งหมด ทุกแถวถูกอยู่แล้ว", median(right), median(alone))
    tell_ratio("คิดใหม่ทั้งหมด จากตารางเปล่า", median(empty), median(alone))
    tell_ratio("คิดใหม่ทั้งหมด จากตารางเปล่า เทียบที่เขียนตารางเดียวกัน", median(empty), median(written))


def tell_ratio(name, took, base):
    missed = "" if took <= BOUND * base else f"  > {BOUND} เท่า"
    print(f"{name}: {took:.2f} s = {took / base:.2f} เท่าของ SQL รวมคำสั่งเดียว ({base:.2f} s){missed}")


def rebuild():
    call_command("rebuild_figures", stdout=StringIO())


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def analyse():
    with as_superuser() as session:
        for table in ("regions_rolledfigure", "yardstick"):
            session.execute(f"VACUUM ANALYZE {table}")


if __name__ == "__main__":
    main()
