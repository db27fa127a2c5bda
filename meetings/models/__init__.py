from .agenda import AgendaItem, Opinion, Speaker, Statement
from .attendance import Attendance
from .breakout import BreakoutResult, Diagram, DiagramNode, ResultPoint
from .invitation import Invitation
from .meeting import Meeting, Objective, Sitting
from .paper import Paper, PaperDownload, PaperVersion
from .resolution import ActionItem, Resolution
from .summary import ExecutiveSummary, Reading

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Attendance",
    "BreakoutResult",
    "Diagram",
    "DiagramNode",
    "ExecutiveSummary",
    "Invitation",
    "Meeting",
    "Objective",
    "Opinion",
    "Paper",
    "PaperDownload",
    "PaperVersion",
    "Reading",
    "Resolution",
    "ResultPoint",
    "Sitting",
    "Speaker",
    "Statement",
]
