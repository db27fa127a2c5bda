"""How reports add up: one statement reckons, compares with what stands, and writes what differs.

The same statement serves months (each round by itself) and a fiscal year (its rounds together).
A place is a province, a region or the nation; each basis has its own reports, and the centre's
are in neither. N is every report owed, n those accepted that answered: "not applicable" answers
without a number. Over places a latest value is a stock and adds up; over months it is replaced:
of a unit only the last answered month counts, so a year has n of N units there, not reports. A
unit that changed its region is counted once, in the region of its last month. A ratio is taken of
sums over the reports that answered both its numbers, and follows its part over months; a report
whose part exceeds its whole is left out and said to be.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from portal.kernel.thai import fiscal_year

from .models import RegionalReport, ReportRound
from .queries.rounds import months_of_year

# No place and no round are 0 and '' on the way, because what is NULL joins nothing.
ROLL_UP = """
WITH owed AS MATERIALIZED (
    SELECT r.id AS report_id, r.unit_id, m.month, r.state = 'accepted' AS is_accepted,
           CASE WHEN %(year)s::int IS NULL THEN r.round_id ELSE 0 END AS round_id,
           CASE u.kind WHEN 'region' THEN 'regions' ELSE 'provinces' END AS basis,
           coalesce(r.region_id, 0) AS region_id, coalesce(u.province_id, '') AS province_id,
           coalesce(first_value(r.region_id)
                    OVER (PARTITION BY r.unit_id ORDER BY m.month DESC), 0) AS last_region_id
      FROM regions_regionalreport r
      JOIN regions_reportingunit u ON u.id = r.unit_id
      JOIN regions_reportround m ON m.id = r.round_id
     WHERE r.round_id = ANY(%(rounds)s::bigint[]) AND u.kind <> 'centre'
       AND u.kind = coalesce(%(kind)s, u.kind)
), placed AS MATERIALIZED (
    SELECT owed.report_id, owed.unit_id, owed.round_id, owed.basis, way.lasts, there.region_id,
           there.province_id, dense_rank() OVER (
               ORDER BY owed.round_id, owed.basis, there.region_id, there.province_id) AS place
      FROM owed
     CROSS JOIN (VALUES (false), (true)) AS way (lasts)
     CROSS JOIN LATERAL (VALUES
           ('region', CASE WHEN way.lasts THEN last_region_id ELSE owed.region_id END, ''),
           ('province', 0, owed.province_id),
           ('nation', 0, '')) AS there (level, region_id, province_id)
     WHERE (NOT way.lasts OR %(year)s::int IS NOT NULL)
       AND (there.level = 'nation' OR there.region_id <> 0 OR there.province_id <> '')
       AND (%(kind)s IS NULL OR there.level = 'nation'
            OR there.region_id = ANY(%(regions)s::bigint[]) OR there.province_id = %(province)s)
), expected AS (
    SELECT place, lasts, round_id, basis, region_id, province_id,
           CASE WHEN lasts THEN count(DISTINCT unit_id) ELSE count(*) END AS expected
      FROM placed GROUP BY place, lasts, round_id, basis, region_id, province_id
), asked AS MATERIALIZED (
    SELECT i.id, i.adds, i.part_id, i.whole_id,
           %(year)s::int IS NOT NULL AND coalesce(part.adds, i.adds) = 'latest' AS lasts
      FROM regions_indicator i LEFT JOIN regions_indicator part ON part.id = i.part_id
), told AS MATERIALIZED (
    SELECT owed.report_id, f.indicator_id, f.value
      FROM owed JOIN regions_reportfigure f ON f.report_id = owed.report_id
     WHERE owed.is_accepted AND (f.value IS NOT NULL OR NOT f.is_applicable)
), answers AS (
    SELECT told.report_id, told.indicator_id, told.value, NULL::int AS part, NULL::int AS whole
      FROM told JOIN asked ON asked.id = told.indicator_id AND asked.adds <> 'ratio'
     UNION ALL
    SELECT part.report_id, asked.id, NULL, CASE WHEN whole.value IS NOT NULL THEN part.value END,
           CASE WHEN part.value IS NOT NULL THEN whole.value END
      FROM asked
      JOIN told part ON part.indicator_id = asked.part_id
      JOIN told whole ON whole.indicator_id = asked.whole_id AND whole.report_id = part.report_id
     WHERE asked.adds = 'ratio' AND (part.value <= whole.value) IS NOT FALSE
), counted AS (
    SELECT * FROM (
        SELECT answers.*, asked.lasts,
               row_number() OVER (PARTITION BY owed.round_id, owed.unit_id, answers.indicator_id
                                  ORDER BY owed.month DESC) AS age
          FROM answers JOIN owed USING (report_id) JOIN asked ON asked.id = indicator_id) of_unit
     WHERE age = 1 OR NOT lasts
), totals AS (
    SELECT place, indicator_id AS id, count(*) AS reported,
           sum(value) AS total, max(value) AS largest, avg(value) AS mean,
           sum(part) AS part, sum(whole) AS whole,
           array_agg(report_id ORDER BY report_id) AS sources
      FROM placed JOIN counted USING (report_id, lasts) GROUP BY place, indicator_id
), figures AS MATERIALIZED (
    SELECT asked.id AS indicator_id, basis, nullif(round_id, 0) AS round_id,
           %(year)s::smallint AS fiscal_year,
           nullif(region_id, 0) AS region_id, nullif(province_id, '') AS province_id,
           CASE asked.adds WHEN 'maximum' THEN largest WHEN 'mean' THEN round(mean, 2)
                WHEN 'ratio' THEN trunc(100.0 * part / nullif(whole, 0), 2) ELSE total
            END::numeric(18, 2) AS value,
           part::numeric(18, 2) AS part, whole::numeric(18, 2) AS whole, asked.adds AS formula,
           coalesce(reported, 0)::int AS reported, expected::int AS expected,
           coalesce(sources, '{}') AS sources
      FROM asked JOIN expected USING (lasts) LEFT JOIN totals USING (id, place)
), stood AS MATERIALIZED (
    SELECT * FROM regions_rolledfigure
     WHERE (fiscal_year = %(year)s
            OR %(year)s::int IS NULL AND round_id = ANY(%(rounds)s::bigint[]))
       AND (%(kind)s IS NULL OR basis = %(kind)s || 's'
            AND (region_id IS NULL AND province_id IS NULL
                 OR region_id = ANY(%(regions)s::bigint[]) OR province_id = %(province)s))
), written AS (
    INSERT INTO regions_rolledfigure AS figure (
           indicator_id, basis, round_id, fiscal_year, region_id, province_id,
           value, part, whole, formula, reported, expected, sources, rolled_at)
    SELECT *, %(at)s::timestamptz FROM (
        SELECT * FROM figures EXCEPT
        SELECT indicator_id, basis, round_id, fiscal_year, region_id, province_id,
               value, part, whole, formula, reported, expected, sources FROM stood) AS differing
        ON CONFLICT (indicator_id, basis, round_id, fiscal_year, region_id, province_id)
        DO UPDATE SET value = excluded.value, part = excluded.part, whole = excluded.whole,
           formula = excluded.formula, reported = excluded.reported,
           expected = excluded.expected, sources = excluded.sources,
           rolled_at = excluded.rolled_at
    RETURNING xmax = 0 AS is_new
), removed AS (
    -- Keys are unique, so something stands for nothing only if more stood than was not new.
    DELETE FROM regions_rolledfigure WHERE id IN (
        SELECT id FROM stood
         WHERE (SELECT count(*) FROM stood) + (SELECT count(*) FROM written WHERE is_new)
               > (SELECT count(*) FROM figures)
           AND NOT EXISTS (
            SELECT FROM figures
             WHERE figures.indicator_id = stood.indicator_id AND figures.basis = stood.basis
               AND coalesce(figures.round_id, 0) = coalesce(stood.round_id, 0)
               AND coalesce(figures.region_id, 0) = coalesce(stood.region_id, 0)
               AND coalesce(figures.province_id, '') = coalesce(stood.province_id, '')))
    RETURNING 1
)
SELECT (SELECT count(*) FROM figures),
       (SELECT count(*) FROM written) + (SELECT count(*) FROM removed)
