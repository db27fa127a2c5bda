"""What was filled in elsewhere and sent in, by whoever sent it."""

from django.db.models import QuerySet

from portal.kernel.models import User
from regions.models import RegionalReport, ReportUpload

EARLIER = 5


def uploads_of(user: User, report: RegionalReport) -> QuerySet[ReportUpload]:
    """Only one's own: what another typed elsewhere is nobody's to read before it is written."""
    return ReportUpload.objects.filter(report=report, uploaded_by=user)


def earlier_uploads(user: User, report: RegionalReport) -> QuerySet[ReportUpload]:
    """The last few, without what is in them: one query."""
    return uploads_of(user, report).defer("answers", "findings")[:EARLIER]
