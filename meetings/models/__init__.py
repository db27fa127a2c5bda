from .agenda import AgendaItem, Opinion, Speaker, Statement
from .breakout import BreakoutResult, Diagram, DiagramNode, ResultPoint
from .invitation import Invitation
from .meeting import Meeting, Objective, Sitting
from .resolution import ActionItem, Resolution
from .summary import ExecutiveSummary, Reading

__all__ = [
    "ActionItem",
    "AgendaItem",
    "BreakoutResult",
    "Diagram",
    "DiagramNode",
    "ExecutiveSummary",
    "Invitation",
    "Meeting",
    "Objective",
    "Opinion",
    "Reading",
    "Resolution",
    "ResultPoint",
    "Sitting",
    "Speaker",
    "Statement",
]
