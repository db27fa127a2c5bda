"""What a region's report tells of each issue, kept with the section that asks for it."""

from collections.abc import Mapping
from typing import NamedTuple

from committees.models import IssueProgress
from portal.kernel.models import User
from regions.models import RegionalReport


class Told(NamedTuple):
    """What one report tells of one issue, and at which level that happened."""

    level: str = IssueProgress.Level.PROVINCE
    text: str = ""


def keep_progress(report: RegionalReport, told: Mapping[int, Told], *, by: User) -> None:
    """Keep what was typed, by issue. It goes with the section: whoever calls this holds the
    report, and the section's version was theirs. An emptied box tells nothing any more; who
    wrote what is in the history of the rows."""
    empty = [issue for issue, one in told.items() if not one.text]
    report.issue_progress.filter(issue__in=empty).delete()
    IssueProgress.objects.bulk_create(
        [
            IssueProgress(report=report, issue_id=issue, **one._asdict())
            for issue, one in told.items()
            if one.text
        ],
        update_conflicts=True,
        unique_fields=["report", "issue"],
        update_fields=Told._fields,
    )
