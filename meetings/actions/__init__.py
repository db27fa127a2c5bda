"""Everything the portal can do to a meeting and to what it assigned. Read this list first."""

from .attendance import (
    Entry,
    close_roll,
    erase_attendance,
    record_attendance,
    record_departure,
    record_guest,
    remove_guest,
    tick_attendance,
)
from .calling import (
    call_meeting,
    cancel_meeting,
    move_meeting,
    note_phone_call,
    remind_of_meeting,
)
from .fulfilling import complete_action_item
from .papers import (
    add_version,
    file_papers,
    move_paper,
    note_download,
    remove_paper,
    retitle_paper,
)
from .planning import AgendaLine, Plan, Schedule, plan_meeting, revise_meeting
from .replying import answer_invitation
from .session import close_meeting, open_meeting, reopen_meeting

__all__ = [
    "AgendaLine",
    "Entry",
    "Plan",
    "Schedule",
    "add_version",
    "answer_invitation",
    "call_meeting",
    "cancel_meeting",
    "close_meeting",
    "close_roll",
    "complete_action_item",
    "erase_attendance",
    "file_papers",
    "move_meeting",
    "move_paper",
    "note_download",
    "note_phone_call",
    "open_meeting",
    "plan_meeting",
    "record_attendance",
    "record_departure",
    "record_guest",
    "remind_of_meeting",
    "remove_guest",
    "remove_paper",
    "reopen_meeting",
    "retitle_paper",
    "revise_meeting",
    "tick_attendance",
]
