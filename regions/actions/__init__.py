"""Everything that can happen to a region's monthly report. Read this file first.

A round is opened, its reports are filled in, sent, reviewed, and what was accepted is rolled
up. Every change of state goes through ``gate.become``.
"""

from .answering import answer_request, keep_replies, name_owner, tell_answers
from .asking import close_request, keep_requests, number_requests, reopen_request
from .contacting import note_phone_call, remind_filers
from .extending import ask_extension, grant_extension, refuse_extension, withdraw_extension
from .figures import promise_sweep, roll_up_month, roll_up_report, roll_up_year
from .filling import Answer, save_section
from .observing import answer_observation, observe
from .reminding import remind_of_reports
from .reviewing import accept_report, begin_review, keep_judged, put_back, return_report
from .revising import ask_revision, refuse_revision, reopen_report, withdraw_revision
from .rounds import open_round
from .sending import receipt_number, submit_report, withdraw_report
from .synthesising import (
    draft_synthesis,
    edit_point,
    introduce_synthesis,
    merge_points,
    move_point,
    publish_synthesis,
    use_point,
)
from .targets import confirm_target, propose_target, refuse_target, withdraw_target

__all__ = [
    "Answer",
    "accept_report",
    "answer_observation",
    "answer_request",
    "ask_extension",
    "ask_revision",
    "begin_review",
    "close_request",
    "confirm_target",
    "draft_synthesis",
    "edit_point",
    "grant_extension",
    "introduce_synthesis",
    "keep_judged",
    "keep_replies",
    "keep_requests",
    "merge_points",
    "move_point",
    "name_owner",
    "note_phone_call",
    "number_requests",
    "observe",
    "open_round",
    "promise_sweep",
    "propose_target",
    "publish_synthesis",
    "put_back",
    "receipt_number",
    "refuse_extension",
    "refuse_revision",
    "refuse_target",
    "remind_filers",
    "remind_of_reports",
    "reopen_report",
    "reopen_request",
    "return_report",
    "roll_up_month",
    "roll_up_report",
    "roll_up_year",
    "save_section",
    "submit_report",
    "tell_answers",
    "use_point",
    "withdraw_extension",
    "withdraw_report",
    "withdraw_revision",
    "withdraw_target",
]
