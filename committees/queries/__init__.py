"""What the pages of the 67 ask, one module for each subject."""

from .board import Bench, Roster, roster

__all__ = ["Bench", "Roster", "roster"]
