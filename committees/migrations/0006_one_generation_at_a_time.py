"""No day has two generations of the 67: the last guard when two open one at once."""

import django.contrib.postgres.constraints
from django.db import migrations, models

import regions.models.exclusion


class Migration(migrations.Migration):
    dependencies = [
        ("committees", "0005_what_the_rows_must_say"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="committee",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("kind", "subcommittee")),
                expressions=[
                    (
                        regions.models.exclusion._DateRange(
                            "starts_on", "ends_on", models.Value("[]")
                        ),
                        "&&",
                    )
                ],
                name="one_generation_of_the_67_at_a_time",
                violation_error_message="มีคณะ 67 ชุดอื่นดำรงตำแหน่งในช่วงเวลานั้นแล้ว",
            ),
        ),
    ]
