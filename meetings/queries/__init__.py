"""Reads that span models: one meeting whole, whom to call, and what home pages ask."""

from .calling import (
    addressed,
    by_region,
    followed_up,
    invitations_for,
    letters_of,
    missing_for_call,
    readers_of_letters,
    reason_of,
)
from .home import latest_summary, next_meeting, open_items_for, overdue_count, summary_awaited
from .page import MeetingPage
from .quorum import Quorum, Rule, quorum_of
from .replies import (
    Closed,
    answer_counts,
    asked_by_link,
    is_own,
    own_invitation,
    takes_answers,
    with_answer,
    with_own_invitation,
)
from .roll import Line, Roll
from .roll_asked import holder_at, roll_of
from .session import may_be_followed, was_closed

__all__ = [
    "Closed",
    "Line",
    "MeetingPage",
    "Quorum",
    "Roll",
    "Rule",
    "addressed",
    "answer_counts",
    "asked_by_link",
    "by_region",
    "followed_up",
    "holder_at",
    "invitations_for",
    "is_own",
    "latest_summary",
    "letters_of",
    "may_be_followed",
    "missing_for_call",
    "next_meeting",
    "open_items_for",
    "overdue_count",
    "own_invitation",
    "quorum_of",
    "readers_of_letters",
    "reason_of",
    "roll_of",
    "summary_awaited",
    "takes_answers",
    "was_closed",
    "with_answer",
    "with_own_invitation",
]
