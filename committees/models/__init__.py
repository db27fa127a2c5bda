from .body_membership import BoardRotation, BodyMembership
from .committee import Committee
from .delegation import Delegate, Delegation
from .issue import Issue
from .issue_progress import IssueProgress
from .position import Position
from .roster_import import RosterImport
from .seat import Membership, Seat, Standing, Substitution, represented

__all__ = [
    "BoardRotation",
    "BodyMembership",
    "Committee",
    "Delegate",
    "Delegation",
    "Issue",
    "IssueProgress",
    "Membership",
    "Position",
    "RosterImport",
    "Seat",
    "Standing",
    "Substitution",
    "represented",
]
