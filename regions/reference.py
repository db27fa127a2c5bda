"""Lists every installation begins with: what is asked each month, of whom, and by when."""

from django.db import transaction
from django.utils.dateparse import parse_date

from .gazetteer import rows
from .models import Indicator, Region, ReportingRule, ReportingUnit


@transaction.atomic
def load_reporting():
    """Load what is not there yet; what the secretariat changed since stays."""
    Indicator.objects.bulk_create(
        [
            Indicator(**{**row, "is_required": row["is_required"] == "1"})
            for row in rows("indicators")
        ],
        ignore_conflicts=True,
    )
    if not ReportingRule.objects.exists():
        ReportingRule.objects.bulk_create(ReportingRule(**row) for row in rows("reporting_rules"))
    load_units()


def load_units():
    """Each region owes a report from the day the region holds, and so does the centre."""
    ReportingUnit.objects.bulk_create(
        [
            ReportingUnit(kind=ReportingUnit.Kind.REGION, region=region, starts_on=region.starts_on)
            for region in Region.objects.all()
        ],
        ignore_conflicts=True,
    )
    first_rule = parse_date(rows("reporting_rules")[0]["starts_on"])
    ReportingUnit.objects.get_or_create(
        kind=ReportingUnit.Kind.CENTRE, defaults={"starts_on": first_rule}
    )
