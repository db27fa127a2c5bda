"""The files that stand beside the sections of a report."""

from regions.models import RegionalReport, ReportAttachment


def attachments_of(report: RegionalReport) -> dict[int, list[ReportAttachment]]:
    """What is attached and was not taken away, by section: one query."""
    rows = ReportAttachment.objects.filter(section__report=report, removed_at=None)
    found: dict[int, list[ReportAttachment]] = {}
    for attachment in rows.select_related("added_by__person"):
        found.setdefault(attachment.section_id, []).append(attachment)
    return found
