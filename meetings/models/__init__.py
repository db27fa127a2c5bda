from .action_item import ActionItem
from .agenda import AgendaItem, Opinion, Proposal, Speaker, Statement
from .answer import Answer
from .attendance import Attendance
from .attendance_claim import AttendanceClaim
from .block import Block
from .breakout import (
    BreakoutGroup,
    BreakoutMember,
    BreakoutResult,
    Diagram,
    DiagramNode,
    GroupPoint,
    PointSource,
    ResultPoint,
)
from .calendar_feed import CalendarFeed
from .carried_item import CarriedItem
from .carried_request import CarriedRequest
from .document import Letterhead, WordTemplate
from .invitation import Invitation
from .meeting import Meeting, Objective
from .minutes import CorrectionRequest, Erratum, Minutes, MinutesVersion
from .paper import Paper, PaperDownload, PaperVersion
from .resolution import Resolution, ResolutionChange
from .sitting import Sitting
from .summary import ExecutiveSummary, Reading
from .workstream import Workstream

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Answer",
    "Attendance",
    "AttendanceClaim",
    "Block",
    "BreakoutGroup",
    "BreakoutMember",
    "BreakoutResult",
    "CalendarFeed",
    "CarriedItem",
    "CarriedRequest",
    "CorrectionRequest",
    "Diagram",
    "DiagramNode",
    "Erratum",
    "ExecutiveSummary",
    "GroupPoint",
    "Invitation",
    "Letterhead",
    "Meeting",
    "Minutes",
    "MinutesVersion",
    "Objective",
    "Opinion",
    "Paper",
    "PaperDownload",
    "PaperVersion",
    "PointSource",
    "Proposal",
    "Reading",
    "Resolution",
    "ResolutionChange",
    "ResultPoint",
    "Sitting",
    "Speaker",
    "Statement",
    "WordTemplate",
    "Workstream",
]
