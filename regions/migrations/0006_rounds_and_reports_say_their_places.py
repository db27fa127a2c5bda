from django.db import migrations

# What was reported before provinces were asked is a region's own.
FILL = """
UPDATE regions_regionalreport report SET region_id = unit.region_id
  FROM regions_reportingunit unit
 WHERE unit.id = report.unit_id AND unit.region_id IS NOT NULL AND report.region_id IS NULL;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("regions", "0005_periods_reviews_and_requests"),
    ]

    operations = [
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
    ]
