"""Seats of the 67, who holds them and who acts in them for a time."""

from .members import appoint_member, discharge_member, replace_member
from .rows import close_seat, create_seat, revise_seat
from .substitutes import appoint_substitute, end_substitution

__all__ = [
    "appoint_member",
    "appoint_substitute",
    "close_seat",
    "create_seat",
    "discharge_member",
    "end_substitution",
    "replace_member",
    "revise_seat",
]
