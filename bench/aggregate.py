"""The yardstick of a rebuild: one aggregate, as somebody would write it by hand over the same rows.

Months and fiscal years, provinces, regions and the nation, with n and the reports counted; it
neither compares with what stands, nor knows N, the latest value of a unit, or ratios.
"""

YEAR = "extract(year FROM m.month + interval '3 months')"

AGGREGATE = f"""
SELECT f.indicator_id, u.kind || 's' AS basis, r.round_id, {YEAR} + 543 AS fiscal_year,
       r.region_id, u.province_id,
       CASE i.adds WHEN 'maximum' THEN max(f.value) WHEN 'mean' THEN round(avg(f.value), 2)
            ELSE sum(f.value) END AS value,
       i.adds AS formula, count(*) AS reported, count(*) AS expected,
       array_agg(r.id ORDER BY r.id) AS sources, now() AS rolled_at
  FROM regions_reportfigure f
  JOIN regions_indicator i ON i.id = f.indicator_id
  JOIN regions_regionalreport r ON r.id = f.report_id AND r.state = 'accepted'
  JOIN regions_reportingunit u ON u.id = r.unit_id
  JOIN regions_reportround m ON m.id = r.round_id
 WHERE f.value IS NOT NULL OR NOT f.is_applicable
 GROUP BY GROUPING SETS (
       (f.indicator_id, i.adds, u.kind, r.round_id, r.region_id),
       (f.indicator_id, i.adds, u.kind, r.round_id, u.province_id),
       (f.indicator_id, i.adds, u.kind, r.round_id),
       (f.indicator_id, i.adds, u.kind, {YEAR}, r.region_id),
       (f.indicator_id, i.adds, u.kind, {YEAR}, u.province_id),
       (f.indicator_id, i.adds, u.kind, {YEAR}))
HAVING grouping(u.province_id) = 1 OR u.province_id IS NOT NULL
"""

# Into a table of nobody's, without an index; or into one that insists on all that ours does.
INTO_NOTHING = f"DROP TABLE IF EXISTS plain; CREATE TEMPORARY TABLE plain AS {AGGREGATE}"
INTO_ITS_LIKE = f"""
INSERT INTO yardstick (indicator_id, basis, round_id, fiscal_year, region_id, province_id, value,
                       formula, reported, expected, sources, rolled_at) {AGGREGATE}
"""
ITS_LIKE = """
CREATE TABLE yardstick (LIKE regions_rolledfigure INCLUDING ALL);
ALTER TABLE yardstick ADD FOREIGN KEY (indicator_id) REFERENCES regions_indicator
    DEFERRABLE INITIALLY DEFERRED, ADD FOREIGN KEY (round_id) REFERENCES regions_reportround
    DEFERRABLE INITIALLY DEFERRED, ADD FOREIGN KEY (region_id) REFERENCES regions_region
    DEFERRABLE INITIALLY DEFERRED, ADD FOREIGN KEY (province_id) REFERENCES regions_province
    DEFERRABLE INITIALLY DEFERRED;
GRANT ALL ON yardstick TO portal;
"""
