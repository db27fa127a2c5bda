"""The papers of a meeting: one with its versions, who took them, and where one may be moved."""

from datetime import date, timedelta

from django.db.models import QuerySet

from meetings.models import Meeting, Paper, PaperDownload, PaperVersion
from portal.kernel.models import User

SOON = timedelta(days=60)  # a paper for a meeting later than that may be meant for another


def versions_of(paper: Paper) -> QuerySet[PaperVersion]:
    return paper.versions.select_related("uploaded_by__person")


def downloads_of(paper: Paper) -> list[PaperDownload]:
    """Who took which version, each once with the last time, the latest first."""
    taken = PaperDownload.objects.filter(version__paper=paper)
    last = taken.order_by("by_id", "version_id", "-at", "-pk").distinct("by_id", "version_id")
    return sorted(
        last.select_related("version", "by__person"), key=lambda row: (row.at, row.pk), reverse=True
    )


def open_to_papers(user: User, *, on: date) -> QuerySet[Meeting]:
    """Where somebody may put a paper, as they look for a meeting."""
    return (
        Meeting.objects.visible_to(user)
        .exclude(state=Meeting.State.CANCELLED)
        .select_related("committee", "province")
        .in_calendar_order(on=on)
    )


def is_far(meeting: Meeting, *, on: date) -> bool:
    """So far ahead that a nearer meeting may be meant."""
    return meeting.starts_on is not None and meeting.starts_on > on + SOON
