"""Breakout groups: who sits in which, what each wrote, and the one synthesis of all (S8, B14)."""

from .bullets import add_bullets, remove_bullet, rewrite_bullet
from .groups import (
    Sheet,
    arrange_group,
    open_topic,
    part_into_groups,
    rename_topic,
    set_group_count,
)
from .synthesis import Point, merge, move_point, remove_point, rewrite_point

__all__ = [
    "Point",
    "Sheet",
    "add_bullets",
    "arrange_group",
    "merge",
    "move_point",
    "open_topic",
    "part_into_groups",
    "remove_bullet",
    "remove_point",
    "rename_topic",
    "rewrite_bullet",
    "rewrite_point",
    "set_group_count",
]
