"""The files that stand beside the sections of a report."""

from django.db.models import QuerySet

from portal.kernel.composed import composed
from regions.models import RegionalReport, ReportAttachment


def attachments_of(report: RegionalReport) -> dict[int, list[ReportAttachment]]:
    """What is attached and was not taken away, by section: one query."""
    found: dict[int, list[ReportAttachment]] = {}
    for attachment in _attached(report=report.pk):
        found.setdefault(attachment.section_id, []).append(attachment)
    return found


@composed
def _attached(*, report: int) -> QuerySet[ReportAttachment]:
    rows = ReportAttachment.objects.filter(section__report=report, removed_at=None)
    return rows.select_related("added_by__person")
