"""Reads that span models: one meeting whole, whom to call, and what home pages ask."""

from .calling import (
    addressed,
    by_region,
    followed_up,
    invitations_for,
    letters_of,
    missing_for_call,
    reason_of,
    still_seated,
)
from .home import latest_summary, next_meeting, open_items_for, overdue_count
from .page import MeetingPage

__all__ = [
    "MeetingPage",
    "addressed",
    "by_region",
    "followed_up",
    "invitations_for",
    "latest_summary",
    "letters_of",
    "missing_for_call",
    "next_meeting",
    "open_items_for",
    "overdue_count",
    "reason_of",
    "still_seated",
]
