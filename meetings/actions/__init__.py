"""Everything the portal can do to a meeting and to what it assigned. Read this list first."""

from .calling import (
    call_meeting,
    cancel_meeting,
    move_meeting,
    note_phone_call,
    remind_of_meeting,
)
from .fulfilling import complete_action_item
from .planning import AgendaLine, Plan, Schedule, plan_meeting, revise_meeting

__all__ = [
    "AgendaLine",
    "Plan",
    "Schedule",
    "call_meeting",
    "cancel_meeting",
    "complete_action_item",
    "move_meeting",
    "note_phone_call",
    "plan_meeting",
    "remind_of_meeting",
    "revise_meeting",
]
