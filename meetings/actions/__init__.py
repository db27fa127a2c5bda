"""What the portal can do to a meeting and to what it assigned. Read this list first.

What is written in one has modules of its own: writing, breakout, diagrams, claiming, summaries
and minutes.
"""

from .answering import Said, keep_answers, weigh_answers
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
from .calendars import issue_calendar_feed, revoke_calendar_feed
from .calling import call_meeting, note_phone_call, remind_of_meeting
from .carrying import (
    Task,
    carry_over,
    change_carried_item,
    continue_carried_item,
    finish_carried_item,
    leave_out,
    put_back,
    withdraw_carried_item,
)
from .carrying_requests import carry_requests, leave_request_out, put_request_back
from .documents import (
    number_letter,
    replace_word_template,
    retire_word_template,
    write_letterhead,
)
from .fulfilling import complete_action_item
from .moving import cancel_meeting, fix_meeting, move_meeting, postpone_meeting
from .papers import (
    add_version,
    file_papers,
    move_paper,
    note_download,
    remove_paper,
    retitle_paper,
)
from .planning import (
    AgendaLine,
    Expectation,
    Plan,
    Schedule,
    SittingLine,
    plan_following,
    plan_meeting,
    revise_meeting,
)
from .reminding import remind_of_assignments
from .replying import answer_invitation
from .session import close_meeting, open_meeting, reopen_meeting
from .superseding import amend_resolution, revoke_resolution, take_back_change

__all__ = [
    "AgendaLine",
    "Entry",
    "Expectation",
    "Plan",
    "Said",
    "Schedule",
    "SittingLine",
    "Task",
    "add_version",
    "amend_resolution",
    "answer_invitation",
    "call_meeting",
    "cancel_meeting",
    "carry_over",
    "carry_requests",
    "change_carried_item",
    "close_meeting",
    "close_roll",
    "complete_action_item",
    "continue_carried_item",
    "erase_attendance",
    "file_papers",
    "finish_carried_item",
    "fix_meeting",
    "issue_calendar_feed",
    "keep_answers",
    "leave_out",
    "leave_request_out",
    "move_meeting",
    "move_paper",
    "note_download",
    "note_phone_call",
    "number_letter",
    "open_meeting",
    "plan_following",
    "plan_meeting",
    "postpone_meeting",
    "put_back",
    "put_request_back",
    "record_attendance",
    "record_departure",
    "record_guest",
    "remind_of_assignments",
    "remind_of_meeting",
    "remove_guest",
    "remove_paper",
    "reopen_meeting",
    "replace_word_template",
    "retire_word_template",
    "retitle_paper",
    "revise_meeting",
    "revoke_calendar_feed",
    "revoke_resolution",
    "take_back_change",
    "tick_attendance",
    "weigh_answers",
    "withdraw_carried_item",
    "write_letterhead",
]
