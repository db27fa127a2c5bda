"""Who was reminded of a report, and what they said, last."""

from collections.abc import Iterable

from regions.models import RegionalReport, ReportContact


def last_contacts(reports: Iterable[RegionalReport]) -> dict[int, ReportContact]:
    """Of each report its last contact, with who made it: one query."""
    found = ReportContact.objects.filter(report__in=[report.pk for report in reports])
    last = found.order_by("report", "-at", "-pk").distinct("report")
    return {one.report_id: one for one in last.select_related("by__person")}
