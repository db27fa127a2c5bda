"""Generated rows: every region and province, month after month, 40 indicators; no action runs.

History triggers and foreign keys rest meanwhile: what is measured is reading and rolling up.
"""

import psycopg
from django.core.management import call_command
from django.db import connection

from regions.models import Indicator, ReportingUnit
from regions.sections import sections_for

INDICATORS = 40
WAYS = ["sum", "latest", "maximum", "mean"]
LAST_MONTH = "2026-06-01"

FILL = """
INSERT INTO regions_reportround (month, opens_on, provinces_until, on_time_until, closes_on,
                                 mending_hours, review_hours)
SELECT month, month + 24, month + 32, month + 34, month + 44, 24, 48
  FROM (SELECT ('{last}'::date - make_interval(months => ago))::date AS month
          FROM generate_series(0, {months} - 1) ago) all_months
    ON CONFLICT DO NOTHING;

INSERT INTO regions_regionalreport (round_id, unit_id, region_id, state, version, judged, receipt,
       submitted_at, submitted_by_id, reviewed_at, reviewed_by_id)
SELECT m.id, u.id, coalesce(u.region_id, p.region_id),
       CASE WHEN (m.id + u.id) % 17 <> 0 THEN 'accepted'
            WHEN m.month > '{last}'::date - 62 THEN 'submitted' ELSE 'draft' END, 1, '{{}}',
       m.id || '/' || u.id,
       m.opens_on + 5, {by}, m.opens_on + 7, {by}
  FROM regions_reportround m
 CROSS JOIN regions_reportingunit u
  LEFT JOIN regions_provinceregion p ON p.province_id = u.province_id AND p.ends_on IS NULL
    ON CONFLICT DO NOTHING;

INSERT INTO regions_reportsection (report_id, key, position, answers, version, verdict, reason)
SELECT r.id, keys.key, keys.position, '{{}}', 1,
       CASE WHEN r.state = 'accepted' THEN 'passed' ELSE '' END, ''
  FROM regions_regionalreport r
  JOIN regions_reportingunit u ON u.id = r.unit_id
  JOIN (VALUES {sections}) AS keys (kind, key, position) ON keys.kind = u.kind
    ON CONFLICT DO NOTHING;

INSERT INTO regions_reportfigure (report_id, indicator_id, value, is_applicable, note)
SELECT r.id, i.id, CASE WHEN (r.id + i.id) % 23 <> 0 THEN least((r.id * 7 + i.id * 13) % 50,
       CASE WHEN i.id IN (SELECT part_id FROM regions_indicator WHERE part_id IS NOT NULL)
            THEN 9 ELSE 60 END) + CASE WHEN i.id IN (SELECT whole_id FROM regions_indicator)
            THEN 10 ELSE 0 END END, (r.id + i.id) % 23 <> 0, ''
  FROM regions_regionalreport r
  JOIN regions_reportingunit u ON u.id = r.unit_id AND u.kind <> 'centre'
 CROSS JOIN regions_indicator i
 WHERE i.adds <> 'ratio' AND (r.id + i.id) % 29 <> 0
    ON CONFLICT DO NOTHING;
"""


def make_reference():
    call_command("load_places", verbosity=0)
    asked = list(Indicator.objects.asked())
    for number in range(INDICATORS - Indicator.objects.count()):
        adds = "ratio" if number % 8 == 7 else WAYS[number % 4]
        parts = {"part": asked[4], "whole": asked[3]} if adds == "ratio" else {}
        Indicator.objects.create(
            key=f"generated_{number}", section="plans", position=10 + number, adds=adds,
            name=f"ตัวชี้วัด {number}", name_en=f"Indicator {number}", counted_in="แห่ง", **parts,
        )  # fmt: skip


def fill(months, *, by):
    """The last ``months`` months of every unit; those that stand already stay."""
    with as_superuser() as session:
        session.execute("SET session_replication_role = replica")
        filled = {"months": months, "by": by.pk, "last": LAST_MONTH, "sections": sections()}
        session.execute(FILL.format(**filled))
        session.execute("VACUUM ANALYZE")


def sections():
    """What each kind of unit is asked, as rows of SQL."""
    return ", ".join(
        f"('{kind.value}', '{section.key}', {position})"
        for kind in ReportingUnit.Kind
        for position, section in enumerate(sections_for(kind), start=1)
    )


def as_superuser():
    known = connection.get_connection_params()
    where = {name: known[name] for name in known.keys() & {"dbname", "host", "port"}}
    return psycopg.connect(**where, user="postgres", autocommit=True)
