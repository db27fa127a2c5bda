"""Lists every installation begins with: what is asked each month, of whom, and by when."""

from django.db import transaction

from .gazetteer import rows
from .models import Indicator, Province, Region, ReportingRule, ReportingUnit

Kind = ReportingUnit.Kind


@transaction.atomic
def load_reporting():
    """Load what is not there yet; what the secretariat changed since stays."""
    load_indicators()
    if not ReportingRule.objects.exists():
        ReportingRule.objects.bulk_create(ReportingRule(**row) for row in rows("reporting_rules"))
    load_units()


def load_indicators():
    """Those that are asked first, then the ratios that are made of them."""
    asked = [row for row in rows("indicators") if not row["part"]]
    ratios = [row for row in rows("indicators") if row["part"]]
    for group in (asked, ratios):
        by_key = {each.key: each for each in Indicator.objects.all()}
        Indicator.objects.bulk_create(
            [Indicator(**indicator_from(row, by_key)) for row in group], ignore_conflicts=True
        )


def indicator_from(row, by_key):
    parts = {name: by_key.get(row[name]) for name in ("part", "whole")}
    return {**row, **parts, "is_required": row["is_required"] == "1"}


def load_units():
    """Who owes a report: each region while it holds, each province once it is founded, and the
    centre; provinces and the centre since there are rules."""
    first_rule = ReportingRule.objects.earliest("starts_on").starts_on
    ReportingUnit.objects.bulk_create(
        [
            *(
                ReportingUnit(kind=Kind.REGION, region=region, starts_on=region.starts_on)
                for region in Region.objects.all()
            ),
            *(
                ReportingUnit(
                    kind=Kind.PROVINCE,
                    province=province,
                    starts_on=max(first_rule, province.founded_on or first_rule),
                )
                for province in Province.objects.all()
            ),
            ReportingUnit(kind=Kind.CENTRE, starts_on=first_rule),
        ],
        ignore_conflicts=True,
    )
