"""The record of a meeting, written while it sits and afterwards until its minutes are adopted:
block by block, never one blob, so that two people may write at once (S10, promise 3)."""

from .assignments import assign, remove_assignment, rewrite_assignment
from .items import keep_discussion, note_item, raise_item, take_up_item
from .remarks import add_remark, move_remark, remove_remark, rewrite_remark
from .resolutions import put_resolution, remove_resolution, rewrite_resolution
from .statements import Voice, add_statement, rewrite_statement

__all__ = [
    "Voice",
    "add_remark",
    "add_statement",
    "assign",
    "keep_discussion",
    "move_remark",
    "note_item",
    "put_resolution",
    "raise_item",
    "remove_assignment",
    "remove_remark",
    "remove_resolution",
    "rewrite_assignment",
    "rewrite_remark",
    "rewrite_resolution",
    "rewrite_statement",
    "take_up_item",
]