"""


class Outcome(NamedTuple):
    """How many rows were reckoned, and how many were not right before."""

    looked_at: int
    changed: int

    def __add__(self, other):
        return Outcome(self.looked_at + other.looked_at, self.changed + other.changed)


@dataclass(frozen=True)
class Path:
    """The places that reports of one unit count in; without a kind, all places."""

    kind: str | None = None
    regions: tuple[int, ...] = ()
    province: str | None = None


EVERYWHERE = Path()


def path_of(report: RegionalReport) -> Path:
    """Its own place, its region and the nation: of its own month."""
    return Path(report.unit.kind, (report.region_id,), report.unit.province_id)


def path_in_year(report: RegionalReport) -> Path:
    """The same of its fiscal year, in which its unit may have changed its region."""
    rounds = rounds_of(fiscal_year(report.round.month))
    theirs = RegionalReport.objects.filter(unit=report.unit_id, round__in=rounds)
    regions = theirs.order_by("region").values_list("region", flat=True).distinct()
    return Path(report.unit.kind, tuple(regions), report.unit.province_id)


def rounds_of(year: int) -> QuerySet[ReportRound]:
    """The rounds of a fiscal year."""
    return ReportRound.objects.filter(month__range=months_of_year(year)).order_by("pk")


def years_with_rounds() -> list[int]:
    months = ReportRound.objects.values_list("month", flat=True)
    return sorted({fiscal_year(month) for month in months})


def write_months(rounds: Iterable[int], *, at: datetime, path: Path = EVERYWHERE) -> Outcome:
    """Each round by itself. Whoever calls holds the lock of each."""
    return _write(list(rounds), None, at, path)


def write_year(year: int, *, at: datetime, path: Path = EVERYWHERE) -> Outcome:
    """A fiscal year out of its rounds. Whoever calls holds its lock."""
    return _write(list(rounds_of(year).values_list("pk", flat=True)), year, at, path)


def _write(rounds, year, at, path):
    asked = {"rounds": rounds, "year": year, "at": at, **asdict(path), "regions": [*path.regions]}
    with connection.cursor() as cursor:
        cursor.execute(ROLL_UP, asked)
        return Outcome(*cursor.fetchone())
