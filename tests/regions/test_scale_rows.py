"""The benchmark's rows still fit the tables, and its yardstick does the work it measures."""

import pytest
from django.db import connection

from bench.aggregate import AGGREGATE
from bench.scale_rows import fill, make_reference
from regions.models import RegionalReport, ReportFigure, ReportSection, RolledFigure
from regions.sections import sections_for
from tests.factories.regions import make_post
from tests.factories.reporting import rebuild

KEY = ("indicator", "basis", "round", "fiscal_year", "region", "province")


@pytest.fixture
def generated(transactional_db):
    make_reference()
    fill(2, by=make_post("central_officer"))
    rebuild()


def yardstick():
    """{place and period: (value, n, reports)} as the hand-written aggregate tells it."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM ({AGGREGATE}) AS told")
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor]
    return {
        (*(row[f"{name}_id"] if f"{name}_id" in row else row[name] for name in KEY),): (
            row["value"],
            row["reported"],
            row["sources"],
        )
        for row in rows
        if row["formula"] in ("sum", "maximum", "mean")
    }


def test_generated_rows_stand_as_those_of_the_portal_do(generated):
    """The frozen sections of each kind of unit; every report of the two months."""
    report = RegionalReport.objects.filter(unit__kind="province").first()

    assert RegionalReport.objects.values("round").distinct().count() == 2
    assert list(report.sections.values_list("key", flat=True)) == [
        section.key for section in sections_for("province")
    ]
    assert ReportSection.objects.count() < ReportFigure.objects.count()


def test_the_yardstick_of_a_rebuild_comes_to_the_same_figures(generated):
    """What both know, they tell alike: it is the same work that is compared."""
    rolled = RolledFigure.objects.filter(formula__in=["sum", "maximum", "mean"], reported__gt=0)
    ours = {row[:6]: row[6:] for row in rolled.values_list(*KEY, "value", "reported", "sources")}

    assert len(ours) > 1000
    assert yardstick() == ours
